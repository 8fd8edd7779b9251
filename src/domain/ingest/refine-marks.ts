import { bylineRule } from './byline-lines';
import { columnRule } from './column-lines';
import {
  headsClose,
  isBareSource,
  isCitedUnderText,
  isHeadOfText,
  isRunningText,
  isTextAt,
} from './heads-and-ends';
import { closesBracketOnly, leavesBracketOpen } from './line-end';
import type { Mark } from './line-marks';
import { isName, readNames } from './names';
import { isOutletName } from './outlets';
import { isDistribution, isImprint, isLetterhead, isMasthead } from './press-heads';
import type { Line } from './types';

/** Marks that only the neighbouring lines justify. */
export function refineMarks(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
): (Mark | null)[] {
  const speakers = findSpeakers(lines, marks);
  const sections = findSectionNumbers(lines, marks);
  const closing = headsClose(lines, marks);
  const known = { speakers, sections, closing };
  const refined: (Mark | null)[] = [];
  for (let index = 0; index < marks.length; index += 1) {
    refined.push(refineMark(lines, marks, index, known));
  }
  return refined;
}

interface Known {
  speakers: ReadonlySet<string>;
  sections: ReadonlySet<number>;
  /** Running heads stand under their texts. */
  closing: boolean;
}

function refineMark(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
  { speakers, sections, closing }: Known,
): Mark | null {
  const mark = marks[index] ?? null;
  const line = lines[index];
  if (!line) return mark;
  if (closesBracketOnly(line.text) && leavesBracketOpen(lines[index - 1]?.text ?? '')) return null;
  if (mark !== null && looksUnlikeTitle(mark) && isDatedTitle(lines, marks, index)) return null;
  if (isMasthead(lines, marks, index)) return { kind: 'page', rule: 'masthead' };
  const column = columnRule(lines, marks, index);
  if (column) return { kind: 'page', rule: column };
  if (isLetterhead(lines, index)) return { kind: 'page', rule: 'letterhead' };
  if (isFurtherReading(lines, marks, index)) return { kind: 'page', rule: 'web-tail' };
  if (isImprint(lines, index)) return { kind: 'page', rule: 'issue-line' };
  if (isDistribution(lines, index)) return { kind: 'editor', rule: 'distribution' };
  if (sections.has(index)) return { kind: 'page', rule: 'section-number' };
  if (mark?.rule === 'running-head' && isHeadOfText(lines, marks, index))
    return { ...mark, kind: 'header', rule: 'header-fields' };
  if (closing && mark?.rule === 'running-head') return { ...mark, kind: 'source' };
  if (mark?.kind === 'header' && isCitedUnderText(lines, mark, index))
    return { ...mark, kind: 'source' };
  if (mark === null && isBareSource(lines, marks, index))
    return { kind: 'source', rule: 'source-organ' };
  if (isQuestion(lines, marks, index)) return { kind: 'speech', rule: 'known-speaker' };
  if (mark === null && isBodyInBrackets(lines, index)) {
    return { kind: 'source', rule: 'bracketed-body' };
  }
  if (mark === null && speakers.size > 0 && speakers.has(speakerOf(line.text))) {
    return { kind: 'speech', rule: 'known-speaker' };
  }
  if ((mark === null || mark.kind === 'name') && isSignature(lines, marks, index)) {
    return { kind: 'byline', rule: 'signature' };
  }
  if (mark?.kind === 'caption' && isCreditAmongMakers(lines, marks, index))
    return { kind: 'byline', rule: 'role-and-names' };
  if (mark === null && isPlaceAndName(lines, index)) return { kind: 'byline', rule: 'signature' };
  if (mark === null && isRightAligned(lines, index)) return { kind: 'byline', rule: 'signature' };
  const byline = mark === null || canBeByline(mark) ? bylineRule(lines, marks, index) : null;
  return byline ? { kind: 'byline', rule: byline } : mark;
}

/** Kinds that a byline of unknown names may be taken for. */
function canBeByline({ kind, rule }: Mark): boolean {
  return (
    kind === 'item' ||
    kind === 'table' ||
    kind === 'speech' ||
    rule === 'source-organ' ||
    rule === 'picture-credit'
  );
}

/** Marks that some titles bear by chance: `…的思考（上）`, `…第1号留学预警`, `媒体：…`. */
function looksUnlikeTitle({ kind, rule, fields }: Mark): boolean {
  if (kind === 'header') return fields?.date === '' && fields.title === '';
  return rule === 'picture-tail' || rule === 'issue-line' || rule === 'source-organ';
}

/** A line set apart from a finished text, with nothing but its date and running text under it. */
function isDatedTitle(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const [line, date, text] = [lines[index], lines[index + 1], lines[index + 2]];
  const below = marks[index + 1];
  if (!line || !date || !text || line.length < 8) return false;
  if (line.end !== 'open' && line.end !== 'quoted') return false;
  if (below?.kind !== 'header' || !below.fields?.date || !isRunningText(text)) return false;
  const { outlet, byline, page } = below.fields;
  const apart = lines[index - 1]?.end === 'closed' && line.gap > date.gap;
  return outlet + byline + page === '' && apart;
}

function speakerOf(text: string): string {
  return /^([^：:，。\s]{1,12})[：:]/.exec(text)?.[1] ?? '';
}

