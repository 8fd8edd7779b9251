import type { NoteMark, NoteNode } from '@domain/model';
import type { PhrasingContent } from 'mdast';
import { preparedSyntax, sameInline } from './markdown-forms';
import { parseMarkdown } from './markdown-parse';
import {
  guardDelimiters,
  guardLines,
  isPlainText,
  syntax,
  textUnits,
  type Unit,
  unitsToString,
} from './markdown-units';
import { phrasingToInline } from './mdast-inline';
import { compatibleMarks, inlineText, isMarkKind, mergeText, sameMarks, textNode } from './schema';

/** Where inline content stands; in headings and table cells a line break has to be `<br>`. */
export type InlinePlace = 'paragraph' | 'heading' | 'cell';

interface Style {
  place: InlinePlace;
  emphasis: '*' | '_';
}

/** Given up in this order when a combination of marks cannot be written so that it reads back. */
const GIVEN_UP_FIRST = ['italic', 'strike', 'underline', 'bold', 'code', 'link'] as const;

/**
 * Inline nodes as one string of Markdown. The text always reads back the same; marks do too, except
 * where Markdown cannot express their combination, and then the least important ones are left out.
 * Line breaks without any text give the empty string.
 */
export function inlineToMarkdown(nodes: readonly NoteNode[], place: InlinePlace): string {
  const [first] = nodes;
  if (first?.text && nodes.length === 1 && !first.marks?.length && isPlainText(first.text))
    return first.text;
  let wanted = mergeText(nodes.flatMap((node) => normalizeInline(node)));
  if (!wanted.some((node) => node.text || preparedSyntax(node) !== null)) return '';
  const plain = render(wanted, { place, emphasis: '*' });
  if (!wanted.some((node) => node.marks) || readsBack(plain, wanted, place)) return plain;
  for (const mark of GIVEN_UP_FIRST) {
    if (mark === 'italic') {
      const other = render(wanted, { place, emphasis: '_' });
      if (readsBack(other, wanted, place)) return other;
    }
    wanted = mergeText(wanted.map((node) => withoutMark(node, mark)));
    const markdown = render(wanted, { place, emphasis: '*' });
    if (readsBack(markdown, wanted, place)) return markdown;
  }
  return render(wanted, { place, emphasis: '*' });
}

function normalizeInline(node: NoteNode): NoteNode[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (preparedSyntax(node) !== null) return [{ type: node.type, attrs: node.attrs ?? {} }];
  if (node.text === undefined)
    return (node.content ?? []).flatMap((child) => normalizeInline(child));
  const marks = (node.marks ?? []).filter((mark) => isMarkKind(mark.type));
  const usable = marks.filter((mark) => mark.type !== 'link' || hrefOf(mark) !== '');
  return inlineText(node.text, compatibleMarks(usable));
}

function withoutMark(node: NoteNode, type: string): NoteNode {
  const marks = (node.marks ?? []).filter((mark) => mark.type !== type);
  if (node.text === undefined) return node;
  return { type: node.type, text: node.text, ...(marks.length > 0 && { marks }) };
}

function render(nodes: readonly NoteNode[], style: Style): string {
  const units = renderSpan(nodes, [], style);
  const last = units.at(-1);
  // A backslash at the very end would not be a break.
  if (last?.lineBreak) units[units.length - 1] = syntax('<br>');
  guardFootnotes(units);
  guardLines(units, style.place === 'paragraph');
  guardDelimiters(units);
  return unitsToString(units);
}

/** A colon after a footnote's number would make a definition of it. */
function guardFootnotes(units: Unit[]): void {
  for (const [index, unit] of units.entries()) {
    if (unit.char === ':' && units[index - 1]?.out.startsWith('[^')) unit.out = '\\:';
  }
}

/** Nests marks so that the one that reaches furthest is outermost. */
function renderSpan(nodes: readonly NoteNode[], open: readonly NoteMark[], style: Style): Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    if (!node) break;
    let best: { mark: NoteMark; end: number } | null = null;
    for (const mark of node.marks ?? []) {
      if (open.some((other) => sameMarks([other], [mark]))) continue;
      let end = index + 1;
      while (nodes[end]?.marks?.some((other) => sameMarks([other], [mark]))) end++;
      if (!best || end > best.end) best = { mark, end };
    }
    if (best) {
      const span = nodes.slice(index, best.end);
      units.push(...wrap(best.mark, span, [...open, best.mark], style));
      index = best.end;
    } else {
      const prepared = preparedSyntax(node);
      if (prepared !== null) units.push(syntax(prepared));
      else if (node.type === 'hardBreak') units.push(breakUnit(style));
      else units.push(...textUnits(node.text ?? ''));
      index++;
    }
  }
  return units;
}

