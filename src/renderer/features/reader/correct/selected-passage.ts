import type { OpenArticle } from '@renderer/archive/queries';
import { TextDom } from '../text-dom';
import { type Passage, trimPassage } from '../text-offsets';

/** The words of this article that are selected in the window; null when none of them are. */
export function selectedPassage({ article, text }: OpenArticle): Passage | null {
  const selection = window.getSelection();
  const node = selection?.anchorNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  const column = element?.closest('article');
  // Another article may be open beside this one.
  if (!column || column.getAttribute('aria-label') !== article.title) return null;
  const root = element?.closest<HTMLElement>('[role=group]');
  if (!root) return null;
  const dom = new TextDom(root, text.paragraphs);
  const passage = dom.passageOf(selection);
  return passage === null ? null : trimPassage(text.text, passage);
}