/** Who speaks at the beginning of two lines or more. */
function findSpeakers(lines: readonly Line[], marks: readonly (Mark | null)[]): Set<string> {
  const counts = new Map<string, number>();
  for (let index = 0; index < lines.length; index += 1) {
    if (marks[index]?.kind !== 'speech') continue;
    const speaker = speakerOf(lines[index]?.text ?? '');
    if (speaker !== '') counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([speaker]) => speaker));
}

/** `记者：后来呢` in an interview looks like a byline; the lines beside it are spoken too. */
function isQuestion(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const kind = marks[index]?.kind;
  if (kind !== 'header' && kind !== 'byline') return false;
  const words = /^(?:本[报刊网台])?记者[：:](.*)$/.exec(lines[index]?.text ?? '')?.[1];
  const spoken = marks[index - 1]?.kind === 'speech' || marks[index + 1]?.kind === 'speech';
  return words !== undefined && spoken && readNames(words) === null;
}

/** `01`, `02` … alone in their lines and each over a short line number sections, not pages. */
function findSectionNumbers(lines: readonly Line[], marks: readonly (Mark | null)[]): Set<number> {
  const found: number[] = [];
  for (let index = 0; index + 1 < lines.length; index += 1) {
    if (marks[index]?.rule !== 'page-number') continue;
    if (!/^0\d$|^PART\s?\d+$/i.test(lines[index]?.text ?? '')) continue;
    const next = lines[index + 1];
    if (next && next.length <= 30 && next.end === 'open') found.push(index);
  }
  return new Set(found.length >= 2 ? found : []);
}

/** `（红枫镇社工站）` right under the end of a text. */
function isBodyInBrackets(lines: readonly Line[], index: number): boolean {
  const inner = /^[（(]([^（）()]{3,24})[）)]$/.exec(lines[index]?.text ?? '')?.[1];
  return inner !== undefined && lines[index - 1]?.end === 'closed' && BODY.test(inner);
}

const BODY =
  /(?:委|团委|妇联|工会|协会|法院|检察院|会|局|部|院|所|办|办公室|中心|社|队|厅|(?<!查)处|站|组|政府|党委|支部|公司|集团|大学|学院|小学|中学|学校|幼儿园|医院|图书馆|博物馆|文化馆|支队|大队|编辑部|[学教研][系室])$/;

/** A body's or person's name with nothing but a date under it, after the end of a text. */
function isSignature(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const line = lines[index];
  const date = marks[index + 1];
  const before = lines[index - 1];
  if (!line || !before || date?.kind !== 'header' || !date.fields) return false;
  const { outlet, byline, page, title } = date.fields;
  if (outlet + byline + page + title !== '' || line.length > 30 || line.end !== 'open')
    return false;
  // Between `敬礼！` or `特此公告。` and the date stands who signs, whatever it is called.
  const isSigned = marks[index - 1]?.kind === 'formula' && before.end !== 'colon';
  const known = isSigned || isName(line.text) || BODY.test(line.text) || isOutletName(line.text);
  // A title with its date is told from a signature by the text under it.
  const next = lines[index + 2];
  // What signs is short and says no more than a name.
  const isNameAlone = isSigned || (line.length <= 14 && !/[\d\s]/.test(line.text));
  const goesOn = isNameAlone
    ? next !== undefined && isRunningText(next)
    : isTextAt(lines, index + 2);
  const finished = before.end === 'closed' || marks[index - 1] !== null;
  // A notice ends with whom to ask: `联系人：…　电话：…`.
  const ask = next === undefined && /^\p{Script=Han}{2,5}[：:]/u.test(before.text);
  return known && !goesOn && (finished || ask);
}

/** Links under `相关文章`: each begins with a point or dash. */
function isFurtherReading(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const is = (at: number): boolean => /^[·•‧∙▪◦>»]\s?\S/.test(lines[at]?.text ?? '');
  if (!is(index)) return false;
  let at = index - 1;
  while (at > index - 12 && is(at)) at -= 1;
  return marks[at]?.rule === 'web-tail';
}

/** `图片：某某站` between `文字：…` and `编辑：…`: one of those who made the text. */
function isCreditAmongMakers(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  if (!/^(?:图片|摄影|供图|配图|图)\s?[:：/／|｜丨]\s?\S{2,16}$/.test(lines[index]?.text ?? ''))
    return false;
  const isMaker = (at: number): boolean =>
    marks[at]?.kind === 'byline' || marks[at]?.kind === 'editor' || marks[at]?.kind === 'header';
  return (
    (isMaker(index - 1) && lines[index]?.gap === 0) ||
    (isMaker(index + 1) && lines[index + 1]?.gap === 0)
  );
}

/** `湖西　白芷`: where the writer of a letter is and who, under its end. */
function isPlaceAndName(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line || line.length > 16 || lines[index - 1]?.end !== 'closed') return false;
  const name = /^\p{Script=Han}{2,10}[\s\u3000]{1,3}(\p{Script=Han}{2,3})$/u.exec(line.text)?.[1];
  const next = lines[index + 1];
  return name !== undefined && isName(name) && !(next && isRunningText(next));
}

/** Half of a page of forty characters. */
const RIGHT_HALF = 40;

/** A short line that begins in the right half of the page, under the end of a text. */
function isRightAligned(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line || line.indent < RIGHT_HALF || line.length > 24 || line.end !== 'open') return false;
  return lines[index - 1]?.end === 'closed';
}
