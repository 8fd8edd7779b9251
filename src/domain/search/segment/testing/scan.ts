import { fold } from '../../fold';
import type { SegmentDocument } from '../segment';

/** The oracle: every place of a text in the folded texts, overlapping ones too, by reading them. */
export function scan(documents: readonly SegmentDocument[], query: string): [number, number][] {
  const wanted = fold(query);
  const places: [number, number][] = [];
  documents.forEach(({ text }, document) => {
    const folded = fold(text);
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1))
      places.push([document, at]);
  });
  return places;
}
