import type { ParagraphKind } from '@domain/model';
import type { FileView } from './context';
import type { Labelled } from './label-lines';
import type { Label, Line } from './types';

/** A paragraph in the making: its lines in order. */
export interface Block {
  kind: ParagraphKind;
  label: Label;
  /** Indices into the view's lines. */
  lines: number[];
}

/** An article in the making. */
export interface Draft {
  /** Lines of the title, empty for an untitled article. */
  title: number[];
  /** Lines that are a subtitle; they are among the blocks too. */
  subtitle: number[];
  blocks: Block[];
}

const KIND: Readonly<Record<Exclude<Label, 'title' | 'join'>, ParagraphKind>> = {
  subtitle: 'heading',
  body: 'body',
  heading: 'heading',
  caption: 'caption',
  attribution: 'attribution',
  byline: 'byline',
  furniture: 'attribution',
};

/** Splits the labelled lines into articles and their blocks. Every line goes to exactly one place. */
export function groupBlocks(view: FileView, labelled: readonly Labelled[]): Draft[] {
  const drafts: Draft[] = [];
  let open: Block | null = null;
  labelled.forEach(({ label }, index) => {
    let draft = drafts[drafts.length - 1];
    if (label === 'title' && draft && isEmpty(draft)) {
      draft.title = [index];
      return;
    }
    if (!draft || label === 'title') {
      const leading = draft ? takeLeading(view, draft, index) : [];
      draft = { title: [], subtitle: [], blocks: leading };
      drafts.push(draft);
      open = null;
    }
    if (label === 'title') draft.title = [index];
    else if (label === 'subtitle' && isWrappedTitle(view, draft, index)) draft.title.push(index);
    else if (label === 'join' && open) open.lines.push(index);
    else {
      const plain = label === 'join' ? 'body' : label;
      const block: Block = { kind: KIND[plain], label: plain, lines: [index] };
      draft.blocks.push(block);
      if (plain === 'body') open = block;
      if (plain === 'heading') open = null;
      if (plain === 'subtitle') draft.subtitle.push(index);
    }
  });
  return drafts;
}

/** Only page marks and headers so far: the title to come is this draft's. */
function isEmpty(draft: Draft): boolean {
  const passed: readonly Label[] = ['furniture', 'attribution', 'byline'];
  return draft.title.length === 0 && draft.blocks.every((block) => passed.includes(block.label));
}

/**
 * Page marks and issue lines right before a title stand over the new article, not under the old;
 * so do header lines that stand closer to the title than to the text before them.
 */
function takeLeading(view: FileView, draft: Draft, title: number): Block[] {
  let from = draft.blocks.length;
  // A paragraph that began above the mark may go on below it.
  const text = draft.blocks.reduce((last, block) => Math.max(last, lastTextLine(block)), -1);
  const isFree = (block: Block | undefined): boolean => (block?.lines[0] ?? -1) > text;
  while (from > 0 && isFree(draft.blocks[from - 1]) && isPageMark(view, draft.blocks[from - 1])) {
    from -= 1;
  }
  if (from === draft.blocks.length) {
    const last = draft.blocks[from - 1];
    const index = last?.lines[0] ?? -1;
    const gap = view.lines[index]?.gap ?? 0;
    const close = index === title - 1 && gap > (view.lines[title]?.gap ?? 0);
    if (close && last?.label === 'attribution' && view.marks[index]?.kind === 'header') from -= 1;
  }
  return draft.blocks.splice(from);
}

function lastTextLine(block: Block): number {
  return block.label === 'body' ? (block.lines[block.lines.length - 1] ?? -1) : -1;
}

function isPageMark(view: FileView, block: Block | undefined): boolean {
  const index = block?.lines[0];
  if (index === undefined || (block?.label !== 'furniture' && block?.label !== 'attribution')) {
    return false;
  }
  const mark = view.marks[index];
  if (block.label === 'furniture') return mark === null || !STAYS.has(mark?.rule ?? '');
  const fields = mark?.fields;
  if (mark?.kind !== 'header' || !fields) return false;
  return fields.page !== '' || (fields.outlet !== '' && fields.date !== '' && fields.byline === '');
}

/** Furniture that ends a page or a post rather than begins one. */
const STAYS = new Set(['page-number', 'web-control', 'web-tail']);

/** Whether the second line is the rest of a title that was too long for one line. */
function isWrappedTitle(view: FileView, draft: Draft, index: number): boolean {
  const first = view.lines[draft.title[draft.title.length - 1] ?? -1];
  const line = view.lines[index];
  if (
    !first ||
    !line ||
    draft.subtitle.length > 0 ||
    draft.title[draft.title.length - 1] !== index - 1
  ) {
    return false;
  }
  return line.gap === 0 && continuesTitle(first, line);
}

function continuesTitle(first: Line, line: Line): boolean {
  if (first.level > 0 || first.emphasised || first.end !== 'open') return false;
  if (/^(?:——|—|--|[（(])/.test(line.text)) return false;
  return first.length >= 10 && line.length <= first.length + 2 && first.length + line.length <= 48;
}
