import { createAnchor } from '@domain/anchor/anchor';
import { type Annotation, HIGHLIGHT_COLORS, type Tag } from '@domain/model';
import { db, openDatabase } from '@renderer/data/database';
import { newId } from '@shared/ids';
import { Random } from '../../import/random.mjs';

const TAGS = 40;
const PER_ARTICLE = 5;
const STAMP = { created: '2026-01-01T00:00:00.000Z', modified: '2026-01-01T00:00:00.000Z' };

/** Writes tagged highlights on articles in the order of their ids, past the program. */
export async function storeAnnotations(count: number, seed: number): Promise<void> {
  await openDatabase();
  if (count === 0) return;
  const random = new Random(seed);
  const authorId = newId();
  const stamp = () => ({ ...STAMP, id: newId(), authorId });
  const tags = Array.from({ length: TAGS }, (_, index): Tag => {
    const color = HIGHLIGHT_COLORS[index % HIGHLIGHT_COLORS.length] ?? 'yellow';
    return { ...stamp(), name: `标签${index + 1}`, color, description: '', parentId: null };
  });
  await db.tags.bulkAdd(tags);
  let after = '';
  for (let stored = 0; stored < count; ) {
    const texts = await db.articleTexts.where('articleId').above(after).limit(500).toArray();
    const last = texts.at(-1);
    if (last === undefined) return;
    after = last.articleId;
    const rows = texts.flatMap(({ articleId, text }) =>
      Array.from({ length: PER_ARTICLE }, (): Annotation => {
        const start = random.int(0, Math.max(0, text.length - 20));
        const anchor = createAnchor(text, start, Math.min(text.length, start + random.int(4, 20)));
        const color = HIGHLIGHT_COLORS[random.int(0, 4)] ?? 'yellow';
        return {
          ...stamp(),
          articleId,
          ...anchor,
          color,
          tagIds: [tags[random.int(0, TAGS - 1)]?.id ?? ''],
        };
      }),
    );
    await db.annotations.bulkAdd(rows.slice(0, count - stored));
    stored += rows.length;
  }
}
