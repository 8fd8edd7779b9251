import { checksum } from '../checksum';
import { type DocumentTable, encodeHeader } from './header';
import type { Postings } from './postings';
import type { Segment } from './segment';

/** Cuts the postings into pages and writes the header. */
export function finishSegment(
  documents: DocumentTable,
  postings: Postings,
  pageBytes: number,
): Segment {
  const { bytes, dictionary } = postings;
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length; at += pageBytes)
    pages.push(bytes.slice(at, Math.min(at + pageBytes, bytes.length)));
  const header = encodeHeader({
    documents,
    dictionary,
    pageBytes,
    postingsBytes: bytes.length,
    pageChecks: Uint32Array.from(pages, checksum),
  });
  return { header, pages };
}
