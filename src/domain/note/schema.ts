import type { NoteDoc, NoteMark, NoteNode } from '@domain/model';

/**
 * What a note may hold: the nodes and marks of Tiptap 3's StarterKit, TaskList with nested TaskItem
 * and the Table kit. Kept as data, so that the domain can build valid documents without Tiptap.
 */

/** Deeper structure than this is turned into its text; no editor shows it and recursion stays safe. */
export const MAX_NOTE_DEPTH = 48;

export const MARK_ORDER = ['link', 'underline', 'bold', 'italic', 'strike', 'code'] as const;
export type MarkKind = (typeof MARK_ORDER)[number];

export function isMarkKind(type: string): type is MarkKind {
  return (MARK_ORDER as readonly string[]).includes(type);
}

/**
 * Says whether a link may be kept. Anything that runs code or carries a document inside the address
 * is refused; schemes of reference managers and note applications (`zotero:`, `obsidian:`) pass.
 */
export function isSafeHref(href: string): boolean {
  // Browsers ignore control characters and spaces when they look for the scheme.
  const bare = href.replace(/[\p{Cc}\s]/gu, '').toLowerCase();
  return bare !== '' && !/^(?:javascript|vbscript|data):/.test(bare);
}

/** The marks that Tiptap's schema accepts together: `code` excludes all others, a link wins over it. */
export function compatibleMarks(marks: readonly NoteMark[]): NoteMark[] {
  const byType = new Map<string, NoteMark>();
  for (const mark of marks) if (!byType.has(mark.type)) byType.set(mark.type, mark);
  const code = byType.get('code');
  if (code && !byType.has('link')) return [code];
  byType.delete('code');
  return MARK_ORDER.flatMap((kind) => byType.get(kind) ?? []);
}

export function textNode(text: string, marks: readonly NoteMark[] = []): NoteNode {
  return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text };
}

/** A node with content; `content` is left out when there is none, as ProseMirror writes it. */
export function parentNode(
  type: string,
  content: readonly NoteNode[],
  attrs?: Record<string, unknown>,
): NoteNode {
  const node: NoteNode = { type };
  if (attrs) node.attrs = attrs;
  if (content.length > 0) node.content = [...content];
  return node;
}

export function paragraph(content: readonly NoteNode[] = []): NoteNode {
  return parentNode('paragraph', content);
}

/** Text with line breaks as inline nodes: every LF, CRLF or CR becomes a `hardBreak`. */
export function inlineText(text: string, marks: readonly NoteMark[] = []): NoteNode[] {
  const result: NoteNode[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (index > 0) result.push({ type: 'hardBreak' });
    if (line !== '') result.push(textNode(line, marks));
  }
  return result;
}

export function sameMarks(a: readonly NoteMark[] = [], b: readonly NoteMark[] = []): boolean {
  return (
    a.length === b.length &&
    a.every((mark, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        mark.type === other.type &&
        mark.attrs?.href === other.attrs?.href &&
        mark.attrs?.title === other.attrs?.title
      );
    })
  );
}

/** Joins neighbouring text nodes with the same marks and drops empty ones, as ProseMirror would. */
export function mergeText(nodes: readonly NoteNode[]): NoteNode[] {
  const result: NoteNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type !== 'text') result.push(node);
    else if (node.text && last?.type === 'text' && sameMarks(last.marks, node.marks))
      result[result.length - 1] = textNode(`${last.text ?? ''}${node.text}`, last.marks);
    else if (node.text) result.push(node);
  }
  return result;
}

/** Content for a node that wants `block+`. */
export function atLeastOneBlock(blocks: readonly NoteNode[]): NoteNode[] {
  return blocks.length > 0 ? [...blocks] : [paragraph()];
}

/** Content for a node that wants `paragraph block*` (list and task items). */
export function paragraphFirst(blocks: readonly NoteNode[]): NoteNode[] {
  return blocks[0]?.type === 'paragraph' ? [...blocks] : [paragraph(), ...blocks];
}

export function noteDoc(blocks: readonly NoteNode[]): NoteDoc {
  return { type: 'doc', content: atLeastOneBlock(blocks) };
}
