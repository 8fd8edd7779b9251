import type { Mark } from './line-marks';
import type { Line } from './types';

/** Where a file's table of contents is and what it names, for each line. */
export interface Contents {
  /** 1: a line of the table, or of the names of columns that it has. */
  contents: Uint8Array;
  /** A line that the table names: 1 by its words alone, 2 also with a page number behind dots. */
  listed: Uint8Array;
}

const LIMIT = 200;
const LONGEST = 80;
const HEAD =
  /^[★●◆■○◎☆◇□\s]*(?:(?:CONTENTS\s*)?目\s*[录錄](?:\s*CONTENTS)?|目\s*次|(?:本期|今日|本版|本报|今天)?(?:目录|导读|要目|看点)|CONTENTS)$/i;
/** `某某事………12`, `某某事 . . . . 12`, `某某事……… 某某 12`. */
const LEADERS =
  /^(.*?\p{Script=Han}.*?)[\s]*(?:[.．·・‥…—_]\s?){2,}\s*(?:\p{Script=Han}{2,4}[\s、,，/]+){0,3}[（(]?\d{1,4}[）)]?$/u;
/** `某某事 / 某某 / 12`. */
const SLASHED =
  /^(\p{Script=Han}[^/／|｜]{2,40}?)\s?[/／|｜]\s?(?:[^/／|｜\d]{2,16}?\s?[/／|｜]\s?)?[Pp]?\d{1,4}$/u;
const ENDS_IN_NUMBER = /\d[）)]?$/;
/** The name of a column is no longer. */
const COLUMN = 8;
/** So many lines may stand between two entries: names of columns, or the rest of a long title. */
const BETWEEN = 3;
/** So many lines above the first entry the heading of the table may stand. */
const ABOVE = 6;
/** So far down the heading of a table without page numbers may stand. */
const TOP = 10;

/** A table of contents at the top: lines with page numbers behind dots, or lines that return later. */
export function findContents(lines: readonly Line[], marks: readonly (Mark | null)[]): Contents {
  return withLeaders(lines) ?? returning(lines, marks);
}

/** The table told by its dots, whatever stands above it; `null` when there is none. */
function withLeaders(lines: readonly Line[]): Contents | null {
  const entries: { index: number; name: string }[] = [];
  for (let index = 0; index < Math.min(lines.length, LIMIT); index += 1) {
    const text = lines[index]?.text ?? '';
    const last = entries.at(-1)?.index ?? index;
    if (entries.length > 0 && index - last > BETWEEN + 1) break;
    if (text.length > LONGEST) continue;
    const name = ENDS_IN_NUMBER.test(text)
      ? (LEADERS.exec(text) ?? SLASHED.exec(text))?.[1]
      : undefined;
    if (name !== undefined) entries.push({ index, name });
    // A single line with dots was none.
    else if (entries.length === 1 && index - last > BETWEEN) entries.length = 0;
  }
  const first = entries[0]?.index ?? 0;
  const last = entries.at(-1)?.index ?? -1;
  if (entries.length < 2) return null;
  const contents = new Uint8Array(lines.length);
  const listed = new Uint8Array(lines.length);
  contents.fill(1, headAbove(lines, first), last + 1);
  const places = new Map<string, number>();
  for (let index = lines.length - 1; index > last; index -= 1) {
    const line = lines[index];
    if (line && line.length <= LONGEST) places.set(unnumbered(line.text), index);
  }
  for (const { name } of entries) {
    const found = placeOfEntry(name, places);
    if (found === null) continue;
    listed[found.place] = 2;
    for (const column of found.rest) markColumn(column);
  }
  const isEntry = new Set(entries.map(({ index }) => index));
  for (let index = first - 1; index < last; index += 1) {
    if (!isEntry.has(index)) markColumn(lines[index]?.text ?? '');
  }
  return { contents, listed };

  /** Where the name of a column returns over its text, it is no title and no text. */
  function markColumn(text: string): void {
    const place = text.length <= COLUMN ? places.get(unnumbered(text)) : undefined;
    if (place !== undefined && listed[place] === 0) contents[place] = 1;
  }
}

function headAbove(lines: readonly Line[], first: number): number {
  for (let index = first; index >= Math.max(0, first - ABOVE); index -= 1) {
    if (HEAD.test(lines[index]?.text.trim() ?? '')) return index;
  }
  return first;
}

