import type { CodedView } from '@renderer/archive/code-browser';

export type Grouping = 'article' | 'outlet' | 'date';

export type CodeRow =
  | { kind: 'head'; key: string; name: string; count: number }
  | { kind: 'passage'; key: string; view: CodedView };

export interface Group {
  key: string;
  name: string;
  views: CodedView[];
}

/** The passages under what they have in common, groups in the order of `compare` (dates as they are). */
export function groupPassages(
  views: readonly CodedView[],
  by: Grouping,
  unknown: string,
  compare: (a: string, b: string) => number,
): Group[] {
  const groups = new Map<string, Group>();
  for (const view of views) {
    const { id, title, outlet, date } = view.article;
    const key = by === 'article' ? id : by === 'outlet' ? outlet : date;
    const name = by === 'article' ? title : key;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, name: name || unknown, views: [view] });
    else group.views.push(view);
  }
  const all = [...groups.values()];
  if (by === 'article') return all;
  // What is not known comes last.
  const order = by === 'outlet' ? compare : (a: string, b: string) => (a < b ? -1 : 1);
  return all.sort((a, b) => Number(a.key === '') - Number(b.key === '') || order(a.key, b.key));
}

export function rowsOfGroups(groups: readonly Group[]): CodeRow[] {
  const rows: CodeRow[] = [];
  for (const { key, name, views } of groups) {
    rows.push({ kind: 'head', key: `head ${key}`, name, count: views.length });
    for (const view of views) rows.push({ kind: 'passage', key: view.annotation.id, view });
  }
  return rows;
}
