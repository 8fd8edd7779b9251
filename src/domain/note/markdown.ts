import type { NoteDoc } from '@domain/model';
import type { Nodes, Paragraph } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Join, toMarkdown } from 'mdast-util-to-markdown';
import { inlineToMarkdown } from './inline-to-markdown';
import { type LinkForm, type PictureAddress, prepareForMarkdown } from './markdown-forms';
import { parseMarkdown } from './markdown-parse';
import { mdastToNote } from './mdast-to-note';
import { noteToMdast } from './note-to-mdast';
import { textNode } from './schema';

export interface NoteMarkdownOptions {
  /** Added to every heading's level (at most 6), for a note inside a larger document. */
  headingShift?: number;
  /** How links within the archive are written; as addresses, which read back, when left out. */
  links?: LinkForm;
  /** Where the pictures' files are; those without one are only named. */
  pictures?: PictureAddress | undefined;
}

/**
 * A note as Markdown (CommonMark with GFM tables, task lists, strikethrough), ending in one LF; the
 * empty string for an empty note. The words read back exactly; underline is written as `<u>`, a line
 * break in a heading or table cell as `<br>`, footnotes below the text. Left out, since Markdown cannot say it: empty
 * paragraphs, spans of table cells.
 */
export function noteToMarkdown(doc: NoteDoc, options: NoteMarkdownOptions = {}): string {
  const prepared = prepareForMarkdown(doc, options.links ?? 'address', options.pictures);
  const root = noteToMdast(prepared.doc, options.headingShift);
  for (const [index, text] of prepared.footnotes.entries()) {
    const value = inlineToMarkdown([textNode(text)], 'paragraph');
    const identifier = String(index + 1);
    const children: Paragraph[] = [{ type: 'paragraph', children: [{ type: 'html', value }] }];
    root.children.push({ type: 'footnoteDefinition', identifier, label: identifier, children });
  }
  return toMarkdown(root, {
    bullet: '-',
    rule: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    join: [joinBlocks],
  });
}

/**
 * Markdown as a note that Tiptap's schema accepts. HTML becomes literal text, except `<br>` and
 * `<u>`; a line break inside a paragraph stays a line break. Never throws.
 */
export function markdownToNote(markdown: string): NoteDoc {
  return mdastToNote(parseMarkdown(markdown), markdown);
}

/**
 * Blank lines between all blocks, except between list items and where a list can follow its item's
 * paragraph directly: only a list that starts with 1 and whose first item has words can do that.
 */
const joinBlocks: Join = (left, right, parent) => {
  if (parent.type === 'list') return 0;
  const tight =
    parent.type === 'listItem' &&
    left.type === 'paragraph' &&
    right.type === 'list' &&
    (!right.ordered || right.start === 1) &&
    startsWithWords(right);
  return tight ? 0 : 1;
};

function startsWithWords(list: Nodes): boolean {
  const first = list.type === 'list' ? list.children[0]?.children[0] : undefined;
  return first?.type === 'paragraph' && first.children.length > 0;
}
