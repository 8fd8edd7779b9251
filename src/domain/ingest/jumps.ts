/**
 * Reads the marks by which a newspaper continues an article on another page: `（下转第4版）` at the
 * end of one part, `（上接第1版）《标题》` at the beginning of the next.
 */

export interface Jump {
  /** Where the other part stands: `next` for 下转, `previous` for 上接. */
  to: 'next' | 'previous';
  /** The other part's page, normalised as `pageKey` does. */
  page: string;
  /** Words of the article's title that the mark repeats, empty when there are none. */
  words: string;
}

const PAGE = '第?\\s?([A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s?';
/** A title in 《》 may hold quotation marks. */
const TITLE = '(?:\\s?[《“]((?<=《)[^》]{2,40}(?=》)|(?<=“)[^”]{2,40}(?=”))[》”]\\s?)?';
const SECTION = '(?:[\\s·:：]?\\p{Script=Han}{1,8})?';
const OPEN = '[（(【\\[]\\s?';
const CLOSE = '\\s?[）)】\\]]';
const ARROW = '[▶►▷>＞→☞◀◁<＜←]{0,3}\\s?';

/** `下转第4版`, `上接A3` with or without brackets; a bare `转` or `接` needs brackets and 版. */
const ALONE = new RegExp(
  `^(?:${ARROW}(下转|下接|上接|紧接)${PAGE}(?:[版页](?:的)?)?${SECTION}${TITLE}|` +
    `${OPEN}${ARROW}(下转|下接|转|上接|紧接|接上|接)${PAGE}[版页]?${SECTION}${TITLE}${CLOSE}${TITLE})$`,
  'u',
);
const AT_END = new RegExp(`${OPEN}${ARROW}(?:下转|下接|转)${PAGE}[版页]?${SECTION}${CLOSE}$`, 'u');
const AT_START = new RegExp(
  `^${OPEN}(?:上接|紧接|接上|接)${PAGE}[版页]?${SECTION}${TITLE}${CLOSE}(?:\\s?《[^》]{2,40}》(?=\\s|$))?`,
  'u',
);
const LONGEST = 60;

/** Reads a piece of a line that is such a mark as a whole; `null` for anything else. */
export function readJump(text: string): Jump | null {
  if (text.length > LONGEST || !/[转接轉]/.test(text)) return null;
  const plain = text.replace(/轉/g, '转');
  const match = ALONE.exec(plain);
  if (!match) return null;
  const word = match[1] ?? match[4] ?? '';
  if (word.length === 1 && !/[版页]/.test(plain)) return null;
  return {
    to: /转|下接/.test(word) ? 'next' : 'previous',
    page: pageKey(match[2] ?? match[5] ?? ''),
    words: match[3] ?? match[6] ?? match[7] ?? '',
  };
}

/**
 * Cuts the marks off the beginning and end of a line; in order, without empty pieces, and nothing
 * but white space between them is lost.
 */
export function splitAtJumps(line: string): string[] {
  const isShort = line.length <= LONGEST;
  const mayJump = isShort
    ? /[转接轉]/.test(line)
    : /[转接轉]/.test(line.slice(0, LONGEST)) || /[转接轉]/.test(line.slice(-LONGEST));
  if (!mayJump) return [line];
  if (readJump(line.trim())) return [line];
  const pieces: string[] = [];
  let rest = line;
  const start = AT_START.exec(rest.trimStart().slice(0, LONGEST));
  if (start && readJump(start[0].trim())) {
    pieces.push(start[0]);
    rest = rest.trimStart().slice(start[0].length);
  }
  const trimmed = rest.trimEnd();
  const tail = trimmed.slice(-LONGEST);
  const end = AT_END.exec(tail.replace(/轉/g, '转'));
  if (end && readJump(end[0].trim())) {
    const at = trimmed.length - end[0].length;
    pieces.push(rest.slice(0, at), trimmed.slice(at));
  } else pieces.push(rest);
  return pieces.filter((piece) => piece.trim() !== '');
}

const DIGITS = '〇一二三四五六七八九';

/** A page's name for comparing: `第A03版` and `A3` are the same, so are `第四版` and `4版`. */
export function pageKey(printed: string): string {
  const match = /([A-Za-z]?)\s?0*(\d{1,3})|([一二三四五六七八九十]{1,3})/.exec(
    printed.normalize('NFKC'),
  );
  if (!match) return '';
  if (match[3] === undefined) return `${(match[1] ?? '').toUpperCase()}${match[2]}`;
  const [tens = '', ones] = match[3].split('十');
  const digit = (char: string): number => DIGITS.indexOf(char);
  if (ones === undefined) return String(digit(tens));
  return String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)));
}
