import type { Mark } from './line-marks';
import { isName } from './names';
import { isOutletName } from './outlets';
import type { Line } from './types';

/** Marks that only the neighbouring lines justify. */
export function refineMarks(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
): (Mark | null)[] {
  const speakers = findSpeakers(lines, marks);
  return marks.map((mark, index) => {
    const line = lines[index];
    if (!line) return mark;
    if (mark === null && speakers.has(speakerOf(line.text))) {
      return { kind: 'speech', rule: 'known-speaker' };
    }
    if ((mark === null || mark.kind === 'name') && isSignature(lines, marks, index)) {
      return { kind: 'byline', rule: 'signature' };
    }
    return mark;
  });
}

function speakerOf(text: string): string {
  return /^([^：:，。\s]{1,12})[：:]/.exec(text)?.[1] ?? '';
}

/** Who speaks at the beginning of two lines or more. */
function findSpeakers(lines: readonly Line[], marks: readonly (Mark | null)[]): Set<string> {
  const counts = new Map<string, number>();
  lines.forEach((line, index) => {
    if (marks[index]?.kind !== 'speech') return;
    const speaker = speakerOf(line.text);
    if (speaker !== '') counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= 2).map(([speaker]) => speaker));
}

const BODY =
  /(?:会|局|部|院|所|办|办公室|中心|社|队|厅|处|站|组|政府|党委|支部|公司|大学|学院|编辑部)$/;

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
  const known = isName(line.text) || BODY.test(line.text) || isOutletName(line.text);
  const goesOn = lines[index + 2]?.gap === 0 && (lines[index + 2]?.length ?? 0) > 40;
  return known && !goesOn && (before.end === 'closed' || marks[index - 1] !== null);
}
