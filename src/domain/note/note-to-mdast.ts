import type { NoteDoc, NoteNode } from '@domain/model';
import type {
  AlignType,
  BlockContent,
  Html,
  List,
  ListItem,
  Paragraph,
  Root,
  Table,
  TableCell,
} from 'mdast';
import { type InlinePlace, inlineToMarkdown } from './inline-to-markdown';
import { blocksToPlain } from './plain';
import { inlineText, MAX_NOTE_DEPTH } from './schema';

/**
 * A note's blocks as mdast. Inline content is already written as Markdown (see `inlineToMarkdown`)
 * and stands in `html` nodes, the one kind that mdast-util-to-markdown prints unchanged.
 *
 * @param shift added to every heading's level, which stays at most 6
 */
export function noteToMdast(doc: NoteDoc, shift = 0): Root {
  return { type: 'root', children: blocksOf(doc.content ?? [], shift, 0) };
}

function blocksOf(nodes: readonly NoteNode[], shift: number, depth: number): BlockContent[] {
  return nodes.flatMap((node) => blockOf(node, shift, depth + 1));
}

function blockOf(node: NoteNode, shift: number, depth: number): BlockContent[] {
  const content = node.content ?? [];
  if (depth > MAX_NOTE_DEPTH) return plainParagraphs([node]);
  switch (node.type) {
    case 'heading': {
      const level = typeof node.attrs?.level === 'number' ? node.attrs.level : 1;
      const bounded = Math.min(6, Math.max(1, Math.trunc(level) + shift)) as 1 | 2 | 3 | 4 | 5 | 6;
      return [{ type: 'heading', depth: bounded, children: inline(content, 'heading') }];
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return content.length > 0 ? [listOf(node, shift, depth)] : [];
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(content, shift, depth) }];
    case 'codeBlock': {
      const language = node.attrs?.language;
      const lang = typeof language === 'string' && language.trim() !== '' ? language.trim() : null;
      return [{ type: 'code', lang, value: blocksToPlain([node]).replace(/\r\n?/g, '\n') }];
    }
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return tableOf(node);
    default:
      // Paragraphs, bare inline nodes and unknown nodes: their blocks, or else their words.
      return content.some((child) => isBlock(child))
        ? blocksOf(content, shift, depth)
        : paragraphsOf(node.text === undefined ? content : [node]);
  }
}

function isBlock(node: NoteNode): boolean {
  return node.type !== 'text' && node.type !== 'hardBreak' && node.content !== undefined;
}

function inline(nodes: readonly NoteNode[], place: InlinePlace): Html[] {
  const value = inlineToMarkdown(nodes, place);
  return value === '' ? [] : [{ type: 'html', value }];
}

/** Markdown has no empty paragraphs; they are left out. */
function paragraphsOf(nodes: readonly NoteNode[]): Paragraph[] {
  const children = inline(nodes, 'paragraph');
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

function plainParagraphs(nodes: readonly NoteNode[]): Paragraph[] {
  return paragraphsOf(inlineText(blocksToPlain(nodes)));
}

function listOf(node: NoteNode, shift: number, depth: number): List {
  const items = node.content ?? [];
  const ordered = node.type === 'orderedList';
  const start = typeof node.attrs?.start === 'number' ? Math.trunc(node.attrs.start) : 1;
  const children = items.map((item): ListItem => {
    const blocks = blocksOf(
      item.type.endsWith('Item') ? (item.content ?? []) : [item],
      shift,
      depth,
    );
    if (node.type !== 'taskList') return { type: 'listItem', spread: false, children: blocks };
    const checked = item.attrs?.checked === true;
    // `[ ]` stands in a paragraph; one is put there when the item starts with something else.
    const first: Paragraph = { type: 'paragraph', children: [] };
    const led = blocks[0]?.type === 'paragraph' ? blocks : [first, ...blocks];
    return { type: 'listItem', spread: false, checked, children: led };
  });
  // CommonMark reads at most nine digits.
  const bounded = Math.min(Math.max(0, start), 999_999_999 - items.length);
  return { type: 'list', ordered, start: ordered ? bounded : null, spread: false, children };
}

/** GFM tables have one header row, no spans and one line per cell: spans become empty cells. */
function tableOf(node: NoteNode): Table[] {
  const grid: NoteNode[][] = [];
  for (const [rowIndex, row] of (node.content ?? []).entries()) {
    let column = 0;
    for (const cell of row.content ?? []) {
      while (grid[rowIndex]?.[column]) column++;
      const [width, height] = [spanOf(cell.attrs?.colspan), spanOf(cell.attrs?.rowspan)];
      for (let down = 0; down < height; down++) {
        for (let right = 0; right < width; right++) {
          const line = grid[rowIndex + down] ?? [];
          grid[rowIndex + down] = line;
          line[column + right] = down + right === 0 ? cell : { type: 'tableCell' };
        }
      }
    }
    grid[rowIndex] ??= [];
  }
  const columns = Math.max(0, ...grid.map((row) => row.length));
  if (columns === 0) return [];
  const align = Array.from({ length: columns }, (_, column) => alignOf(grid[0]?.[column]));
  const children = grid.map((row) => ({
    type: 'tableRow' as const,
    children: Array.from({ length: columns }, (_, column) => cellOf(row[column])),
  }));
  return [{ type: 'table', align, children }];
}

function spanOf(value: unknown): number {
  return typeof value === 'number' ? Math.min(100, Math.max(1, Math.trunc(value))) : 1;
}

function alignOf(cell: NoteNode | undefined): AlignType {
  const align = cell?.attrs?.align;
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}

function cellOf(cell: NoteNode | undefined): TableCell {
  const lines: NoteNode[] = [];
  for (const [index, block] of (cell?.content ?? []).entries()) {
    if (index > 0) lines.push({ type: 'hardBreak' });
    const simple = block.type === 'paragraph' || block.type === 'heading';
    lines.push(...(simple ? (block.content ?? []) : inlineText(blocksToPlain([block]))));
  }
  return { type: 'tableCell', children: inline(lines, 'cell') };
}
