import { ZhaijiError } from '@shared/errors';
import { Blocks, squeeze, trimLine } from '../blocks';
import { decodeOrThrow } from '../decoded';
import type { ExtractedText, ExtractOptions } from '../types';
import { findFragment, isClipboard } from './clipboard';
import { articleTitle, type PageFacts, readFacts } from './facts';
import { characterReferences, loadParser, type Parse } from './parser';
import { flatBlocks, measureHtml, type PageShape } from './scan';
import {
  aboutLines,
  elementsOf,
  MAX_READABILITY_DEPTH,
  MAX_READABILITY_NESTING,
  markElements,
  markedElements,
  selectBlocks,
} from './select';
import { type HtmlBlock, walkHtml } from './walk';

/**
 * Reads web pages. Nothing of a page is ever shown or run: a page goes in, text comes out. That is
 * why there is no sanitiser here; linkedom runs no scripts and loads nothing.
 */

/** Deeper pages are no work of a writer; parsers need quadratic time for them. */
export const MAX_DEPTH = 500;
/** About 1 kB of memory each in the tree. */
export const MAX_ELEMENTS = 200_000;
/** Larger pages get no tree; in UTF-16 units. */
export const MAX_TREE_LENGTH = 20_000_000;

/**
 * Reads a web page (`.html`): the article without menus, its title as the first line.
 * @throws ZhaijiError `file-empty`, `file-binary`, `file-no-text`
 */
