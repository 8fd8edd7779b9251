import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CleanArticle } from '@domain/ingest/testing/clean-articles';

/**
 * Reads clean texts from `FILE.jsonl` or `FILE.jsonl.gz`: an object with `title`, `date` and `text`
 * (paragraphs parted by `\n`) a line. Lines that are something else are left out; so are texts
 * without two sentences, for which nobody could tell what is true.
 */
export function readCorpus(file: string): CleanArticle[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => {
    const article = line.trim() === '' ? null : readArticle(JSON.parse(line));
    return article ? [article] : [];
  });
}

function readArticle(row: unknown): CleanArticle | null {
  if (typeof row !== 'object' || row === null) return null;
  const { title, date, text } = row as Record<string, unknown>;
  if (typeof title !== 'string' || typeof text !== 'string') return null;
  const paragraphs = text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const isWhole = paragraphs.every((each) => each.length >= 15 && /[。！？”…）]$/.test(each));
  if (!isWhole || paragraphs.length === 0 || title.trim().length < 4) return null;
  return {
    title: title.trim(),
    blocks: paragraphs.map((paragraph) => ({ kind: 'text', text: paragraph })),
    outlet: '海州新闻网',
    date: typeof date === 'string' ? date : '2020-01-01',
    byline: '沈丽华',
  };
}

/** The opening by which a station marks its texts; without it the texts are less alike. */
export function withoutStationLead(article: CleanArticle): CleanArticle {
  const [first, ...rest] = article.blocks;
  if (!first) return article;
  const text = first.text.replace(
    /^[^，。（(]{2,8}(?:消息|讯|电)[（(][^）)]{2,12}[）)][：:]\s?/,
    '',
  );
  return { ...article, blocks: [{ ...first, text }, ...rest] };
}