/** An entry may have the column before its title and the author behind it. */
function placeOfEntry(
  name: string,
  places: ReadonlyMap<string, number>,
): { place: number; rest: string[] } | null {
  const whole = places.get(unnumbered(name));
  if (whole !== undefined) return { place: whole, rest: [] };
  const parts = name.split(/[\s\u3000]{2,}|\u3000|\s?[/／|｜]\s?/).filter((part) => part !== '');
  for (let size = parts.length - 1; size > 0; size -= 1) {
    for (let from = 0; from + size <= parts.length; from += 1) {
      const title = unnumbered(parts.slice(from, from + size).join(''));
      const place = title.length > 3 ? places.get(title) : undefined;
      if (place === undefined) continue;
      return { place, rest: [...parts.slice(0, from), ...parts.slice(from + size)] };
    }
  }
  return null;
}

/** Two or more lines that return later in the file as lines. */
function returning(lines: readonly Line[], marks: readonly (Mark | null)[]): Contents {
  const contents = new Uint8Array(lines.length);
  const listed = new Uint8Array(lines.length);
  // One short line at the top is a title, no list of titles.
  if ((lines[0]?.length ?? 0) > LONGEST || (lines[1]?.length ?? LONGEST + 1) > LONGEST) {
    return { contents, listed };
  }
  const placeOf = lastPlaces(lines);
  const named: number[] = [];
  const head = lines.slice(0, TOP).findIndex(({ text }) => HEAD.test(text));
  const from = Math.max(0, head);
  let end = from;
  let passed = 0;
  for (let i = from; i < Math.min(lines.length, LIMIT); i += 1) {
    const line = lines[i];
    if (!line || line.length > LONGEST || line.text.endsWith('。')) break;
    // Sources and dates return too, but tell that an article has begun.
    if (/^(?:header|source|byline|editor)$/.test(marks[i]?.kind ?? '')) break;
    let place = placeOf(entryName(line.text)) ?? placeOf(unnumbered(line.text)) ?? i;
    if (place <= i && head >= 0) place = placeOf(unnumbered(beforeAuthor(line.text))) ?? i;
    if (place > i && place >= named.length + 1) {
      named.push(place);
      end = i + 1;
      passed = 0;
    } else if (head >= 0 && passed < BETWEEN && mayStandBetween(line.text)) {
      passed += 1;
      if (/^\d/.test(line.text) && named.length > 0) end = i + 1;
    } else if (!HEAD.test(line.text) && i > end) break;
  }
  const outside = named.filter((place) => place >= end);
  const least = head >= 0 ? 1 : 2;
  if (outside.length < least || outside.length < named.length) return { contents, listed };
  contents.fill(1, from, end);
  for (const place of outside) listed[place] = 1;
  return { contents, listed };
}

/** `04 某事 / 某某`: without who wrote it. */
function beforeAuthor(text: string): string {
  return text.replace(/(?<=\S)\s?[/／|｜]\s?[\p{Script=Han}\s、]{2,16}$/u, '');
}

/** The name of a column, or an entry with its page whose text is not in the file. */
function mayStandBetween(text: string): boolean {
  return text.length <= COLUMN || /^\d{1,3}[\s\u3000]+\S/.test(text);
}

/** So many names are looked for line by line; a list of names is worth a map of all lines. */
const FEW_NAMES = 6;

/** Where a name stands last among the lines, `undefined` when nowhere. */
function lastPlaces(lines: readonly Line[]): (name: string) => number | undefined {
  let asked = 0;
  let places: Map<string, number> | null = null;
  return (name) => {
    asked += 1;
    if (asked > FEW_NAMES && places === null) {
      places = new Map();
      for (const [i, { text, length }] of lines.entries()) {
        if (length <= LONGEST) places.set(unnumbered(text), i);
      }
    }
    if (places !== null) return places.get(name);
    const first = name.charAt(0);
    for (let i = lines.length - 1; i >= 0; i -= 1) {
      const line = lines[i];
      if (!line || line.length > LONGEST || !line.text.includes(first)) continue;
      if (unnumbered(line.text) === name) return i;
    }
    return undefined;
  };
}

/** An entry's title without its page number. */
function entryName(text: string): string {
  return unnumbered(
    text.replace(/[\s.．·…。、，/]*[（(]?(?:第|[PA-D])?\d{1,4}\s?[版页]?[）)]?$/, ''),
  );
}

/** Without the number in front; one at the end may tell the titles of a series apart. */
function unnumbered(text: string): string {
  return text
    .replace(/^(?:\d{1,3}|[一二三四五六七八九十]{1,3})?[\s.．、·●■◆○◎★]*/, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
