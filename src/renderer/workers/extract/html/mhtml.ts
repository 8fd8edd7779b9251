import { decodeText } from '@domain/text/decode';
import { ZhaijiError } from '@shared/errors';
import type { ExtractedText, ExtractOptions } from '../types';
import { readPage } from './html';

/**
 * Reads a web page saved in one file (`.mhtml`, `.mht`; RFC 2557): its first HTML part is the page,
 * further ones are frames and advertisements.
 * @throws ZhaijiError `file-damaged`, `file-empty`, `file-binary`, `file-no-text`
 */
export async function readMhtml(
  bytes: Uint8Array,
  options: ExtractOptions,
): Promise<ExtractedText> {
  if (bytes.length === 0) throw new ZhaijiError('file-empty');
  const page = await firstHtmlPart(bytes);
  const decoded = decodeText(page.bytes, { encoding: options.encoding, declared: page.charset });
  if (!decoded.ok) throw new ZhaijiError(`file-${decoded.reason}`);
  const { text, encoding, invalid } = decoded;
  return { ...(await readPage(text)), format: 'mhtml', encoding, invalid };
}

/** Headers up to the type of the first HTML part: after a boundary, or at the file's beginning. */
const HTML_PART =
  /((?:^|\n--[^\r\n]{1,200}\r?\n)(?:[^\r\n]{1,998}\r?\n){0,50}?content-type:[ \t]*)text\/html/gi;
/** Headers that say where a part ends are at the beginning of a file. */
const MAX_PREAMBLE = 1 << 20;
const OPAQUE = 'application/octet-stream';

interface HtmlPart {
  bytes: Uint8Array;
  /** As declared, may be wrong or missing. */
  charset: string | undefined;
}

/**
 * postal-mime decodes HTML parts by their declared charset, which is often wrong or missing, and
 * joins them into one. Under another type they stay apart and stay bytes, for our own decoder.
 */
async function firstHtmlPart(bytes: Uint8Array): Promise<HtmlPart> {
  const latin1 = new TextDecoder('latin1');
  const head = latin1.decode(bytes.subarray(0, MAX_PREAMBLE));
  HTML_PART.lastIndex = 0;
  const match = HTML_PART.exec(head);
  if (match === null) throw new ZhaijiError('file-damaged');
  const at = match.index + (match[1] ?? '').length;
  const headers = /^(?:[^\r\n]*\r?\n[ \t])*[^\r\n]*/.exec(head.slice(at, at + 2000))?.[0] ?? '';
  const message = new Uint8Array(bytes.length - 'text/html'.length + OPAQUE.length);
  message.set(bytes.subarray(0, at));
  message.set(new TextEncoder().encode(OPAQUE), at);
  message.set(bytes.subarray(at + 'text/html'.length), at + OPAQUE.length);
  const { default: PostalMime } = await import('postal-mime');
  try {
    const { attachments } = await PostalMime.parse(message, { maxRfc822NestingDepth: 0 });
    const content = attachments.find((part) => part.mimeType === OPAQUE)?.content;
    if (content === undefined || typeof content === 'string') throw new ZhaijiError('file-damaged');
    const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(headers)?.[1];
    return { bytes: new Uint8Array(content), charset };
  } catch (cause) {
    if (cause instanceof ZhaijiError) throw cause;
    throw new ZhaijiError('file-damaged', '', { cause });
  }
}
