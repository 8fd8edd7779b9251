import type { FileView } from './context';
import type { Guide } from './guide';
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
    else if (!said && label === 'subtitle' && line.gap === 0 && continuesTitle(before, line)) {
      wrapped.add(index);
    }
  });
  return wrapped;
}

function continuesTitle(first: Line, line: Line): boolean {
  if (first.level > 0 || first.emphasised || first.end !== 'open') return false;
  if (/^(?:——|—|--|[（(])/.test(line.text)) return false;
  return first.length >= 10 && line.length <= first.length + 2 && first.length + line.length <= 48;
}
