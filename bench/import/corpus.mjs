import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/**
 * Reads real texts from `FILE.jsonl` or `FILE.jsonl.gz`: an object with `title`, `date` and `text`
 * (paragraphs parted by `\n`) a line. Lines that are something else are left out.
 *
 * @param {string} file
 * @returns {Promise<import('./generate.mjs').News[]>}
 */
export async function readCorpus(file) {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const news = [];
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { title, date, text } = JSON.parse(line);
    if (typeof title !== 'string' || typeof text !== 'string') continue;
    const paragraphs = text.split('\n').map((each) => each.trim());
    news.push({
      title: title.trim(),
      date: typeof date === 'string' ? date : '',
      outlet: '海州新闻网',
      byline: '沈丽华',
      paragraphs: paragraphs.filter((each) => each !== ''),
    });
  }
  return news;
}
