import type { Encoding, FileFormat } from '@domain/model';
import { ZhaijiError } from '@shared/errors';
import { type Decoded, decodeOrThrow } from './decoded';
import { asciiOf, guessByMagic } from './detect-magic';
import { guessTextFormat, isMhtml } from './detect-text';
import { isOfficeZip } from './zip/zip';

/** What a file is. A text comes with its decoding, so that it need not be done twice. */
export type FormatGuess =
  | { format: Exclude<FileFormat, BinaryFormat>; decoded: Decoded }
  /** `mhtml`: its parts are decoded by their own headers. `zip`: an archive of files. */
  | { format: BinaryFormat | 'mhtml' | 'zip'; decoded: null };

type BinaryFormat = 'docx' | 'pdf' | 'epub' | 'xlsx' | 'mhtml';

/** Bytes in which the header fields of a web archive are found. */
const MHTML_HEAD = 4096;

/**
 * Tells a file's format by its content; the name helps only where plain text could be several.
 * @param encoding chosen by the researcher, for texts
 * @throws ZhaijiError `file-empty`, `file-binary`, `file-unsupported`, `file-image`,
 *   `file-word-old`, `file-encrypted` (an Office document with a password)
 */
export function detectFormat(bytes: Uint8Array, name: string, encoding?: Encoding): FormatGuess {
  if (bytes.length === 0) throw new ZhaijiError('file-empty');
  const magic = guessByMagic(bytes);
  if (magic !== null && 'error' in magic) throw new ZhaijiError(magic.error);
  if (magic?.format === 'pdf') return { format: 'pdf', decoded: null };
  if (magic?.format === 'zip') {
    const kind = isOfficeZip(bytes);
    if (kind === 'unsupported') throw new ZhaijiError('file-unsupported');
    return { format: kind, decoded: null };
  }
  // Looked at before decoding: its parts may each be in another encoding.
  if (mayBeMessage(bytes) && isMhtml(asciiOf(bytes.subarray(0, MHTML_HEAD)))) {
    return { format: 'mhtml', decoded: null };
  }
  const decoded = decodeOrThrow(bytes, encoding);
  const format = guessTextFormat(decoded.text, name);
  return format === 'mhtml' ? { format, decoded: null } : { format, decoded };
}

/** Quickly: the first line is a Latin name with a colon. */
function mayBeMessage(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < MHTML_HEAD && (bytes[at] ?? 0x21) <= 0x20) at += 1;
  const start = at;
  for (; at < start + 40; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3a) return at > start;
    const isName = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    if (!isName && byte !== 0x2d) return false;
  }
  return false;
}
