import type { FileView } from './context';
import type { Guide } from './guide';
import { joinPoints } from './score-join';
import { possibleLabels } from './score-label';
import type { Label, Line } from './types';

/** A finished line this long is a paragraph or the end of one. */
const TEXT_LENGTH = 46;
/** So surely nothing is joined that no other reading can win. */
const APART = -3;
const TITLE_LENGTH = 38;

/**
 * The labels of a file that can be read in one way only: a title and finished paragraphs, all set
 * alike, as most files of a large import are. `null` for every other file.
 */
export function plainLabels(view: FileView, guide: Guide): Label[] | null {
  const { lines, marks, titled } = view;
  const [title, first] = lines;
  if (!title || !first || titled || isGuided(guide)) return null;
  if (marks[0] !== null || !isPlainTitle(title)) return null;
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i];
    const known = marks[i] === null && line !== undefined && line.end === 'closed';
    if (!known || line.length < TEXT_LENGTH || line.hint || line.level > 0) return null;
    if (line.breakBefore !== 'none' || line.emphasised) return null;
    if (line.indent !== first.indent || (i > 1 && line.gap !== lines[2]?.gap)) return null;
    if (possibleLabels(view, i).length > 2) return null;
    if (i > 1 && joinPoints(view, i - 1, i) > APART) return null;
  }
  return lines.map((_, i) => (i === 0 ? 'title' : 'body'));
}

function isPlainTitle(line: Line): boolean {
  if (line.length < 5 || line.length > TITLE_LENGTH || line.hint || line.end !== 'open')
    return false;
  return line.level === 0 && !/[。；;，,（(]/.test(line.text);
}

function isGuided({ settled, corrected, seams, titled }: Guide): boolean {
  return titled || settled.size + corrected.size + seams.size > 0;
}
