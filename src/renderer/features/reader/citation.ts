import type { Article, Paragraph } from '@domain/model';
import { type Passage, paragraphNumbers } from './text-offsets';

/**
 * A quotation with where it is from, as a Chinese text cites it:
 * “原文”（《标题》，来源，2023年11月24日，第3段）. What is unknown is left out.
 */
export function citationOf(
  article: Pick<Article, 'title' | 'outlet' | 'date'>,
  text: string,
  paragraphs: readonly Paragraph[],
  passage: Passage,
): string {
  const { first, last } = paragraphNumbers(paragraphs, passage);
  const place = first === last ? `第${first}段` : `第${first}–${last}段`;
  const title = article.title === '' ? '' : `《${article.title}》`;
  const source = [title, article.outlet, chineseDate(article.date), place];
  const exact = text.slice(passage.start, passage.end);
  return `“${exact}”（${source.filter((part) => part !== '').join('，')}）`;
}

/** Citations of Chinese texts are Chinese, whatever language the interface speaks. */
function chineseDate(date: string): string {
  const units = ['年', '月', '日'];
  return date
    .split('-')
    .map((part, index) => (part === '' ? '' : `${Number(part)}${units[index] ?? ''}`))
    .join('');
}
