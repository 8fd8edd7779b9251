import { openDatabase } from '@renderer/data/database';
import { eachSnapshotPart } from '@renderer/data/snapshot';
import { expose, transfer } from 'comlink';
import { Gzip } from 'fflate';

/** Compresses well enough in half the time of the usual 6. */
const LEVEL = 4;

const service = {
  /**
   * The whole archive as gzipped JSON. It is compressed as it is read, in the one transaction that
   * makes it a copy of one moment, so that only a batch of rows is in memory at a time.
   */
  async make(): Promise<Uint8Array> {
    await openDatabase();
    const chunks: Uint8Array[] = [];
    // Synchronous on purpose: a transaction ends when nothing is asked of it between two events.
    const gzip = new Gzip({ level: LEVEL }, (chunk) => chunks.push(chunk));
    const encoder = new TextEncoder();
    await eachSnapshotPart((json) => gzip.push(encoder.encode(json)));
    gzip.push(new Uint8Array(), true);
    const bytes = concatenated(chunks);
    return transfer(bytes, [bytes.buffer]);
  },
};
export type BackupService = typeof service;

function concatenated(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

expose(service);
