import type { NoteDoc, NoteNode } from '@domain/model';
import type {
  Definition,
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { restoreLinks } from './markdown-forms';
import { type InlineSource, isLineBreakHtml, phrasingToInline, sourceOf } from './mdast-inline';
import { blocksToPlain } from './plain';
import {
  atLeastOneBlock,
  inlineText,
  MAX_NOTE_DEPTH,
  mergeText,
  noteDoc,
  paragraph,
  paragraphFirst,
  parentNode,
  textNode,
} from './schema';

interface Context extends InlineSource {
  definitions: ReadonlyMap<string, Definition>;
  /** Identifiers that some link or image refers to. */
  used: ReadonlySet<string>;
}

/**
 * mdast to a note that Tiptap's schema accepts. What a note has no node for keeps its words: images
 * become links with their description, unused definitions their Markdown. Addresses of the archive
 * (`zhaiji:article/ID`) become links to what they name.
 *
 * @param source the Markdown that `root` was parsed from
 */
export function mdastToNote(root: Root, source: string): NoteDoc {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  const notes: FootnoteDefinition[] = [];
  const collect = (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if (node.type === 'footnoteReference') used.add(`^${node.identifier}`);
    if (node.type === 'footnoteDefinition') notes.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(root);
  const footnotes = new Map<string, string>();
  const context = { source, definitions, used, footnotes };
  const texts = notes.map((note): [string, string] => {
    const blocks = restoreLinks(blocksOf(note.children, context, 0));
    return [note.identifier, blocksToPlain(blocks).replace(/\s+/g, ' ').trim()];
  });
  for (const [identifier, text] of texts) footnotes.set(identifier, text);
  return noteDoc(restoreLinks(blocksOf(root.children, context, 0)));
}

function blocksOf(nodes: readonly RootContent[], context: Context, depth: number): NoteNode[] {
  return nodes.flatMap((node) => blockOf(node, context, depth + 1));
}

function blockOf(node: RootContent, context: Context, depth: number): NoteNode[] {
  const literal = () => [paragraph(inlineText(sourceOf(node, context.source)))];
  if (depth > MAX_NOTE_DEPTH) return literal();
  switch (node.type) {
    case 'paragraph':
      return [paragraph(mergeText(phrasingToInline(node.children, context)))];
    case 'heading': {
      const content = mergeText(phrasingToInline(node.children, context));
      return [parentNode('heading', content, { level: node.depth })];
    }
    case 'blockquote':
      return [parentNode('blockquote', atLeastOneBlock(blocksOf(node.children, context, depth)))];
    case 'code': {
      const language = node.lang || null;
      return [parentNode('codeBlock', node.value ? [textNode(node.value)] : [], { language })];
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'list':
      return listsOf(node, context, depth);
    case 'table':
      return tableOf(node, context);
    case 'html':
      if (isLineBreakHtml(node.value)) return [paragraph([{ type: 'hardBreak' }])];
      return [paragraph(inlineText(node.value))];
    case 'footnoteDefinition':
      // What an empty one says is only its number, which its reference then shows itself.
      return context.used.has(`^${node.identifier}`) ? [] : literal();
    case 'definition':
      return context.used.has(node.identifier) ? [] : literal();
    default:
      return literal();
  }
}

/** Tiptap keeps tasks and plain items in different lists: a mixed list becomes several. */
function listsOf(list: List, context: Context, depth: number): NoteNode[] {
  const isTask = (item: ListItem) => typeof item.checked === 'boolean';
  const result: NoteNode[] = [];
  let run: NoteNode[] = [];
  let start = list.start ?? 1;
  for (const [index, item] of list.children.entries()) {
    const content = paragraphFirst(blocksOf(item.children, context, depth + 1));
    if (isTask(item)) {
      run.push(parentNode('taskItem', emptyTask(content), { checked: item.checked === true }));
    } else {
      run.push(parentNode('listItem', content));
    }
    const next = list.children[index + 1];
    if (next && isTask(next) === isTask(item)) continue;
    if (isTask(item)) result.push(parentNode('taskList', run));
    else if (list.ordered) result.push(parentNode('orderedList', run, { start }));
    else result.push(parentNode('bulletList', run));
    start = (list.start ?? 1) + index + 1;
    run = [];
  }
  return result;
}

/** A task without words is written with one encoded space, since `[ ]` needs content to be a task. */
function emptyTask(content: NoteNode[]): NoteNode[] {
  const first = content[0]?.content;
  return first?.length === 1 && first[0]?.text === ' '
    ? [paragraph(), ...content.slice(1)]
    : content;
}

function tableOf(table: Table, context: Context): NoteNode[] {
  const columns = Math.max(1, ...table.children.map((row) => row.children.length));
  const rows = table.children.map((row, rowIndex) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const content = mergeText(phrasingToInline(row.children[column]?.children ?? [], context));
      const align = table.align?.[column];
      return parentNode(
        rowIndex === 0 ? 'tableHeader' : 'tableCell',
        [paragraph(content)],
        align ? { align } : undefined,
      );
    });
    return parentNode('tableRow', cells);
  });
  return rows.length > 0 ? [parentNode('table', rows)] : [];
}
