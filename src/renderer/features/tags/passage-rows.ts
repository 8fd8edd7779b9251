import type { Article } from '@domain/model';
import type { PassageView } from '@renderer/archive/queries';

/** A line of a tag's passages: the head of an article, or a passage of it. */
export type PassageRow =
  | { kind: 'article'; article: Article; count: number }
  | { kind: 'passage'; view: PassageView };

/** The passages under the articles that they are from, in the order in which they come. */
export function passageRows(views: readonly PassageView[]): PassageRow[] {
  const groups = new Map<string, PassageView[]>();
  for (const view of views) {
    const group = groups.get(view.article.id) ?? [];
    group.push(view);
    groups.set(view.article.id, group);
  }
  return [...groups.values()].flatMap((group) => [
    ...group
      .slice(0, 1)
      .map(({ article }): PassageRow => ({ kind: 'article', article, count: group.length })),
    ...group.map((view): PassageRow => ({ kind: 'passage', view })),
  ]);
}

export function passageKey(row: PassageRow): string {
  return row.kind === 'article' ? row.article.id : row.view.annotation.id;
}

/** A passage as it stands in a line of a list. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** The words before a passage in its own paragraph, beginning with a word. */
export function wordsBefore(prefix: string): string {
  const sameParagraph = prefix.slice(prefix.lastIndexOf('\n') + 1);
  return oneLine(sameParagraph.replace(/^[\p{P}\s]+/u, ''));
}

/** The words after a passage in its own paragraph. */
export function wordsAfter(suffix: string): string {
  return oneLine(suffix.split('\n', 1)[0] ?? '');
}
