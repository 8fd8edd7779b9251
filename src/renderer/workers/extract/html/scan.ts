import type { LineHint } from '@domain/ingest/types';

/**
 * A tokeniser for HTML that builds no tree: it measures a page before it is given to a parser, and
 * takes the text out of pages that no parser should be given. Linear in the page, never recursive.
 */

type Token =
  | { kind: 'text'; start: number; end: number }
  | { kind: 'open' | 'close'; name: string; start: number; end: number };

/** Elements whose content is no markup. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li ' +
    'main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** End tags that HTML lets authors leave out: what a start tag closes when it is the open one. */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    p: 'p',
    li: 'li',
    dt: 'dt dd',
    dd: 'dt dd',
    tr: 'tr td th',
    td: 'td th',
    th: 'td th',
    tbody: 'tr td th thead tbody',
    option: 'option',
    rt: 'rt rp',
    rp: 'rt rp',
    body: 'head',
    ...Object.fromEntries(
      'div table ul ol dl h1 h2 h3 h4 h5 h6 section article header footer nav aside main form pre blockquote hr figure figcaption address'
        .split(' ')
        .map((name) => [name, 'p']),
    ),
  }).map(([name, closed]) => [name, new Set(closed.split(' '))]),
);

function* tokens(html: string): Generator<Token> {
  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    const tag = readTag(html, open);
    if (tag === null) {
      at = open + 1;
      continue;
    }
    if (open > textFrom) yield { kind: 'text', start: textFrom, end: open };
    at = tag.end;
    textFrom = at;
    if (tag.name === '') continue;
    yield { kind: tag.close ? 'close' : 'open', name: tag.name, start: open, end: tag.end };
    if (!tag.close && RAW.has(tag.name)) {
      const end = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi');
      end.lastIndex = at;
      at = end.exec(html)?.index ?? html.length;
      // What is between is no text, but for the closing tag everything goes on as usual.
      textFrom = at;
    }
  }
  if (textFrom < html.length) yield { kind: 'text', start: textFrom, end: html.length };
}

/** The tag, comment (name empty) or declaration (name empty) at `open`; `null`: it is a plain `<`. */
function readTag(html: string, open: number): { name: string; close: boolean; end: number } | null {
  const next = html.charAt(open + 1);
  if (next === '!' || next === '?') {
    const comment = html.startsWith('<!--', open);
    const end = html.indexOf(comment ? '-->' : '>', open + 2);
    return { name: '', close: false, end: end === -1 ? html.length : end + (comment ? 3 : 1) };
  }
  const close = next === '/';
  let at = open + (close ? 2 : 1);
  const from = at;
  if (!/[a-z]/i.test(html.charAt(at))) return null;
  while (at < html.length && !/[\s/>]/.test(html.charAt(at))) at += 1;
  const name = html.slice(from, Math.min(at, from + 40)).toLowerCase();
  // A `>` within a quoted value does not end the tag.
  let quote = '';
  let value = false;
  for (; at < html.length; at += 1) {
    const char = html.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return { name, close, end: at + 1 };
    } else if (char === '=') {
      value = true;
    } else if (value && (char === '"' || char === "'")) {
      quote = char;
      value = false;
    } else if (!/\s/.test(char)) {
      value = false;
    }
  }
  return { name, close, end: html.length };
}

export interface PageShape {
  elements: number;
  /** How deep elements are nested at most; counting stops at the limit that was given. */
  depth: number;
  /** The sum of the depths of all elements. */
  nesting: number;
}

/** How many elements a page has and how deep they are nested, as a parser would nest them. */
export function measureHtml(html: string, maxDepth: number): PageShape {
  const stack: string[] = [];
  const shape: PageShape = { elements: 0, depth: 0, nesting: 0 };
  for (const token of tokens(html)) {
    if (token.kind === 'close') {
      const at = stack.lastIndexOf(token.name);
      if (at >= 0) stack.length = at;
    } else if (token.kind === 'open') {
      shape.elements += 1;
      const closes = CLOSES.get(token.name);
      while (closes?.has(stack.at(-1) ?? '')) stack.pop();
      if (!VOID.has(token.name)) stack.push(token.name);
      shape.depth = Math.max(shape.depth, stack.length);
      shape.nesting += stack.length;
      if (shape.depth >= maxDepth) return shape;
    }
  }
  return shape;
}

/** A run of text between two block tags. */
export interface FlatBlock {
  /** As it stands in the page: character references are not resolved yet. */
  raw: string;
  hint: LineHint;
}

/** Pages taken apart without a tree: text between block tags, with the level of headings. */
export function* flatBlocks(html: string): Generator<FlatBlock> {
  let raw = '';
  let level = 0;
  const hint = (): LineHint => (level > 0 ? { whole: true, level } : { whole: true });
  for (const token of tokens(html)) {
    if (token.kind === 'text') {
      raw += html.slice(token.start, token.end);
    } else if (BLOCK_TAGS.has(token.name) || token.name === 'br') {
      if (raw.trim() !== '') yield { raw, hint: hint() };
      raw = '';
      const heading = /^h([1-6])$/.exec(token.name);
      if (heading) level = token.kind === 'open' ? Number(heading[1]) : 0;
    }
  }
  if (raw.trim() !== '') yield { raw, hint: hint() };
}
