import type { ImportSettings } from '@domain/ingest/settings';
import type { Fingerprint } from '@domain/similar/fingerprint';
import type { ExtractedTable, ExtractedText } from '../extract/types';
import type { FileSummary } from '../import-types';
import type { Understood } from './understand';

/** A file as it was read last: what a review shows and what is stored when it is accepted. */
export interface KeptFile {
  bytes: Uint8Array;
  settings: ImportSettings;
  extraction: ExtractedText | ExtractedTable;
  understood: Understood;
  fingerprints: Fingerprint[];
  summary: FileSummary;
}

/** Bytes of files that are kept between reading and storing; what goes beyond is read again. */
const BUDGET = 96 * 1024 * 1024;

/** The files that were read last, as many as fit into the memory set aside for them. */
export class KeptFiles {
  private readonly files = new Map<number, { file: KeptFile; weight: number }>();
  private weight = 0;

  get(key: number): KeptFile | null {
    return this.files.get(key)?.file ?? null;
  }

  set(key: number, file: KeptFile): void {
    this.delete(key);
    const weight = file.bytes.byteLength + 4 * file.understood.text.length;
    this.files.set(key, { file, weight });
    this.weight += weight;
    for (const [oldest] of this.files) {
      // The newest stays whatever its size: it is being worked with.
      if (this.weight <= BUDGET || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: number): void {
    const held = this.files.get(key);
    if (held === undefined) return;
    this.weight -= held.weight;
    this.files.delete(key);
  }
}