function breakUnit(style: Style): Unit {
  return style.place === 'paragraph'
    ? { out: '\\\n', char: null, lineBreak: true }
    : syntax('<br>');
}

function wrap(
  mark: NoteMark,
  span: readonly NoteNode[],
  open: readonly NoteMark[],
  style: Style,
): Unit[] {
  const text = span.map((node) => node.text ?? '').join('');
  if (mark.type === 'code') return [syntax(codeSpan(text, style.place))];
  if (mark.type === 'link' && isAutolink(mark, span, text, style)) return [syntax(`<${text}>`)];
  const inside = renderSpan(span, open, style);
  switch (mark.type) {
    case 'bold':
      return delimited('*', 2, inside);
    case 'italic':
      return delimited(style.emphasis, 1, inside);
    case 'strike':
      return delimited('~', 2, inside);
    case 'underline':
      return [syntax('<u>'), ...inside, syntax('</u>')];
    default:
      return [syntax('['), ...inside, syntax(`](${destination(mark, style.place)})`)];
  }
}

function delimited(marker: '*' | '_' | '~', count: number, inside: readonly Unit[]): Unit[] {
  const out = marker.repeat(count);
  return [
    { out, char: null, delimiter: { marker, opens: true } },
    ...inside,
    { out, char: null, delimiter: { marker, opens: false } },
  ];
}

function codeSpan(text: string, place: InlinePlace): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let size = 1;
  while (runs.has(size)) size++;
  const fence = '`'.repeat(size);
  const padded =
    /^`|`$/.test(text) || (/^ .* $/s.test(text) && text.trim() !== '') ? ` ${text} ` : text;
  const safe = place === 'cell' ? padded.replaceAll('|', '\\|') : padded;
  return `${fence}${safe}${fence}`;
}

function hrefOf(mark: NoteMark): string {
  return typeof mark.attrs?.href === 'string' ? mark.attrs.href : '';
}

function isAutolink(
  mark: NoteMark,
  span: readonly NoteNode[],
  text: string,
  style: Style,
): boolean {
  return (
    span.length === 1 &&
    !mark.attrs?.title &&
    text === hrefOf(mark) &&
    /^[a-z][a-z\d+.-]{1,31}:[^\p{Cc} <>]*$/iu.test(text) &&
    !(style.place === 'cell' && text.includes('|'))
  );
}

function destination(mark: NoteMark, place: InlinePlace): string {
  const href = hrefOf(mark).replace(/[\r\n]/g, (char) => encodeURIComponent(char));
  const safe = (text: string) => escapePunctuation(text, place);
  const target = /^[^\p{Cc}\s<>()\\]+$/u.test(href) ? safe(href) : `<${safe(href)}>`;
  const title = mark.attrs?.title;
  return typeof title === 'string' && title !== ''
    ? `${target} "${safe(title).replace(/\s*[\r\n]\s*/g, ' ')}"`
    : target;
}

function escapePunctuation(text: string, place: InlinePlace): string {
  const escaped = text.replace(/[\\<>"]|&(?=[#A-Za-z])/g, '\\$&');
  return place === 'cell' ? escaped.replaceAll('|', '\\|') : escaped;
}

function readsBack(markdown: string, wanted: readonly NoteNode[], place: InlinePlace): boolean {
  const frame = { paragraph: markdown, heading: `# ${markdown}`, cell: `| ${markdown} |\n| - |` };
  const numbers = wanted.flatMap((node) =>
    node.type === 'footnote' ? [String(node.attrs?.text)] : [],
  );
  const definitions = numbers.map((number) => `\n\n[^${number}]: ${number}`).join('');
  const root = parseMarkdown(`${frame[place]}${definitions}`);
  const block = root.children[0];
  let found: PhrasingContent[] = [];
  if (block?.type === 'paragraph' || block?.type === 'heading') found = block.children;
  if (block?.type === 'table') found = block.children[0]?.children[0]?.children ?? [];
  const inline = mergeText(
    phrasingToInline(found, {
      source: frame[place],
      footnotes: new Map(numbers.map((number) => [number, number])),
    }),
  );
  const expected = mergeText(
    wanted.map((node) => {
      if (node.type === 'picture') return textNode(String(node.attrs?.alt));
      return node.type === 'wikiLink' ? textNode(preparedSyntax(node) ?? '') : node;
    }),
  );
  return (
    root.children.length === 1 + numbers.length &&
    inline.length === expected.length &&
    inline.every((node, index) => sameInline(node, expected[index]))
  );
}
