import type { NoteMark, NoteNode } from '@domain/model';
import type { Definition, Nodes, PhrasingContent } from 'mdast';
import { compatibleMarks, inlineText, isSafeHref } from './schema';

export interface InlineSource {
  /** The Markdown that was parsed. */
  source: string;
  /** Link definitions by identifier. */
  definitions?: ReadonlyMap<string, Definition>;
  /** Footnotes' texts by identifier. */
  footnotes?: ReadonlyMap<string, string>;
}

const UNDERLINE = /^<(u|ins)>$/i;
const LINE_BREAK = /^<br\s*\/?>$/i;

/** Says whether a piece of HTML is a line break. */
export function isLineBreakHtml(html: string): boolean {
  return LINE_BREAK.test(html.trim());
}

/** mdast phrasing to inline nodes. HTML stays literal text, except `<br>` and matched `<u>`/`<ins>`. */
export function phrasingToInline(
  nodes: readonly PhrasingContent[],
  context: InlineSource,
  marks: readonly NoteMark[] = [],
): NoteNode[] {
  const result: NoteNode[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) continue;
    const close = node.type === 'html' ? underlineEnd(nodes, index) : -1;
    if (close > index) {
      const inside = nodes.slice(index + 1, close);
      result.push(...phrasingToInline(inside, context, [...marks, { type: 'underline' }]));
      index = close;
    } else {
      result.push(...inlineOf(node, context, marks));
    }
  }
  return result;
}

function inlineOf(
  node: PhrasingContent,
  context: InlineSource,
  marks: readonly NoteMark[],
): NoteNode[] {
  const within = (children: readonly PhrasingContent[], mark: NoteMark | null) =>
    phrasingToInline(children, context, mark ? [...marks, mark] : marks);
  const literal = (text: string, mark?: NoteMark | null) =>
    inlineText(text, compatibleMarks(mark ? [...marks, mark] : marks));
  switch (node.type) {
    case 'text':
      return literal(node.value);
    case 'strong':
      return within(node.children, { type: 'bold' });
    case 'emphasis':
      return within(node.children, { type: 'italic' });
    case 'delete':
      return within(node.children, { type: 'strike' });
    case 'inlineCode':
      return literal(node.value, { type: 'code' });
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return within(node.children, linkMark(node.url, node.title));
    case 'linkReference': {
      const definition = context.definitions?.get(node.identifier);
      if (!definition) return literal(sourceOf(node, context.source));
      return within(node.children, linkMark(definition.url, definition.title));
    }
    case 'image':
      return literal(node.alt || node.url, linkMark(node.url, node.title));
    case 'imageReference': {
      const definition = context.definitions?.get(node.identifier);
      const mark = definition ? linkMark(definition.url, definition.title) : null;
      return literal(node.alt || (definition?.url ?? sourceOf(node, context.source)), mark);
    }
    case 'footnoteReference': {
      const text = context.footnotes?.get(node.identifier) ?? '';
      if (text === '') return literal(sourceOf(node, context.source));
      return [{ type: 'footnote', attrs: { text } }];
    }
    case 'html':
      return isLineBreakHtml(node.value) ? [{ type: 'hardBreak' }] : literal(node.value);
    default:
      return literal(sourceOf(node, context.source));
  }
}

/** The Markdown that a node was parsed from. */
export function sourceOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function linkMark(href: string, title: string | null | undefined): NoteMark | null {
  if (!isSafeHref(href)) return null;
  return { type: 'link', attrs: title ? { href, title } : { href } };
}

/** Index of the closing tag of the underline that starts at `index`, or -1. */
function underlineEnd(nodes: readonly PhrasingContent[], index: number): number {
  const htmlAt = (at: number) => {
    const node = nodes[at];
    return node?.type === 'html' ? node.value.toLowerCase() : '';
  };
  const tag = UNDERLINE.exec(htmlAt(index))?.[1];
  if (!tag) return -1;
  let depth = 0;
  for (let at = index; at < nodes.length; at++) {
    if (htmlAt(at) === `<${tag}>`) depth++;
    if (htmlAt(at) === `</${tag}>`) depth--;
    if (depth === 0) return at;
  }
  return -1;
}
