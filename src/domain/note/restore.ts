import type { NoteDoc, NoteMark, NoteNode } from '@domain/model';
import {
  atomWords,
  imageNode,
  isInlineAtom,
  isLinkId,
  isLinkKind,
  quotationNode,
  referenceNode,
} from './links';
import {
  atLeastOneBlock,
  compatibleMarks,
  inlineText,
  isMarkKind,
  isSafeHref,
  MAX_NOTE_DEPTH,
  mergeText,
  noteDoc,
  paragraph,
  paragraphFirst,
  parentNode,
  textNode,
} from './schema';

type Fields = Record<string, unknown>;

/**
 * The gate for notes from outside: whatever `value` is, out comes a document that Tiptap's schema
 * accepts. Known nodes and marks are kept with their attributes checked, anything else is reduced to
 * its text; a plain string becomes one paragraph per line. Never throws.
 */
export function restoreNoteDoc(value: unknown): NoteDoc {
  if (typeof value === 'string')
    return noteDoc(value.split(/\r\n|\r|\n/).map((line) => paragraph(inlineText(line))));
  if (Array.isArray(value)) return noteDoc(blocksOf(value, 0));
  if (!isFields(value)) return noteDoc([]);
  return noteDoc(value.type === 'doc' ? blocksOf(value.content, 0) : blocksOf([value], 0));
}

/** Blocks from a `content` value; inline nodes among them are collected into paragraphs. */
function blocksOf(content: unknown, depth: number): NoteNode[] {
  const result: NoteNode[] = [];
  let inline: NoteNode[] = [];
  const flush = () => {
    if (inline.length > 0) result.push(paragraph(mergeText(inline)));
    inline = [];
  };
  for (const child of itemsOf(content)) {
    if (isInlineValue(child)) {
      inline.push(...inlineOf([child], depth + 1));
    } else {
      flush();
      result.push(...blockOf(child, depth + 1));
    }
  }
  flush();
  return result;
}

function blockOf(value: unknown, depth: number): NoteNode[] {
  if (!isFields(value)) return [];
  if (depth > MAX_NOTE_DEPTH) return textBlocks(value);
  const attrs = isFields(value.attrs) ? value.attrs : {};
  const { content } = value;
  switch (value.type) {
    case 'paragraph':
      return [paragraph(mergeText(inlineOf(itemsOf(content), depth)))];
    case 'heading': {
      const level = clampInteger(attrs.level, 1, 6, 1);
      return [parentNode('heading', mergeText(inlineOf(itemsOf(content), depth)), { level })];
    }
    case 'bulletList':
      return listOf('bulletList', content, depth);
    case 'orderedList': {
      const start = clampInteger(attrs.start, 0, 999_999_999, 1);
      return listOf('orderedList', content, depth, { start });
    }
    case 'taskList':
      return listOf('taskList', content, depth);
    case 'blockquote':
      return [parentNode('blockquote', atLeastOneBlock(blocksOf(content, depth)))];
    case 'codeBlock': {
      const text = textOf(value);
      const language = typeof attrs.language === 'string' ? attrs.language : null;
      return [parentNode('codeBlock', text === '' ? [] : [textNode(text)], { language })];
    }
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return tableOf(content, depth);
    case 'image': {
      const alt = typeof attrs.alt === 'string' ? attrs.alt : '';
      if (isLinkId(attrs.id)) return [imageNode(attrs.id, alt)];
      return alt === '' ? [] : [paragraph(inlineText(alt))];
    }
    case 'quotation': {
      const words = typeof attrs.label === 'string' ? attrs.label : '';
      if (isLinkId(attrs.id)) return [quotationNode(attrs.id, words)];
      return words === '' ? [] : [paragraph(inlineText(words))];
    }
    default:
      return blocksOf(content, depth);
  }
}

function listOf(type: string, content: unknown, depth: number, attrs?: Fields): NoteNode[] {
  const items = itemsOf(content).map((item) => {
    const known = isFields(item) && (item.type === 'listItem' || item.type === 'taskItem');
    const blocks = paragraphFirst(blocksOf(known ? item.content : [item], depth + 1));
    if (type !== 'taskList') return parentNode('listItem', blocks);
    const checked = known && isFields(item.attrs) && item.attrs.checked === true;
    return parentNode('taskItem', blocks, { checked });
  });
  return items.length > 0 ? [parentNode(type, items, attrs)] : [];
}

