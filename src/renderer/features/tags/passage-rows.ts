import { CONTEXT_LENGTH } from '@domain/anchor/anchor';
import type { Article } from '@domain/model';
import type { PassageView } from '@renderer/archive/queries';

/** A line of a tag's passages: a head (of its examples, of an article), or a passage. */
export type PassageRow =
  | { kind: 'examples'; count: number }
  | { kind: 'article'; article: Article; count: number }
  | { kind: 'passage'; view: PassageView; isExample: boolean; amongExamples: boolean };

/**
 * The examples (by their ids), then all passages under the articles that they are from, in the order in
 * which they come.
 */
export function passageRows(
  views: readonly PassageView[],
  examples: readonly string[] = [],
): PassageRow[] {
  const marked = views.filter(({ annotation }) => examples.includes(annotation.id));
  const head: PassageRow[] =
    marked.length === 0 ? [] : [{ kind: 'examples', count: marked.length }];
  const rowOf = (view: PassageView, amongExamples: boolean): PassageRow => {
    const isExample = examples.includes(view.annotation.id);
    return { kind: 'passage', view, isExample, amongExamples };
  };
  const groups = new Map<string, PassageView[]>();
  for (const view of views) {
    const group = groups.get(view.article.id) ?? [];
    group.push(view);
    groups.set(view.article.id, group);
  }
  const byArticle = [...groups.values()].flatMap((group) => [
    ...group
      .slice(0, 1)
      .map(({ article }): PassageRow => ({ kind: 'article', article, count: group.length })),
    ...group.map((view) => rowOf(view, false)),
  ]);
  return [...head, ...marked.map((view) => rowOf(view, true)), ...byArticle];
}

export function passageKey(row: PassageRow): string {
  if (row.kind === 'examples') return 'examples';
  if (row.kind === 'article') return row.article.id;
  return `${row.amongExamples ? 'example ' : ''}${row.view.annotation.id}`;
}

/** A passage as it stands in a line of a list. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** The words before a passage in its own paragraph, beginning with a word; with a sign where they are cut. */
export function wordsBefore(prefix: string): string {
  const sameParagraph = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const words = oneLine(sameParagraph.replace(/^[\p{P}\s]+/u, ''));
  return isCut(prefix, sameParagraph) && words !== '' ? `…${words}` : words;
}

/** The words after a passage in its own paragraph; with a sign where they are cut. */
export function wordsAfter(suffix: string): string {
  const sameParagraph = suffix.split('\n', 1)[0] ?? '';
  const words = oneLine(sameParagraph);
  return isCut(suffix, sameParagraph) && !/[。！？]$/.test(words) ? `${words}…` : words;
}

/** As many characters as an anchor keeps, and no paragraph's end among them: there may be more. */
function isCut(context: string, sameParagraph: string): boolean {
  return sameParagraph === context && context.length >= CONTEXT_LENGTH - 1;
}
