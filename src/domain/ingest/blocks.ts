import type { ParagraphKind } from '@domain/model';
import type { FileView } from './context';
import { type Guide, makeGuide } from './guide';
import { readJump } from './jumps';
import type { Labelled } from './label-lines';
import type { Label } from './types';

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
export function groupBlocks(
  view: FileView,
  labelled: readonly Labelled[],
  guide: Guide = makeGuide(view),
): Draft[] {
  const drafts: Draft[] = [];
  let open: Block | null = null;
  for (let index = 0; index < labelled.length; index += 1) {
    const { label, wraps } = labelled[index] as Labelled;
    let draft = drafts[drafts.length - 1];
    if (label === 'title' && draft && joinsTitle(guide, draft, wraps)) {
      draft.title.push(index);
      continue;
    }
    if (!draft || beginsDraft(guide, draft, index, label)) {
      const leading = draft && label === 'title' ? takeLeading(view, draft, index) : [];
      draft = { title: [], subtitle: [], blocks: leading };
      drafts.push(draft);
      open = null;
    }
    // A corrected join goes on over headings as well.
    if (label === 'join' && guide.corrected.has(index)) open ??= lastBody(draft);
    if (label === 'title') draft.title = [index];
    else if (label === 'join' && open) open.lines.push(index);
    else {
      const plain = label === 'join' ? 'body' : label;
      const block: Block = { kind: KIND[plain], label: plain, lines: [index] };
      draft.blocks.push(block);
      if (plain === 'body') open = block;
      if (plain === 'heading') open = null;
      if (plain === 'subtitle') draft.subtitle.push(index);
    }
    if (guide.seams.has(index)) open = null;
  }
  return drafts;
}

/** Whether the line lengthens the draft's title; where nothing is split, all titles are one. */
function joinsTitle(guide: Guide, draft: Draft, wraps: boolean): boolean {
  return draft.title.length > 0 && (wraps || guide.single);
}

function beginsDraft(guide: Guide, draft: Draft, index: number, label: Label): boolean {
  if (label === 'title') return !guide.single && !isEmpty(draft);
  if (guide.corrected.get(index)?.as === 'start') return !isEmpty(draft);
  const seam = guide.seams.get(index);
  if (guide.single || (seam !== 'begin' && seam !== 'fresh')) return false;
  // The other part may print the title again before it says where it comes from.
  return draft.blocks.some((block) => block.label === 'body');
}

function lastBody(draft: Draft): Block | null {
  return draft.blocks.findLast((block) => block.label === 'body') ?? null;
}

/** Only page marks, headers and pictures so far: the title to come is this draft's. */
function isEmpty(draft: Draft): boolean {
  const passed: readonly Label[] = ['furniture', 'attribution', 'byline', 'caption'];
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
  if (mark?.rule === 'jump-mark') return readJump(view.lines[index]?.text ?? '')?.to !== 'next';
  if (block.label === 'furniture') return mark === null || !STAYS.has(mark?.rule ?? '');
  const fields = mark?.fields;
  if (mark?.kind !== 'header' || !fields) return false;
  return fields.page !== '' || (fields.outlet !== '' && fields.date !== '' && fields.byline === '');
}

/** Furniture that ends a page or a post rather than begins one. */
const STAYS = new Set(['page-number', 'web-control', 'web-tail']);
