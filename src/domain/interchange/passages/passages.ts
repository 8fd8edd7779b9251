import type { Article } from '@domain/model';
import { csvOf } from '../csv';

/** A passage as it goes out of the code browser. */
export interface PassageOut {
  article: Pick<Article, 'title' | 'outlet' | 'date'>;
  /** 1-based, of the paragraph that it begins in. */
  paragraph: number;
  exact: string;
  /** The words around, the passage among them; the passage alone where no context was wanted. */
  context: string;
  tags: string[];
  note: string;
}

export interface PassageGroup {
  name: string;
  passages: PassageOut[];
}

/** “原文”（《标题》，来源，2023年11月24日，第3段）; what is unknown is left out. */
export function citePassage({ article, paragraph, exact }: PassageOut): string {
  const { title, outlet, date } = article;
  const units = ['年', '月', '日'];
  const day = date
    .split('-')
    .map((part, index) => (part === '' ? '' : `${Number(part)}${units[index] ?? ''}`))
    .join('');
  const source = [title === '' ? '' : `《${title}》`, outlet, day, `第${paragraph}段`];
  return `“${exact}”（${source.filter((part) => part !== '').join('，')}）`;
}

/** The passages as Markdown: a heading for each group, a quotation with its source for each passage. */
export function passagesToMarkdown(title: string, groups: readonly PassageGroup[]): string {
  const blocks = groups.flatMap(({ name, passages }) => [
    `## ${escapeLine(name)}`,
    ...passages.map((passage) => {
      const lines = passage.context.split('\n').map((line) => `> ${escapeLine(line)}`);
      const cited = escapeLine(citePassage(passage));
      const tags = passage.tags.map((tag) => `#${escapeLine(tag)}`).join(' ');
      const shown =
        passage.context === passage.exact ? cited.replace(/^“[\s\S]*”（/u, '（') : cited;
      return [lines.join('\n'), [shown, tags].filter(Boolean).join(' '), passage.note]
        .filter((part) => part !== '')
        .join('\n\n');
    }),
  ]);
  return `${[`# ${escapeLine(title)}`, ...blocks].join('\n\n')}\n`;
}

/** The passages as a table (RFC 4180, UTF-8 with a byte order mark, so that Excel reads it). */
export function passagesToCsv(groups: readonly PassageGroup[]): string {
  return csvOf([
    ['group', 'title', 'outlet', 'date', 'paragraph', 'passage', 'context', 'tags', 'note'],
    ...groups.flatMap(({ name, passages }) =>
      passages.map(({ article, paragraph, exact, context, tags, note }) => [
        name,
        article.title,
        article.outlet,
        article.date,
        String(paragraph),
        exact,
        context,
        tags.join('; '),
        note,
      ]),
    ),
  ]);
}

function escapeLine(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
