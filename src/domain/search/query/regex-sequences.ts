import { fold } from '../fold';
import { gapOf, joined, product, repeated, type Sequence } from './sequence';

/** Alternatives that are told apart; of more only how long they are. */
const MOST = 12;
/** Characters of a class that are tried one by one. */
const FEW = 4;

/** Any character: in UTF-16 a unit or two. */
const ANY: readonly Sequence[] = [[{ least: 1, most: 2 }]];
/** What has no length, such as a border. */
const EMPTY: readonly Sequence[] = [[]];

/**
 * What must stand in any text that an expression is found in: one of these sequences of literals, as
 * far apart as they may be; `null` when that cannot be told. They are to be looked for folded when case
 * is ignored, and as written otherwise. Everything that is not understood gives `null`, so that nothing
 * that would be found is left out.
 *
 * @param source one that compiles
 */
export function regexSequences(source: string, ignoreCase = false): Sequence[] | null {
  const reader = new ExpressionReader(source, ignoreCase);
  const found = reader.alternatives();
  if (found === null || reader.at < source.length) return null;
  return found.every((parts) => parts.some((part) => 'text' in part)) ? found : null;
}

/** Reads an expression from the left; every method gives `null` when it gives up. */
class ExpressionReader {
  at = 0;

  constructor(
    private readonly source: string,
    private readonly ignoreCase: boolean,
  ) {}

  alternatives(): Sequence[] | null {
    const all: Sequence[] = [];
    for (;;) {
      const found = this.sequence();
      if (found === null) return null;
      all.push(...found);
      if (this.source[this.at] !== '|') break;
      this.at += 1;
    }
    return all.length > MOST ? [[gapOf(all)]] : all;
  }

  private sequence(): Sequence[] | null {
    let found: Sequence[] = [[]];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      const atom = this.atom();
      const times = atom && this.quantifier();
      if (atom === null || times === null) return null;
      found = product(found, repeated(atom, times.least, times.most, MOST), MOST);
    }
    return found.map(joined);
  }

  private atom(): readonly Sequence[] | null {
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    if (char === '(') return this.group();
    if (char === '[') return this.characterClass();
    if (char === '\\') return this.escape();
    // One that opens no quantifier is a character; that is too rare to be told apart.
    if ('*+?{'.includes(char)) return null;
    this.at += char.length;
    if (char === '.') return ANY;
    return '^$'.includes(char) ? EMPTY : this.character(char);
  }

  private group(): Sequence[] | null {
    // Others change what follows or look around.
    if (this.take(/\((?:\?:|\?P?<\w+>|(?!\?))/y) === null) return null;
    const found = this.alternatives();
    return this.take(/\)/y) === null ? null : found;
  }

  /** A class of few plain characters is as many alternatives. */
  private characterClass(): readonly Sequence[] | null {
    const taken = this.take(/\[\^?(?!\])(?:\\.|\[:\^?\w+:\]|[^\]\\[])+\]/suy);
    if (taken === null) return null;
    const characters = [...taken.slice(1, -1)];
    if (characters.length > FEW || characters.some((char) => '\\^-['.includes(char))) return ANY;
    return characters.flatMap((char) => this.character(char));
  }

  private escape(): readonly Sequence[] | null {
    if (this.take(/\\[bBAz]/y) !== null) return EMPTY;
    if (this.take(/\\(?:[pP](?:\{\^?\w+\}|[A-Z])|[dDsSwW])/y) !== null) return ANY;
    const escaped = this.take(/\\[!-/:-@[-`{-~]/y);
    return escaped === null ? null : this.character(escaped.slice(1));
  }

  private quantifier(): { least: number; most: number } | null {
    const written = this.take(/[*+?]\??|\{\d+(?:,\d*)?\}\??/y);
    if (written === null) return { least: 1, most: 1 };
    if (/[*+?{]/.test(this.source[this.at] ?? '')) return null;
    if (written.startsWith('{')) {
      const [least = '0', most = least] = written.replace(/[{}?]/g, '').split(',');
      return { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
    }
    return {
      least: written.startsWith('+') ? 1 : 0,
      most: written.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
    };
  }

  private character(char: string): readonly Sequence[] {
    return isSure(char, this.ignoreCase) ? [[{ text: char }]] : ANY;
  }

  /** @param what sticky */
  private take(what: RegExp): string | null {
    what.lastIndex = this.at;
    const [taken = null] = what.exec(this.source) ?? [];
    this.at += taken?.length ?? 0;
    return taken;
  }
}

/** Whether a literal with this character is found wherever an expression with it is. */
function isSure(char: string, ignoreCase: boolean): boolean {
  // Half a character.
  if (/^[\uD800-\uDFFF]$/.test(char)) return false;
  if (!ignoreCase) return true;
  return /^[a-z]$/i.test(char) ? LETTERS.has(char.toLowerCase()) : isCaseless(char);
}

function isCaseless(char: string): boolean {
  return char.toLowerCase() === char.toUpperCase();
}

/** Latin letters whose forms (`ſ` and the sign of Kelvin among them) are one when folded. */
const LETTERS: ReadonlySet<string> = new Set(
  [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => {
    const forms = [
      letter.toUpperCase(),
      ...(letter === 's' ? 'ſ' : letter === 'k' ? '\u212a' : ''),
    ];
    return forms.every((form) => fold(form) === fold(letter));
  }),
);