function tableOf(content: unknown, depth: number): NoteNode[] {
  const rows = itemsOf(content).map((row) => {
    const cells = itemsOf(isFields(row) && row.type === 'tableRow' ? row.content : [row]);
    return parentNode(
      'tableRow',
      cells.map((cell) => cellOf(cell, depth + 2)),
    );
  });
  const kept = rows.filter((row) => row.content);
  return kept.length > 0 ? [parentNode('table', kept)] : [];
}

function cellOf(value: unknown, depth: number): NoteNode {
  const known =
    isFields(value) && (value.type === 'tableCell' || value.type === 'tableHeader') ? value : null;
  const blocks = atLeastOneBlock(blocksOf(known ? known.content : [value], depth));
  const type = known?.type === 'tableHeader' ? 'tableHeader' : 'tableCell';
  const given = known && isFields(known.attrs) ? known.attrs : {};
  const attrs: Fields = {};
  const colspan = clampInteger(given.colspan, 1, 1000, 1);
  const rowspan = clampInteger(given.rowspan, 1, 1000, 1);
  if (colspan > 1) attrs.colspan = colspan;
  if (rowspan > 1) attrs.rowspan = rowspan;
  if (
    Array.isArray(given.colwidth) &&
    given.colwidth.length === colspan &&
    given.colwidth.every((width) => typeof width === 'number' && width >= 0)
  )
    attrs.colwidth = given.colwidth;
  if (given.align === 'left' || given.align === 'center' || given.align === 'right')
    attrs.align = given.align;
  return parentNode(type, blocks, Object.keys(attrs).length > 0 ? attrs : undefined);
}

function inlineOf(values: readonly unknown[], depth: number): NoteNode[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return inlineText(value);
    if (!isFields(value)) return [];
    if (value.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (isInlineAtom(value.type)) return atomOf(value);
    if (typeof value.text === 'string') return inlineText(value.text, marksOf(value.marks));
    if (depth > MAX_NOTE_DEPTH) return inlineText(textOf(value));
    return inlineOf(itemsOf(value.content), depth + 1);
  });
}

/** A link or footnote with its attributes checked; what cannot be one leaves its words. */
function atomOf(value: Fields): NoteNode[] {
  const { kind, id, label, text } = isFields(value.attrs) ? value.attrs : {};
  if (value.type === 'footnote') {
    const note = typeof text === 'string' ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
    return note === '' ? [] : [{ type: 'footnote', attrs: { text: note } }];
  }
  const name = typeof label === 'string' ? label : '';
  return isLinkKind(kind) && isLinkId(id) ? [referenceNode({ kind, id }, name)] : inlineText(name);
}

function marksOf(value: unknown): NoteMark[] {
  const marks: NoteMark[] = [];
  for (const mark of itemsOf(value)) {
    if (!isFields(mark) || typeof mark.type !== 'string' || !isMarkKind(mark.type)) continue;
    if (mark.type !== 'link') {
      marks.push({ type: mark.type });
      continue;
    }
    const attrs = isFields(mark.attrs) ? mark.attrs : {};
    if (typeof attrs.href !== 'string' || !isSafeHref(attrs.href)) continue;
    const title = typeof attrs.title === 'string' && attrs.title !== '' ? attrs.title : undefined;
    marks.push({ type: 'link', attrs: title ? { href: attrs.href, title } : { href: attrs.href } });
  }
  return compatibleMarks(marks);
}

function textBlocks(value: Fields): NoteNode[] {
  const text = textOf(value);
  return text === '' ? [] : [paragraph(inlineText(text))];
}

/** All text below a value, without recursion, so that no nesting is too deep. */
function textOf(value: unknown): string {
  const parts: string[] = [];
  const stack: unknown[] = [value];
  const seen = new Set<unknown>();
  while (stack.length > 0) {
    const item = stack.pop();
    if (typeof item === 'string') parts.push(item);
    if (!isFields(item) || seen.has(item)) continue;
    seen.add(item);
    if (item.type === 'hardBreak') parts.push('\n');
    const { attrs } = item;
    const words = atomWords({ type: String(item.type), ...(isFields(attrs) && { attrs }) });
    if (words !== null) parts.push(words);
    else if (typeof item.text === 'string') parts.push(item.text.replace(/\r\n?/g, '\n'));
    else stack.push(...itemsOf(item.content).toReversed());
  }
  return parts.join('');
}

function isInlineValue(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  return (
    isFields(value) &&
    (value.type === 'hardBreak' || isInlineAtom(value.type) || typeof value.text === 'string')
  );
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function clampInteger(value: unknown, min: number, max: number, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value)
    ? Math.min(max, Math.max(min, value))
    : otherwise;
}
