import { SegmentError } from '@domain/search/segment';
import { type Literal, type Places, TEXT_FIELD_NAMES, type TextField } from '@domain/search/source';
import { hasLoose, type Layout } from './layout';
import { PlaceGatherer } from './place-gatherer';

/**
 * See `SearchSource.findNear`: segment by segment; `null` when not all is in segments, or one is damaged.
 * @param owners how many ordinals there are
 */
export async function findNearIn(
  layout: Layout,
  literals: readonly Literal[],
  most: readonly number[],
  owners: { articles: number; notes: number },
): Promise<Record<TextField, Places>[] | null> {
  if (hasLoose(layout)) return null;
  const gathered = literals.map(({ text }) => ({
    title: new PlaceGatherer(text.length),
    text: new PlaceGatherer(text.length),
    note: new PlaceGatherer(text.length),
  }));
  try {
    await Promise.all(
      layout.segments.map(async ({ segment: { reader }, wanted, owners: names }) => {
        if (literals.some(({ text }) => reader.atMost(text) === 0)) return;
        const answer = reader.findNear(literals, most, { wanted, names });
        const hits = answer instanceof Promise ? await answer : answer;
        for (const [at, ofFields] of hits.entries()) {
          for (const [field, { documents, starts }] of ofFields.entries()) {
            gathered[at]?.[TEXT_FIELD_NAMES[field] as TextField].addAll(documents, starts);
          }
        }
      }),
    );
  } catch (error) {
    // To find them one by one is to find what is missing elsewhere.
    if (error instanceof SegmentError) return null;
    throw error;
  }
  return gathered.map(({ title, text, note }) => ({
    title: title.places(owners.articles),
    text: text.places(owners.articles),
    note: note.places(owners.notes),
  }));
}
