import type { LineHint } from '@domain/ingest/types';
import type { FileFormat } from '@domain/model';
import type { ExtractedText } from './types';

const INVISIBLE = /[\s\u200b]/;

/** Without white space (ideographic too) and invisible marks at both ends. Linear in the line. */
export function trimLine(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && INVISIBLE.test(line.charAt(start))) start += 1;
  while (end > start && INVISIBLE.test(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

/** White space left out altogether: for telling whether two texts are the same but for layout. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}

/** Collects the blocks of a document as lines with what its structure says of them. */
export class Blocks {
  readonly #lines: string[] = [];
  readonly #hints = new Map<number, LineHint>();
  #tight = false;
  #page = false;

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /**
   * Adds a block, a blank line before it. Its inner line breaks make lines of their own, which are
   * then not `whole`. Blank text adds nothing.
   * @param tight No blank line between this block and a tight one right before it (table rows).
   */
  add(text: string, hint: LineHint = {}, tight = false): void {
    const lines = text.split('\n').map(trimLine).filter(Boolean);
    if (lines.length === 0) return;
    if (!this.isEmpty && !(tight && this.#tight)) this.#lines.push('');
    const { whole, ...rest } = hint;
    const own: LineHint = lines.length === 1 && whole ? { ...rest, whole } : rest;
    for (const line of lines) {
      this.#lines.push(this.#page && !this.isEmpty ? `\f${line}` : line);
      this.#page = false;
      if (Object.keys(own).length > 0) this.#hints.set(this.#lines.length, { ...own });
    }
    this.#tight = tight;
  }

  /** Lines whose breaks and inner spaces stand in the file as they are (`<pre>`). */
  addVerbatim(text: string): void {
    for (const [index, line] of text.split('\n').entries()) {
      const kept = line.trimEnd();
      if (index === 0 && !this.isEmpty) this.#lines.push('');
      if (kept !== '' || this.#lines.at(-1) !== '') this.#lines.push(kept);
    }
    this.#tight = false;
  }

  /** A new page begins: the next block gets a form feed before it. */
  breakPage(): void {
    this.#page = !this.isEmpty;
  }

  finish(
    format: FileFormat,
    facts: ExtractedText['facts'],
    read: Pick<ExtractedText, 'encoding' | 'invalid'> = {
      encoding: null,
      invalid: { count: 0, firstOffset: -1, offsets: [] },
    },
  ): ExtractedText {
    const text = this.isEmpty ? '' : `${this.#lines.join('\n')}\n`;
    return { kind: 'text', format, ...read, text, lines: this.#hints, facts };
  }
}
