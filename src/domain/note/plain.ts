import type { NoteDoc, NoteNode } from '@domain/model';
import { atomWords, isInlineAtom } from './links';
import { noteDoc } from './schema';

/** A new document with one empty paragraph. */
export function emptyNote(): NoteDoc {
  return noteDoc([]);
}

/**
 * The note's words without markup, for search and previews: blocks joined with one LF, a hard break
 * is an LF, the cells of a table row are joined with a tab. Never throws on a restored document.
 */
export function noteToPlain(doc: NoteDoc): string {
  return blocksToPlain(doc.content ?? []);
}

/** The words of a list of blocks, as in `noteToPlain`. */
export function blocksToPlain(blocks: readonly NoteNode[]): string {
  return blocks.flatMap((block) => linesOf(block)).join('\n');
}

/** No words beyond white space, and nothing visible without words (a rule, a table). */
export function isEmptyNote(doc: NoteDoc): boolean {
  return noteToPlain(doc).trim() === '' && !hasVisibleStructure(doc.content ?? []);
}

function linesOf(node: NoteNode): string[] {
  const content = node.content ?? [];
  if (node.type === 'horizontalRule') return [];
  if (node.type === 'quotation') return [atomWords(node) ?? ''];
  if (node.type === 'tableRow') {
    const cells = content.map((cell) => blocksToPlain(cell.content ?? []).replaceAll('\n', ' '));
    return [cells.join('\t')];
  }
  if (content.length === 0 || content.every((child) => isInline(child))) return [inlinePlain(node)];
  return content.flatMap((child) => linesOf(child));
}

function isInline(node: NoteNode): boolean {
  return node.type === 'text' || node.type === 'hardBreak' || isInlineAtom(node.type);
}

function inlinePlain(node: NoteNode): string {
  if (node.type === 'hardBreak') return '\n';
  return (
    (node.text ?? atomWords(node) ?? '') +
    (node.content ?? []).map((child) => inlinePlain(child)).join('')
  );
}

function hasVisibleStructure(nodes: readonly NoteNode[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'horizontalRule' ||
      node.type === 'table' ||
      node.type === 'quotation' ||
      node.type === 'image' ||
      hasVisibleStructure(node.content ?? []),
  );
}
