/**
 * How texts are compared: letters, combining marks and digits count as words, folded by width and
 * case; punctuation and symbols are marks; the rest is white space. Traditional and simplified
 * characters stay apart: which is printed is a fact about the edition.
 */

const SPACE = 0;
const MARK = 1;
const WORD = 2;

/** Marks that typographic repair turns into one another; each group is folded into its first. */
const REPAIRED_MARKS = ['"\'“”‘’「」『』＂＇', ',，、､', '.。．｡…', '-‐‑‒–—―─－', '~～〜'];

interface Tables {
  /** What a UTF-16 unit is: `SPACE`, `MARK` or `WORD`. */
  kind: Uint8Array;
  /** What a unit is compared as. */
  folded: Uint16Array;
  /** `MIXES`, or whether the unit is dropped (`SPACE`) or kept (`WORD`) whatever stands beside it. */
  alone: Uint8Array;
}

/** What becomes of the unit has to be asked of the whole text. */
const MIXES = 3;

let tables: Tables | null = null;

/** The tables over all UTF-16 units, made (some 20 ms) when they are first needed. */
function foldTables(): Tables {
  tables ??= makeTables();
  return tables;
}

function makeTables(): Tables {
  const kind = new Uint8Array(0x10000);
  const folded = new Uint16Array(0x10000);
  // Halves of surrogate pairs are words: the ideographs beyond the basic plane are made of them.
  const word = /^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}\p{Co}\p{Cs}]$/u;
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const char = String.fromCharCode(unit);
    kind[unit] = word.test(char) ? WORD : /\s/.test(char) ? SPACE : MARK;
    const wide = char.normalize('NFKC');
    const lower = (wide.length === 1 ? wide : char).toLowerCase();
    folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  }
  for (const group of REPAIRED_MARKS)
    for (const char of group) folded[char.charCodeAt(0)] = group.charCodeAt(0);
  const alone = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit += 1) alone[unit] = standsAlone(unit, { kind, folded });
  return { kind, folded, alone };
}

/** Marks and parts of Hangul syllables join what is before them, halves of pairs each other. */
const MIXING = /[\p{M}\p{Cs}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

/** What `alone` says of a unit: whether its own compatibility form comes to the same as itself. */
function standsAlone(unit: number, { kind, folded }: Omit<Tables, 'alone'>): number {
  const char = String.fromCharCode(unit);
  const wide = char.normalize('NFKC');
  if (MIXING.test(char) || MIXING.test(wide)) return MIXES;
  const own = kind[unit] === WORD;
  if (wide !== char) {
    const kept = wide.split('').flatMap((each) => {
      const part = each.charCodeAt(0);
      return kind[part] === WORD ? (folded[part] ?? part) : [];
    });
    if (kept.length !== (own ? 1 : 0) || (own && kept[0] !== folded[unit])) return MIXES;
  }
  return own ? WORD : SPACE;
}

export function isWordUnit(unit: number): boolean {
  return foldTables().kind[unit] === WORD;
}

export function isSpaceUnit(unit: number): boolean {
  return foldTables().kind[unit] === SPACE;
}

/** What a UTF-16 unit is compared as; repaired punctuation is the same as the unrepaired. */
export function foldUnit(unit: number): number {
  return foldTables().folded[unit] ?? unit;
}

/**
 * The text's words as UTF-16 units for comparison: compatibility forms composed (NFKC), case
 * folded, no white space, punctuation or symbols.
 */
export function normalise(text: string): Uint16Array {
  const { folded, alone } = foldTables();
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const is = alone[unit];
    if (is === WORD) {
      units[length] = folded[unit] ?? unit;
      length += 1;
    } else if (is === MIXES) return normaliseWhole(text);
  }
  return units.subarray(0, length);
}

/** The same for any text. Composing takes several times as long as all the rest. */
export function normaliseWhole(text: string): Uint16Array {
  const { kind, folded } = foldTables();
  const compatible = text.normalize('NFKC');
  const units = new Uint16Array(compatible.length);
  let length = 0;
  for (let i = 0; i < compatible.length; i += 1) {
    const unit = compatible.charCodeAt(i);
    if (kind[unit] !== WORD) continue;
    units[length] = folded[unit] ?? unit;
    length += 1;
  }
  return units.subarray(0, length);
}

/** A text's words, folded unit by unit, and where each stood. */
export interface Words {
  text: string;
  /** UTF-16 offset in the original of every unit of `text`. */
  at: Int32Array;
}

const PIECE = 8192;

/**
 * The words of a text with their places, for alignment.
 *
 * @param barrier a unit that is kept as if it were a word
 */
export function wordsOf(text: string, barrier = -1): Words {
  const { kind, folded } = foldTables();
  const units = new Uint16Array(text.length);
  const at = new Int32Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (kind[unit] !== WORD && unit !== barrier) continue;
    units[length] = folded[unit] ?? unit;
    at[length] = i;
    length += 1;
  }
  const pieces: string[] = [];
  for (let i = 0; i < length; i += PIECE)
    pieces.push(String.fromCharCode(...units.subarray(i, Math.min(length, i + PIECE))));
  return { text: pieces.join(''), at: at.subarray(0, length) };
}
