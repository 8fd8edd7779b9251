import type { Decoded } from './decoded';
import { detectFormat } from './detect';
import type { Extraction, ExtractOptions } from './types';
import { readContainer } from './zip/zip';

/**
 * Reads a file of any format that Zhaiji knows, told by its content. A reader is loaded when the
 * first file of its format comes.
 * @throws ZhaijiError whose code says what is wrong with the file
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<Extraction> {
  const guess = detectFormat(bytes, options.name, options.encoding);
  switch (guess.format) {
    case 'txt':
    case 'md':
      return plainText(guess.format, guess.decoded);
    case 'html':
      return (await import('./html/html')).readHtml(bytes, options);
    case 'mhtml':
      return (await import('./html/mhtml')).readMhtml(bytes, options);
    case 'docx':
      return (await import('./docx/docx')).readDocx(bytes, options);
    case 'pdf':
      return (await import('./pdf/pdf')).readPdf(bytes, options);
    case 'epub':
      return (await import('./epub/epub')).readEpub(bytes, options);
    case 'csv':
      return (await import('./csv/csv')).readCsv(bytes, options, guess.decoded);
    case 'xlsx':
      return (await import('./xlsx/xlsx')).readXlsx(bytes, options);
    case 'json':
      return (await import('./json/json')).readJson(bytes, options, guess.decoded);
    case 'jsonl':
      return (await import('./json/json')).readJsonLines(bytes, options, guess.decoded);
    case 'zip':
      return readContainer(bytes);
  }
}

function plainText(format: 'txt' | 'md', { text, encoding, invalid }: Decoded): Extraction {
  return { kind: 'text', format, encoding, invalid, text, lines: new Map(), facts: {} };
}
