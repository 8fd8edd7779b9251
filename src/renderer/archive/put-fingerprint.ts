import type { Article, SourceFingerprints } from '@domain/model';
import { fingerprintOf, packFingerprints, unpackFingerprints } from '@domain/similar/fingerprint';
import type { Journal } from '@renderer/data/journal';

/** Lets duplicates be found by an article's new text. A file without fingerprints gets them later. */
export async function putFingerprint(
  journal: Journal,
  { id, sourceFileId }: Article,
  text: string,
): Promise<void> {
  const known = await journal.tables
    .table<SourceFingerprints, string>('sourceFingerprints')
    .get(sourceFileId);
  const index = known?.articleIds.indexOf(id) ?? -1;
  if (known === undefined || index === -1) return;
  const fingerprints = unpackFingerprints(known);
  fingerprints[index] = fingerprintOf(text);
  await journal.put('sourceFingerprints', { ...known, ...packFingerprints(fingerprints) });
}
