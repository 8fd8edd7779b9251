/**
 * Markdown as a row of units, each one character of text or one piece of syntax, so that what has to
 * be escaped can be decided by its neighbours before the string is put together.
 */
export interface Unit {
  /** What is written. */
  out: string;
  /** The character of text this unit stands for; `null` for syntax. */
  char: string | null;
  /** Part of a run of emphasis markers. */
  delimiter?: { marker: '*' | '_' | '~'; opens: boolean };
  /** Starts a new line of Markdown after itself. */
  lineBreak?: boolean;
}

const ALWAYS_ESCAPED = new Set('\\`*_[]<~$|#^');

/** Text that starts with a letter beyond ASCII and holds nothing that could ever be escaped. */
const ALWAYS_PLAIN = /^(?![\p{ASCII}\uFEFF])[^\p{Cc}\\`*_[\]<~$|#^&=%:.@]*(?<![ \uFEFF])$/u;

/** A short cut for most paragraphs of Chinese text: says that they are written as they are. */
export function isPlainText(text: string): boolean {
  return ALWAYS_PLAIN.test(text);
}

/** A character reference (CommonMark 0.31.2, section 2.5) for one code point. */
function characterReference(char: string): string {
  return `&#x${(char.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase()};`;
}

export function syntax(out: string): Unit {
  return { out, char: null };
}

/**
 * Text as units that mean themselves in CommonMark, GFM and Obsidian (tags, `$` maths, `==`
 * highlights, `%%` comments, `^` block ids). A line's ends are guarded later, by `guardLines`.
 *
 * @param text without line breaks
 */
export function textUnits(text: string): Unit[] {
  const chars = [...text];
  return chars.map((char, index) => {
    const before = chars[index - 1] ?? '';
    const after = chars[index + 1] ?? '';
    return { out: mustEscape(char, before, after) ? `\\${char}` : char, char };
  });
}

function mustEscape(char: string, before: string, after: string): boolean {
  if (ALWAYS_ESCAPED.has(char)) return true;
  switch (char) {
    case '&':
      return /[#A-Za-z]/.test(after);
    case '=':
    case '%':
      return before === char || after === char;
    // Bare web and mail addresses would become links (GFM autolink literals), inside which the
    // other escapes do not work.
    case ':':
      return after === '/' && /[ps]/i.test(before);
    case '.':
      return /w/i.test(before);
    case '@':
      return /[\w+.-]/.test(before) && /[\w.-]/.test(after);
    default:
      return false;
  }
}

/**
 * Guards both ends of every line: white space that Markdown would strip becomes a character
 * reference; with `blocks`, characters that would start a block at a line's start are escaped.
 */
export function guardLines(units: Unit[], blocks: boolean): void {
  let start = 0;
  for (let index = 0; index <= units.length; index++) {
    const unit = units[index];
    if (unit && !unit.lineBreak) continue;
    guardEnd(units[start]);
    if (index > start) guardEnd(units[index - 1]);
    if (blocks) guardBlockStart(units, start, index);
    start = index + 1;
  }
}

function guardEnd(unit: Unit | undefined): void {
  if (unit?.char && /^[ \t\uFEFF]$/.test(unit.char)) unit.out = characterReference(unit.char);
}

function guardBlockStart(units: Unit[], start: number, end: number): void {
  const guard = (unit: Unit | undefined) => {
    if (unit?.char && unit.out === unit.char) unit.out = `\\${unit.char}`;
  };
  const charAt = (index: number) => (index < end ? (units[index]?.char ?? '') : '');
  const first = charAt(start);
  const second = charAt(start + 1);
  if (first === '>' || first === '-' || first === '=') guard(units[start]);
  if (first === '+' && (second === '' || /\s/.test(second))) guard(units[start]);
  if (first === ':' && second === '-') guard(units[start]);
  let index = start;
  while (/^\d$/.test(charAt(index))) index++;
  if (index > start && /^[.)]$/.test(charAt(index)) && /^\s?$/.test(charAt(index + 1)))
    guard(units[index]);
}

/**
 * Makes every run of emphasis markers open or close where it should. CommonMark's flanking rule
 * (0.31.2, section 6.2) does not let `**` open between a letter and punctuation, which is common in
 * Chinese (`说**“好”**`); the one neighbour in the way is written as a character reference, which
 * counts as punctuation. Characters that some parsers take for punctuation and others for letters
 * (symbols, everything beyond the BMP) are guarded both ways.
 */
export function guardDelimiters(units: Unit[]): void {
  // Every pass can only turn further characters into references, so this ends.
  for (let changed = true; changed; ) changed = guardPass(units);
}

function guardPass(units: Unit[]): boolean {
  let changed = false;
  const encode = (unit: Unit | undefined) => {
    if (!unit?.char || unit.out !== unit.char || /\p{Cc}/u.test(unit.char)) return;
    unit.out = characterReference(unit.char);
    changed = true;
  };
  for (let start = 0; start < units.length; ) {
    const marker = units[start]?.delimiter?.marker;
    let end = start + 1;
    if (marker) {
      while (units[end]?.delimiter?.marker === marker) end++;
      const run = units.slice(start, end);
      const opens = run.some((unit) => unit.delimiter?.opens === true);
      const closes = run.some((unit) => unit.delimiter?.opens === false);
      const left = units[start - 1];
      const right = units[end];
      const outside = { left: edgeOf(left, 'last'), right: edgeOf(right, 'first') };
      if (opens) {
        if (isSpace(outside.right)) encode(right);
        if ((marker === '_' || mayBePunctuation(outside.right)) && !isBoundary(outside.left))
          encode(left);
      }
      if (closes) {
        if (isSpace(outside.left)) encode(left);
        if ((marker === '_' || mayBePunctuation(outside.left)) && !isBoundary(outside.right))
          encode(right);
      }
    }
    start = end;
  }
  return changed;
}

/** The code point of a unit that touches the run; at the paragraph's edge, a line ending. */
function edgeOf(unit: Unit | undefined, side: 'first' | 'last'): string {
  return [...(unit?.out ?? '\n')].at(side === 'first' ? 0 : -1) ?? '\n';
}

function isSpace(char: string): boolean {
  return /\s/.test(char);
}

function mayBePunctuation(char: string): boolean {
  return isSpace(char) || /[\p{P}\p{S}]/u.test(char);
}

/** White space or punctuation for every parser. */
function isBoundary(char: string): boolean {
  return (
    isSpace(char) || /^[!-/:-@[-`{-~]$/.test(char) || (char.length === 1 && /\p{P}/u.test(char))
  );
}

export function unitsToString(units: readonly Unit[]): string {
  return units.map((unit) => unit.out).join('');
}
