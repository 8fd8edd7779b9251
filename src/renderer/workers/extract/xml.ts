import { ZhaijiError } from '@shared/errors';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What is to be done while an XML part is read. Names come without their namespace's prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked after each piece; nothing more is read once it is true. */
  isDone?(): boolean;
}

/** Bytes that are parsed at once. */
const PIECE = 1 << 16;

/**
 * Reads an XML part piece by piece. A document type is refused (Office Open XML, ECMA-376 part 2,
 * 8.2.5 forbids it), so that no entities can be declared, let alone expand.
 * @throws ZhaijiError `file-damaged` when it is not well-formed
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (cause) => {
    throw new ZhaijiError('file-damaged', '', { cause });
  });
  parser.on('doctype', () => {
    throw new ZhaijiError('file-damaged');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => handlers.close?.(localName(tag.name)));
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    parser.write(decoder.decode(piece, { stream: true }));
    if (handlers.isDone?.()) return;
  }
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Parts of a workbook are in UTF-8 or UTF-16 (ECMA-376 part 2, 8.2.5). */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return 'utf-8';
}

/** The attribute without regard to its prefix (`r:id`), `undefined` when it is missing. */
export function attribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const found = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return found === undefined ? undefined : attributes[found];
}
