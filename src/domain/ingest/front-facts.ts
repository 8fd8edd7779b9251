import { dateFromFileName } from './dates';
import { type FoundFacts, foundFacts } from './found-facts';
import type { FrontMatter } from './markdown';

/** Reads the metadata of a Markdown file's front matter. */

const KEYS = {
  outlet: 'outlet source publisher media publication site 来源 媒体 出处 报纸 刊物',
  byline: 'author authors byline creator 作者 记者 撰文',
  date: 'date published pubdate publish_date 日期 时间 发布时间 发布日期 发表时间',
  page: 'page 版次 版面',
  issue: 'issue 期次 期号 刊期',
  place: 'place location dateline 地点',
  title: 'title 标题 题名',
} as const;

function valueIn(frontMatter: FrontMatter | null, field: keyof typeof KEYS): string {
  for (const key of KEYS[field].split(' ')) {
    const found = frontMatter?.fields.get(key);
    if (found) return found;
  }
  return '';
}

/** The title that a front matter gives, empty when there is none. */
export function frontTitle(frontMatter: FrontMatter | null): string {
  return valueIn(frontMatter, 'title');
}

export function frontFacts(frontMatter: FrontMatter | null): FoundFacts {
  if (!frontMatter) return {};
  return foundFacts(
    {
      outlet: valueIn(frontMatter, 'outlet'),
      byline: valueIn(frontMatter, 'byline').replace(/^\[\s*|\s*\]$/g, ''),
      date: normaliseGivenDate(valueIn(frontMatter, 'date')),
      page: valueIn(frontMatter, 'page'),
      issue: valueIn(frontMatter, 'issue'),
      place: valueIn(frontMatter, 'place'),
    },
    { rule: 'front-matter', line: 1, confidence: 0.97 },
  );
}

/** A date that a field gives, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty when it is none. */
export function normaliseGivenDate(printed: string): string {
  const value = printed.trim();
  if (/^(?:19|20)\d{2}年?$/.test(value)) return value.slice(0, 4);
  const month = /^((?:19|20)\d{2})[-/.](0?[1-9]|1[0-2])$/.exec(value);
  if (month) return `${month[1]}-${(month[2] ?? '').padStart(2, '0')}`;
  return dateFromFileName(value.replaceAll('/', '-'));
}