export async function readHtml(bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> {
  const { text, encoding, invalid } = decodeOrThrow(bytes, options.encoding);
  return { ...(await readPage(text)), encoding, invalid };
}

/**
 * Reads a decoded page, or what was saved from the clipboard.
 * @throws ZhaijiError `file-no-text`
 */
export async function readPage(html: string): Promise<ExtractedText> {
  if (isClipboard(html)) {
    const copied = await htmlFragment(html);
    if (copied.text !== '') return copied;
  }
  const parse = await loadParser();
  const shape = measureHtml(html, MAX_DEPTH);
  const treeless =
    shape.depth >= MAX_DEPTH || shape.elements > MAX_ELEMENTS || html.length > MAX_TREE_LENGTH;
  const extracted = treeless ? readFlat(html, parse) : await readTree(html, parse, shape);
  if (extracted.text === '') throw new ZhaijiError('file-no-text');
  return extracted;
}

/**
 * Reads HTML from the clipboard: all of it is meant, so that nothing is chosen and no title made.
 * Never throws; HTML without text gives an empty text.
 */
export async function htmlFragment(html: string): Promise<ExtractedText> {
  const parse = await loadParser();
  const copied = findFragment(html)?.copied ?? html;
  const shape = measureHtml(copied, MAX_DEPTH);
  if (shape.depth >= MAX_DEPTH || shape.elements > MAX_ELEMENTS) return readFlat(copied, parse);
  return collect(walkHtml(parse(copied).documentElement)).finish('html', {});
}

/** The blocks of a document part that is an article as a whole (a chapter of a book). */
export async function readBlocks(html: string): Promise<HtmlBlock[]> {
  const parse = await loadParser();
  const shape = measureHtml(html, MAX_DEPTH);
  // A book's chapters are written by programs; what breaks these limits is no book.
  if (shape.depth >= MAX_DEPTH || shape.elements > MAX_ELEMENTS) {
    throw new ZhaijiError('file-damaged');
  }
  return walkHtml(parse(html).documentElement);
}

async function readTree(html: string, parse: Parse, shape: PageShape): Promise<ExtractedText> {
  const document = parse(html);
  const page = readFacts(document);
  const elements = elementsOf(document);
  const blocks = walkHtml(document.documentElement);
  let isKept: ((block: HtmlBlock) => boolean) | null = null;
  if (shape.depth <= MAX_READABILITY_DEPTH && shape.nesting <= MAX_READABILITY_NESTING) {
    const kept = await readable(parse(html));
    const numbers = new Map(elements.map((element, index) => [element, index]));
    isKept = kept && ((block) => kept.has(numbers.get(block.element) ?? -1));
  }
  const chosen = selectBlocks(blocks, isKept);
  // Beside the text of several articles `<title>` is hardly the title of the first.
  if (chosen.partial) page.documentTitle = '';
  return assemble(blocks, chosen.blocks, page);
}

/** The numbers of the elements that Readability keeps; `null` when it finds no article. */
async function readable(document: Document): Promise<Set<number> | null> {
  const { Readability } = await import('@mozilla/readability');
  markElements(document);
  try {
    const found = new Readability<Element>(document, {
      serializer: (node) => node as Element,
      disableJSONLD: true,
      // Counted in characters, of which Chinese needs fewer; below it, it tries again and again.
      charThreshold: 140,
    }).parse();
    return found?.content ? markedElements(found.content) : null;
  } catch {
    // It relies on shapes that odd pages do not have; the page's whole text is taken instead.
    return null;
  }
}

/** Longer lines are no titles. */
const MAX_TITLE = 100;

function assemble(
  blocks: readonly HtmlBlock[],
  chosen: readonly HtmlBlock[],
  page: PageFacts,
): ExtractedText {
  if (chosen.length === 0) return new Blocks().finish('html', page.facts);
  const headings = blocks.filter((block) => block.hint.level === 1);
  const inside = chosen.filter((block) => block.hint.level === 1);
  // With several first headings the page is no article, and its title is none of theirs.
  if (inside.length > 1) return collect(chosen).finish('html', page.facts);
  const heading = inside[0] ?? (headings.length === 1 ? headings[0] : undefined);
  const short = blocks
    .filter(({ text }) => text.length <= MAX_TITLE)
    .map(({ text }) => oneLine(text));
  const title = articleTitle(page, heading ? oneLine(heading.text) : '', short);
  if (title === '') return collect(chosen).finish('html', page.facts);
  const wanted = squeeze(title);
  const at = chosen.findIndex((block) => squeeze(block.text) === wanted);
  const own = chosen[at];
  const lines = own === undefined ? aboutLines(blocks, chosen, title) : [];
  const ordered = own === undefined ? [...lines, ...chosen] : chosen.filter((b) => b !== own);
  const out = new Blocks();
  const titleHint = { level: 1, whole: true };
  // What stands before the title in the page (a date, the name of a column) stays before it.
  const index = own === undefined ? 0 : at;
  for (const block of ordered.slice(0, index)) addBlock(out, block);
  out.add(title, titleHint);
  for (const block of ordered.slice(index)) addBlock(out, block);
  return out.finish('html', { ...page.facts, title });
}

const oneLine = (text: string): string => text.split('\n').map(trimLine).join('');

function collect(blocks: readonly HtmlBlock[]): Blocks {
  const out = new Blocks();
  for (const block of blocks) addBlock(out, block);
  return out;
}

/** Adds a block of a page; headings over several lines become one. */
export function addBlock(out: Blocks, { text, hint, tight, verbatim }: HtmlBlock): void {
  if (verbatim) out.addVerbatim(text);
  else out.add(hint.level === undefined ? text : oneLine(text), hint, tight);
}

/** Only the head of a page is parsed for its facts when the page as a whole cannot be. */
const MAX_HEAD = 1 << 18;

function readFlat(html: string, parse: Parse): ExtractedText {
  const resolve = characterReferences(parse);
  const out = new Blocks();
  for (const { raw, hint } of flatBlocks(html)) {
    out.add(resolve(raw.replace(/\s+/g, ' ')), hint);
  }
  const head = html.slice(0, Math.min(html.search(/<\/head\s*>|<body/i) >>> 0, MAX_HEAD));
  const shallow = measureHtml(head, MAX_READABILITY_DEPTH).depth < MAX_READABILITY_DEPTH;
  return out.finish('html', shallow ? readFacts(parse(head)).facts : {});
}
