import type { FileView } from './context';
import type { Guide } from './guide';
import { endsInMidPhrase } from './lexicon';
import { isPlainSubtitle } from './score-title';
import { closesInNextLine, goesOnInNextLine } from './title-lines';
import type { Label, Line } from './types';

/**
 * The lines that make the title on the line before them longer: what the researcher or the file's
 * own title says, and second lines that are the rest of a title too long for one line.
 */
export function findWrapped(
  view: FileView,
  guide: Guide,
  labels: readonly Label[],
): ReadonlySet<number> {
  const wrapped = new Set<number>();
  labels.forEach((label, index) => {
    const before = view.lines[index - 1];
    const line = view.lines[index];
    const isUnderTitle = labels[index - 1] === 'title' || wrapped.has(index - 1);
    if (!before || !line || !isUnderTitle) return;
    const said = guide.corrected.get(index);
    const given = guide.settled.get(index)?.rule === 'given-title';
    if (said ? said.as === 'title' : given) wrapped.add(index);
    else if (
      !said &&
      label === 'subtitle' &&
      line.gap === 0 &&
      (continuesTitle(view, before, line, index) ||
        closesInNextLine(view, index - 1) ||
        goesOnInNextLine(view, index - 1))
    ) {
      wrapped.add(index);
    }
  });
  return wrapped;
}

/** No medium is so narrow that a title this short goes on in a second line without need. */
const SHORT_TITLE = 14;

function continuesTitle(view: FileView, first: Line, line: Line, index: number): boolean {
  if (first.level > 0 || first.emphasised || first.end !== 'open') return false;
  if (/^(?:——|—|--|[（(])/.test(line.text) || isPlainSubtitle(view, index)) return false;
  // A number or Latin word is not parted by a new line.
  if (/[\dA-Za-z]$/.test(first.text) && /^[\dA-Za-z]/.test(line.text)) return true;
  // What names its subject again (`青山县…` under `青山县…`) is a line of its own.
  if (line.text.slice(0, 2) === first.text.slice(0, 2)) return false;
  const fits =
    first.length >= 10 && line.length <= first.length + 2 && first.length + line.length <= 48;
  if (!fits) return false;
  if (first.length >= SHORT_TITLE && line.length < 8) return true;
  return (
    endsInMidPhrase(first.text) ||
    OPEN_TAIL.test(line.text) ||
    view.seams.known(first.text, line.text) > 0
  );
}

/** Ends that no second line has by itself (`…工作的通知`). */
const OPEN_TAIL =
  /(?:^工作|的\p{Script=Han}{1,4}$|(?:通知|意见|方案|办法|纪实|侧记|综述|公告|通报|报告|倡议书)$)/u;
