import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inventedNews } from '../import/generate.mjs';
import { Random } from '../import/random.mjs';

const COLORS = ['yellow', 'red', 'green', 'blue', 'purple', null];
const TAGGED = 0.3;
const NOTED = 0.1;
const TAGS = 20;

/**
 * Writes two articles as long as each other and a short one.
 *
 * @param {string} folder
 * @param {number} seed
 * @param {number} characters of a long one
 * @returns {Promise<{ bare: string, long: string, short: string }>} their titles
 */
export async function writeArticles(folder, seed, characters) {
  const news = inventedNews(seed, 4000);
  const long = longOne(news, characters);
  const bare = longOne(news, characters);
  const short = news.next().value;
  await writeFile(path.join(folder, 'long.txt'), textOf(long));
  await writeFile(path.join(folder, 'bare.txt'), textOf(bare));
  await writeFile(path.join(folder, 'short.txt'), textOf(short));
  return { bare: bare.title, long: long.title, short: short.title };
}

function longOne(news, characters) {
  const article = news.next().value;
  const paragraphs = [];
  for (let length = 0; length < characters; ) {
    const paragraph = news.next().value.paragraphs[0] ?? '';
    paragraphs.push(paragraph);
    length += paragraph.length + 1;
  }
  return { ...article, paragraphs };
}

function textOf({ title, date, outlet, byline, paragraphs }) {
  const body = paragraphs.map((each) => `　　${each}`);
  return [title, '', `${date} ${outlet}`, `记者 ${byline}`, '', ...body, ''].join('\n');
}

/**
 * Annotations all over an article, many of which overlap: rows of the tables `tags`, `annotations` and
 * `notes`. In no order, so that a part of them lies all over it too.
 *
 * @param {{ id: string, text: string }} article
 * @param {number} count
 * @param {number} seed
 * @returns {{ table: string, row: object }[][]} for each annotation the rows to store
 */
export function inventedAnnotations({ id: articleId, text }, count, seed) {
  const random = new Random(seed);
  const stamp = { created: '2026-01-01T00:00:00.000Z', modified: '2026-01-01T00:00:00.000Z' };
  const authorId = uuid(random);
  const tags = Array.from({ length: TAGS }, (_, index) => ({
    ...stamp,
    authorId,
    id: uuid(random),
    name: `标签${index + 1}`,
    color: COLORS[index % 5],
    description: '',
    parentId: null,
  }));
  return Array.from({ length: count }, (_, index) => {
    const start = random.int(0, text.length - 130);
    const end = start + random.int(4, 120);
    const tag = random.chance(TAGGED) ? random.pick(tags) : null;
    const annotation = {
      ...stamp,
      authorId,
      id: uuid(random),
      articleId,
      start,
      end,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      color: random.pick(COLORS),
      tagIds: tag === null ? [] : [tag.id],
    };
    const rows = [{ table: 'annotations', row: annotation }];
    if (tag !== null) rows.push({ table: 'tags', row: tag });
    if (random.chance(NOTED)) {
      const plain = `第${index + 1}条批注：与前文对照。`;
      const content = [{ type: 'paragraph', content: [{ type: 'text', text: plain }] }];
      const note = { ...stamp, authorId, id: uuid(random), targetKind: 'annotation' };
      const doc = { type: 'doc', content };
      rows.push({ table: 'notes', row: { ...note, targetId: annotation.id, doc, plain } });
    }
    return rows;
  });
}

function uuid(random) {
  const hex = () => random.int(0, 15).toString(16);
  const digits = (length) => Array.from({ length }, hex).join('');
  return `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}
