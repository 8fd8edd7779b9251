import { SegmentError, type SegmentHits } from '@domain/search/segment';
import { type Literal, type Places, TEXT_FIELD_NAMES, type TextField } from '@domain/search/source';
import { hasLoose, type Layout } from './layout';
import { PlaceGatherer } from './place-gatherer';

interface NearQuestion {
  literals: readonly Literal[];
  most: readonly number[];
  pause: () => Promise<void>;
  /** How many ordinals there are. */
  owners: { articles: number; notes: number };
}

/** See `SearchSource.findNear`: segment by segment; `null` when not all is in segments, or one is damaged. */
export async function findNearIn(
  layout: Layout,
  { literals, most, pause, owners }: NearQuestion,
): Promise<Record<TextField, Places>[] | null> {
  if (hasLoose(layout)) return null;
  const gathered = literals.map(({ text }) => ({
    title: new PlaceGatherer(text.length),
    text: new PlaceGatherer(text.length),
    note: new PlaceGatherer(text.length),
  }));
  try {
    const add = (hits: readonly SegmentHits[][]) => {
      for (const [at, ofFields] of hits.entries()) {
        for (const [field, { documents, starts }] of ofFields.entries()) {
          gathered[at]?.[TEXT_FIELD_NAMES[field] as TextField].addAll(documents, starts);
        }
      }
    };
    // What has to be waited for is waited for together; what takes time gives way between segments.
    const later: Promise<void>[] = [];
    for (const { segment, wanted, owners: names } of layout.segments) {
      const { reader } = segment;
      if (literals.some(({ text }) => reader.atMost(text) === 0)) continue;
      const answer = reader.findNear(literals, most, { wanted, names });
      if (answer instanceof Promise) {
        const added = answer.then(add);
        added.catch(() => undefined);
        later.push(added);
      } else {
        add(answer);
        await pause();
      }
    }
    await Promise.all(later);
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
