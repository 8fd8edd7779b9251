import type { Note, NoteNode } from '@domain/model';
import { inlineToMarkdown } from '@domain/note/inline-to-markdown';
import { noteToMarkdown } from '@domain/note/markdown';
import type { PictureAddress } from '@domain/note/markdown-forms';
import { isEmptyNote } from '@domain/note/plain';
import { textNode } from '@domain/note/schema';

/** Any text without line breaks as Markdown that means just this text, at a line's start or within. */
export function inlineText(text: string, mark?: 'italic'): string {
  const nodes: NoteNode[] = [textNode(text, mark ? [{ type: mark }] : [])];
  return inlineToMarkdown(nodes, 'paragraph');
}

/** A heading of one line; the text may be anything. */
export function heading(level: number, text: string): string {
  const nodes: NoteNode[] = [textNode(text.replace(/\s*[\r\n]+\s*/g, ' '))];
  return ['#'.repeat(level), inlineToMarkdown(nodes, 'heading')].filter(Boolean).join(' ');
}

/**
 * A quotation, each line of the text a paragraph in it. Empty lines cannot be said in Markdown and
 * are left out.
 */
export function quotation(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `> ${inlineText(line)}`)
    .join('\n>\n');
}

/** A note's blocks with their headings below `level`; `null` when there is nothing in it. */
export function noteBlocks(
  note: Note | null,
  level: number,
  pictures?: PictureAddress,
): string | null {
  if (!note || isEmptyNote(note.doc)) return null;
  const options = { headingShift: level, links: 'wiki', pictures } as const;
  return noteToMarkdown(note.doc, options).replace(/\n+$/, '');
}

/** Blocks as one file, divided by blank lines and ending in a line feed. */
export function fileOf(frontMatter: string, blocks: readonly (string | null)[]): string {
  return [
    frontMatter.replace(/\n$/, ''),
    ...blocks.filter((block) => block !== null && block !== ''),
  ]
    .join('\n\n')
    .concat('\n');
}
