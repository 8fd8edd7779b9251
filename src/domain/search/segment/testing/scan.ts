import { fold } from '../../fold';
import type { Likeness } from '../../source';
import type { SegmentDocument } from '../segment';

/** The oracle: every place of a text, overlapping ones too, by reading the documents' texts. */
export function scan(
  documents: readonly SegmentDocument[],
  query: string,
  likeness: Likeness = 'folded',
): [number, number][] {
  const like = likeness === 'folded' ? fold : (text: string) => text;
  const wanted = like(query);
  const places: [number, number][] = [];
  documents.forEach(({ text }, document) => {
    const where = like(text);
    for (let at = where.indexOf(wanted); at !== -1; at = where.indexOf(wanted, at + 1))
      places.push([document, at]);
  });
  return places;
}
