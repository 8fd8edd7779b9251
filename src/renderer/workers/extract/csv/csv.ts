import { type Decoded, decodeOrThrow } from '../decoded';
import { buildTable } from '../table/table';
import type { ExtractedTable, ExtractOptions } from '../types';
import { guessDialect } from './dialect';
import { readRecords } from './records';

/**
 * Reads separated values: comma, tab, semicolon, bar or full-width comma; quoted cells may hold line
 * ends. A short row is filled up; one with more cells than columns is reported as broken, since the
 * stray delimiter could be in any cell, and a guess would mix up the columns.
 * `decoded` spares decoding when it has been done already.
 * @throws ZhaijiError `file-empty`, `file-binary`, `file-no-text`, `file-too-large`
 */
export async function readCsv(
  bytes: Uint8Array,
  options: ExtractOptions,
  decoded: Decoded = decodeOrThrow(bytes, options.encoding),
): Promise<ExtractedTable> {
  const { text, encoding, invalid } = decoded;
  const dialect = guessDialect(text, options.name);
  return buildTable({
    format: 'csv',
    encoding,
    invalid,
    ...readRecords(text, dialect),
    header: null,
    positioned: false,
    asked: options.columns,
  });
}
