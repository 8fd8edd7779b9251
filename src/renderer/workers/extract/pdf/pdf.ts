import type { LineHint } from '@domain/ingest/types';
import { ZhaijiError } from '@shared/errors';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BrokenPart, ExtractedText, ExtractOptions } from '../types';
import { plausibleFacts } from './facts';
import { type RawItem, readFlows } from './items';
import { type LaidLine, layoutPages, type PageText } from './layout';
import { openPdf } from './library';

export interface PdfOptions extends ExtractOptions {
  /** Ends the reading between two pages. */
  signal?: AbortSignal;
}

/** Pages and fonts after which what was read so far is let go; fonts take long to read again. */
const CLEAN_UP_PAGES = 400;
const CLEAN_UP_FONTS = 150;
/** Pages after which other messages to this worker get their turn. */
const BREATHE_PAGES = 16;
/** Characters that make a page one with text: a stamp or a page number has fewer. */
const PAGE_TEXT = 10;
const SCANNED_SHARE = 0.1;
/** Lines from the beginning in which the title may be. */
const TITLE_LINES = 120;

/**
 * Reads a PDF's text layer as printed lines in reading order, each with its page. An indent is
 * written as full-width spaces, a gap as a blank line; running heads stay, marked as furniture.
 * Pages that cannot be read are reported as broken as long as others can.
 * @throws ZhaijiError `file-encrypted`, `file-damaged`, `file-scanned` (hardly any page has a text
 * layer), `file-no-text` (no pages), `cancelled`
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<ExtractedText> {
  const { document, close } = await openPdf(bytes);
  try {
    if (document.numPages === 0) throw new ZhaijiError('file-no-text');
    const { pages, broken } = await readPages(document, options.signal);
    const laid = layoutPages(pages);
    if (isScan(laid, document.numPages, bytes)) throw new ZhaijiError('file-scanned');
    const { text, lines } = writeLines(laid);
    const facts = await readFacts(document, options.name);
    if (facts.title && !isTitleOf(facts.title, laid)) delete facts.title;
    return {
      kind: 'text',
      format: 'pdf',
      encoding: null,
      invalid: { count: 0, firstOffset: -1, offsets: [] },
      text,
      lines,
      facts,
      broken,
    };
  } finally {
    await close();
  }
}

async function readPages(
  document: PDFDocumentProxy,
  signal?: AbortSignal,
): Promise<{ pages: PageText[]; broken: BrokenPart[] }> {
  const pages: PageText[] = [];
  const broken: BrokenPart[] = [];
  const fonts = new Set<string>();
  let failed: unknown = null;
  for (let number = 1; number <= document.numPages; number += 1) {
    // In one thread with its own worker the library never leaves the microtasks by itself.
    if (number % BREATHE_PAGES === 0) await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw new ZhaijiError('cancelled');
    try {
      pages.push(await readPage(document, number, fonts));
      if (number % CLEAN_UP_PAGES === 0 || fonts.size > CLEAN_UP_FONTS) {
        fonts.clear();
        await document.cleanup();
      }
    } catch (error) {
      failed ??= error;
      broken.push({ line: 0, reason: `page-unreadable: ${number}` });
    }
  }
  if (pages.length === 0) throw new ZhaijiError('file-damaged', '', { cause: failed });
  return { pages, broken };
}

/** Adds the names of the page's fonts to `fonts`. */
async function readPage(
  document: PDFDocumentProxy,
  number: number,
  fonts: Set<string>,
): Promise<PageText> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  page.cleanup();
  for (const font of Object.keys(content.styles)) fonts.add(font);
  const items = content.items.filter((item): item is typeof item & RawItem => 'str' in item);
  const flows = readFlows({
    items,
    view: view.transform,
    width: view.width,
    height: view.height,
    styles: content.styles,
  });
  return { number, flows };
}

/** Whether hardly any page has words of its own, and pictures may hold them. */
function isScan(lines: readonly LaidLine[], pages: number, bytes: Uint8Array): boolean {
  const lengths = new Map<number, number>();
  let all = 0;
  for (const { text, hint } of lines) {
    const length = text.replace(/[\s\d]+/g, '').length;
    all += length;
    if (hint.kind === 'furniture' || hint.page === undefined) continue;
    lengths.set(hint.page, (lengths.get(hint.page) ?? 0) + length);
  }
  if (all === 0) return true;
  const withText = [...lengths.values()].filter((length) => length >= PAGE_TEXT).length;
  return withText <= pages * SCANNED_SHARE && countImages(bytes, pages) >= pages / 2;
}

/**
 * Counts the pictures in the file, at most `enough`. Their dictionaries are never compressed, as
 * they belong to streams.
 */
function countImages(bytes: Uint8Array, enough: number): number {
  const [slash, name] = [0x2f, 'Image'];
  let count = 0;
  for (let at = bytes.indexOf(slash); at !== -1; at = bytes.indexOf(slash, at + 1)) {
    const next = bytes[at + 1 + name.length] ?? 0x20;
    const isName = [...name].every((each, index) => bytes[at + 1 + index] === each.charCodeAt(0));
    // `/ImageMask`, `/ImageB` and the like go on with a letter.
    if (!isName || (next >= 0x41 && next <= 0x7a)) continue;
    count += 1;
    if (count >= enough) break;
  }
  return count;
}

/** A title that the text does not have counts only where the type shows none. */
function isTitleOf(title: string, laid: readonly LaidLine[]): boolean {
  const first = laid.slice(0, TITLE_LINES);
  const words = first
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');
  return words.includes(title.replace(/\s+/g, '')) || !first.some(({ hint }) => hint.level);
}

async function readFacts(
  document: PDFDocumentProxy,
  name: string,
): Promise<ExtractedText['facts']> {
  try {
    const { info, metadata } = await document.getMetadata();
    const pick = (key: string, xmp: string) =>
      textOf(Reflect.get(info, key)) || textOf(metadata?.get(xmp));
    return plausibleFacts({
      title: pick('Title', 'dc:title'),
      author: pick('Author', 'dc:creator'),
      name,
    });
  } catch {
    // Properties that cannot be read say nothing of the text.
    return {};
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' ');
  return typeof value === 'string' ? value : '';
}

/** Characters: what is longer than this is no title, whatever its type. */
const MAX_TITLE = 60;

function writeLines(laid: readonly LaidLine[]): Pick<ExtractedText, 'text' | 'lines'> {
  const out: string[] = [];
  const lines = new Map<number, LineHint>();
  for (const { text, hint, gap } of laid) {
    const before = lines.get(out.length);
    const above = out.at(-1) ?? '';
    const isOneTitle =
      hint.level !== undefined && before?.level === hint.level && before.page === hint.page;
    // A title in large type is wrapped like any text, but each of its lines looks like a title.
    if (isOneTitle && !gap && above.length + text.length <= MAX_TITLE) {
      const isLatin = /[A-Za-z]$/.test(above) && /^\s*[A-Za-z]/.test(text);
      out[out.length - 1] = `${above}${isLatin ? ' ' : ''}${text.trimStart()}`;
      continue;
    }
    if (gap) out.push('');
    out.push(text);
    lines.set(out.length, hint);
  }
  return { text: out.join('\n'), lines };
}
