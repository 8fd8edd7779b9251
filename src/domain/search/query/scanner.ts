/** Marks that put words together, and how each ends. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '＂': '＂',
  '“': '”',
  '”': '”',
  '「': '」',
};
const OPENING = '(（';
const CLOSING = ')）';
const SPACE = /\s/u;

/** A stretch of the query's text. UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
  /** What it says: without quotation marks and escapes. */
  text: string;
}

/** Walks through a query's text. */
export class Scanner {
  at = 0;
  /** Groups that are open: in one, a closing parenthesis ends a word. */
  depth = 0;

  constructor(readonly text: string) {}

  /** The next character, empty at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  skipSpace(): void {
    while (SPACE.test(this.next)) this.at += 1;
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.next === '';
  }

  atOpening(): boolean {
    return this.next !== '' && OPENING.includes(this.next);
  }

  atClosing(): boolean {
    return this.next !== '' && CLOSING.includes(this.next);
  }

  /** Whether a word that goes up to `at` has ended there. */
  endsAt(at: number): boolean {
    const char = this.text[at] ?? '';
    return char === '' || SPACE.test(char) || (this.depth > 0 && CLOSING.includes(char));
  }

  /** Up to white space, or the parenthesis that closes the group. Pairs inside a word are its own. */
  word(): Stretch {
    const start = this.at;
    const end = this.wordEnd();
    this.at = end;
    return { start, end, text: this.text.slice(start, end) };
  }

  /** The word that comes next, without going there. */
  peekWord(): string {
    return this.text.slice(this.at, this.wordEnd());
  }

  private wordEnd(): number {
    let at = this.at;
    for (let own = 0; at < this.text.length; at += 1) {
      const char = this.text[at] ?? '';
      if (SPACE.test(char)) break;
      if (OPENING.includes(char)) own += 1;
      else if (CLOSING.includes(char) && own > 0) own -= 1;
      else if (CLOSING.includes(char) && this.depth > 0) break;
    }
    return at;
  }

  /**
   * Words between quotation marks; without a closing mark up to the end. `null` when there are none
   * here: also when the closing mark stands within a word, as in `“五社联动”机制`.
   */
  quoted(): Stretch | null {
    const close = QUOTES[this.next];
    if (close === undefined) return null;
    const start = this.at;
    let text = '';
    for (let at = start + 1; at < this.text.length; at += 1) {
      const char = this.text[at] ?? '';
      if (char === close) {
        if (!this.endsAt(at + 1)) return null;
        this.at = at + 1;
        return { start, end: this.at, text };
      }
      const escaped = this.text[at + 1] ?? '';
      if (close === '"' && char === '\\' && (escaped === '"' || escaped === '\\')) {
        text += escaped;
        at += 1;
      } else text += char;
    }
    this.at = this.text.length;
    return { start, end: this.at, text };
  }

  /** `/…/` with what follows it up to the word's end; without the second `/` up to the end. */
  regex(): { source: Stretch; flags: Stretch } {
    const start = this.at;
    let at = start + 1;
    for (let inClass = false; at < this.text.length; at += 1) {
      const char = this.text[at] ?? '';
      if (char === '\\') at += 1;
      else if (char === '[') inClass = true;
      else if (char === ']') inClass = false;
      else if (char === '/' && !inClass) break;
    }
    const end = Math.min(at, this.text.length);
    this.at = Math.min(at + 1, this.text.length);
    const source = { start, end: this.at, text: this.text.slice(start + 1, end) };
    const flags = { start: this.at, end: this.at, text: '' };
    while (!this.endsAt(this.at)) this.at += 1;
    flags.end = this.at;
    flags.text = this.text.slice(flags.start, flags.end);
    return { source, flags };
  }
}
