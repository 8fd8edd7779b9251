import type { LineHint } from '@domain/ingest/types';
import { type Blocks, squeeze, trimLine } from '../blocks';
import type { StyleMeaning } from './styles';

/** The part of mammoth's document model that is read here (`mammoth/lib/documents.js`). */
export interface DocxNode {
  type: string;
  children?: DocxNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
  alignment?: string | null;
  isBold?: boolean;
  breakType?: string;
  noteType?: string;
  noteId?: string;
  notes?: { resolve(reference: DocxNode): { body: DocxNode[] } | null };
}

type Meaning = (id: string, name: string) => StyleMeaning;

/** A cell with more characters holds text that was only laid out in a table. */
const MAX_CELL = 300;

/**
 * Turns Word's blocks into lines: one for each paragraph and each row of a table; the notes that the
 * text refers to stand at the end, in the order of the references.
 */
export function writeDocument(document: DocxNode, meaning: Meaning, out: Blocks): void {
  const writer = new Writer(meaning, out);
  writer.blocks(document.children ?? []);
  // A note may refer to a further note; none is written twice.
  const written = new Set<string>();
  for (const reference of writer.references) {
    const key = `${reference.noteType}-${reference.noteId}`;
    if (written.has(key)) continue;
    written.add(key);
    writer.blocks(document.notes?.resolve(reference)?.body ?? []);
  }
}

class Writer {
  readonly references: DocxNode[] = [];
  readonly #meaning: Meaning;
  readonly #out: Blocks;

  constructor(meaning: Meaning, out: Blocks) {
    this.#meaning = meaning;
    this.#out = out;
  }

  blocks(nodes: readonly DocxNode[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#paragraph(node);
      else if (node.type === 'table') this.#table(node);
      else this.blocks(node.children ?? []);
    }
  }

  #paragraph(node: DocxNode): void {
    const inline = this.#inline(node);
    const style = this.#meaning(node.styleId ?? '', node.styleName ?? '');
    const hint: LineHint = { whole: true };
    if (style.level > 0) hint.level = style.level;
    else if (style.caption) hint.kind = 'caption';
    else if (node.numbering) hint.kind = 'list';
    const length = squeeze(inline.text).length;
    const bold = length > 0 && (style.bold || inline.bold === length);
    if (style.level === 0 && (bold || node.alignment === 'center')) hint.emphasised = true;
    // A heading over two lines is one heading.
    const text = style.level > 0 ? inline.text.split('\n').map(trimLine).join('') : inline.text;
    this.#out.add(text, hint);
  }

  #inline(node: DocxNode): { text: string; bold: number } {
    const result = { text: '', bold: 0 };
    const visit = (each: DocxNode, bold: boolean): void => {
      const isBold = each.type === 'run' ? bold || each.isBold === true : bold;
      if (each.type === 'text') {
        result.text += each.value ?? '';
        if (isBold) result.bold += squeeze(each.value ?? '').length;
      } else if (each.type === 'tab') result.text += '\t';
      else if (each.type === 'break') result.text += '\n';
      else if (each.type === 'noteReference') this.references.push(each);
      for (const child of each.children ?? []) visit(child, isBold);
    };
    visit(node, false);
    return result;
  }

  #table(table: DocxNode): void {
    const rows = rowsOf(table);
    const cells = rows.map((row) =>
      (row.children ?? []).map((cell) =>
        (cell.children ?? []).map((child) => this.#inline(child).text.replaceAll('\n', ' ')),
      ),
    );
    const isData =
      cells.some((row) => row.length > 1) &&
      cells.every((row) => row.every((cell) => cell.join('').length <= MAX_CELL)) &&
      !rows.some((row) => hasTable(row));
    if (!isData) {
      // The references were seen already: they would stand twice, which is harmless.
      for (const row of rows)
        for (const cell of row.children ?? []) this.blocks(cell.children ?? []);
      return;
    }
    for (const row of cells) {
      const text = row.map((cell) => cell.map(trimLine).filter(Boolean).join(' ')).join('\t');
      this.#out.add(text, { kind: 'table', whole: true }, true);
    }
  }
}

function rowsOf(table: DocxNode): DocxNode[] {
  return (table.children ?? []).filter((row) => row.type === 'tableRow');
}

function hasTable(row: DocxNode): boolean {
  return (row.children ?? []).some((cell) =>
    (cell.children ?? []).some((child) => child.type === 'table'),
  );
}
