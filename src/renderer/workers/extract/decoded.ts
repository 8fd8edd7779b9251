import type { Encoding } from '@domain/model';
import { type DecodeResult, decodeText } from '@domain/text/decode';
import { ZhaijiError } from '@shared/errors';

/** A file's text with what was found on the way. */
export type Decoded = Extract<DecodeResult, { ok: true }>;

/**
 * Decodes a file whose bytes are text.
 * @throws ZhaijiError `file-empty`, `file-binary`
 */
export function decodeOrThrow(bytes: Uint8Array, encoding?: Encoding): Decoded {
  const result = decodeText(bytes, encoding === undefined ? {} : { encoding });
  if (!result.ok) throw new ZhaijiError(`file-${result.reason}`);
  return result;
}
