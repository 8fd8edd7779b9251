import { inventedAnnotations } from '../reader/articles.mjs';

/**
 * Annotations over many articles, each with one to three tags: rows of the tables `tags`, `annotations`
 * and `notes`.
 *
 * @param {{ id: string, text: string }[]} articles
 * @param {number} count
 * @param {number} seed
 * @returns {{ table: string, row: object }[]}
 */
export function codedPassages(articles, count, seed) {
  const each = Math.ceil(count / articles.length);
  const rows = articles.flatMap((article, index) =>
    inventedAnnotations(article, Math.min(each, count - index * each), seed + index).flat(),
  );
  // Every article has invented tags of its own; the first one's are everybody's.
  const byName = new Map();
  for (const { table, row } of rows) {
    if (table === 'tags' && !byName.has(row.name)) byName.set(row.name, row);
  }
  const tags = [...byName.values()];
  for (const [index, { table, row }] of rows.entries()) {
    if (table !== 'annotations') continue;
    row.tagIds = tags.filter((_, at) => at === index % tags.length || (index + at) % 31 === 0);
    row.tagIds = row.tagIds.map(({ id }) => id);
  }
  return [
    ...tags.map((row) => ({ table: 'tags', row })),
    ...rows.filter(({ table }) => table !== 'tags'),
  ];
}
