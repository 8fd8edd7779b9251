import { decodeText } from '@domain/text/decode';
import { ZhaijiError } from '@shared/errors';
import { Blocks } from '../blocks';
import { plainDate } from '../html/facts';
import { addBlock, readBlocks } from '../html/html';
import type { ExtractedText, ExtractOptions } from '../types';
import { openZip } from '../zip/zip';
import { type BookPackage, dropDoctype, readPackage } from './package';

/** All chapters together, unpacked, in bytes: as much as the largest text file. */
const MAX_BOOK = 200 * 1024 * 1024;

/**
 * Reads a book (`.epub`): the chapters in reading order, a form feed before each.
 * @throws ZhaijiError `file-damaged`, `file-encrypted`, `zip-bomb`, `file-too-large`,
 * `file-no-text`
 */
export async function readEpub(
  bytes: Uint8Array,
  _options: ExtractOptions,
): Promise<ExtractedText> {
  const archive = openZip(bytes);
  const book = readPackage(archive);
  const out = new Blocks();
  let total = 0;
  let withText = 0;
  for (const path of book.chapters) {
    const content = archive.read(path);
    total += content.length;
    if (total > MAX_BOOK) throw new ZhaijiError('file-too-large');
    const decoded = decodeText(content);
    // An empty document is a page without text; one that is no text at all is damage.
    if (!decoded.ok && decoded.reason === 'empty') continue;
    if (!decoded.ok) throw new ZhaijiError('file-damaged', path);
    const blocks = await readBlocks(asHtml(decoded.text));
    if (blocks.length > 0) withText += 1;
    out.breakPage();
    for (const block of blocks) addBlock(out, block);
  }
  if (out.isEmpty) throw new ZhaijiError('file-no-text');
  return out.finish('epub', factsOf(book, withText));
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** XHTML closes any element with `/>`; HTML does not know that, and would go on inside of it. */
function asHtml(xhtml: string): string {
  return dropDoctype(xhtml)
    .replace(/<([a-z][\w:.-]*)([^<>]*)\/>/gi, (tag, name: string, rest: string) =>
      VOID.test(name) ? tag : `<${name}${rest}></${name}>`,
    )
    .split('<![CDATA[')
    .map((part, index) => {
      const end = index === 0 ? -1 : part.indexOf(']]>');
      if (end === -1) return part;
      const text = part.slice(0, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return text + part.slice(end + 3);
    })
    .join('');
}

/** Title and author of a magazine or collection are not those of its articles. */
function factsOf(book: BookPackage, chapters: number): ExtractedText['facts'] {
  const facts: ExtractedText['facts'] = {};
  const date = plainDate(book.date);
  if (book.publisher !== '') facts.outlet = book.publisher;
  if (date !== '') facts.date = date;
  if (chapters > 1) return facts;
  if (book.title !== '') facts.title = book.title;
  if (book.creator !== '') facts.byline = book.creator;
  return facts;
}
