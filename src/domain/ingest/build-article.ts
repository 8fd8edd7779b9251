import type { FactSource, MetadataField, Paragraph } from '@domain/model';
import type { Block, Draft } from './blocks';
import type { FileView } from './context';
import type { FoundFacts } from './found-facts';
import type { Guide } from './guide';
import { joinPieces } from './join-text';
import type { Labelled } from './label-lines';
import { type DateClue, type FileFacts, readMetadata } from './metadata';
import { openPartsOf } from './open-parts';
import type { Decision, ReconstructedArticle } from './types';

const OPENING_LENGTH = 30;

/** What all articles of a stretch of lines are built from. */
export interface Materials {
  view: FileView;
  labelled: readonly Labelled[];
  guide: Guide;
  file: FileFacts;
}

export interface Built {
  article: ReconstructedArticle;
  decisions: Decision[];
  /** A day without its year, to be completed from the articles around. */
  clue: DateClue | null;
}

/**
 * Puts one article together from its draft and records what was decided on the way. `index` is its
 * place among the file's articles, `page` what the running head of its page says.
 */
export function buildArticle(
  materials: Materials,
  draft: Draft,
  index: number,
  page: FoundFacts,
): Built {
  const { view, labelled, guide, file } = materials;
  const decisions = new Decisions(materials, index);
  const extent = new Extent(materials);
  extent.add(draft.title);
  const paragraphs: Paragraph[] = [];
  const texts: string[] = [];
  let hasText = false;
  let end = -1;
  const title = titleOf(materials, draft, index, decisions);
  for (const block of draft.blocks) {
    extent.add(block.lines);
    if (block.label === 'body') hasText = true;
    const text = blockText(materials, block, decisions);
    const start = end + 1;
    end = start + text.length;
    texts.push(text);
    const { firstLine, lastLine } = lineRange(view, block);
    paragraphs.push({ kind: block.kind, start, end, firstLine, lastLine });
    if (block.kind !== 'body') {
      const own = labelled[block.lines[0] ?? -1]?.evidence ?? [];
      const plain = block.label === 'furniture' ? ['page-furniture'] : [];
      decisions.add('lift', block.lines, { kind: block.kind, evidence: [...own, ...plain] });
    }
  }
  const { found, clue } = readMetadata(view, guide, draft, file, page);
  const subtitle = draft.subtitle.map((each) => view.lines[each]?.text ?? '').join(' ');
  const facts: Partial<Record<MetadataField, FactSource>> = {};
  if (title.text !== '') facts.title = title.source;
  if (subtitle !== '') facts.subtitle = lineSource(materials, draft.subtitle[0], 'subtitle-line');
  for (const key in found) {
    const fact = found[key as MetadataField];
    if (!fact) continue;
    const { rule, line, confidence } = fact;
    facts[key as MetadataField] = { rule, line, confidence };
  }
  const openParts = openPartsOf(view, guide, draft);
  const value = (field: MetadataField): string => found[field]?.value ?? '';
  return {
    decisions: decisions.list,
    clue,
    article: {
      title: title.text,
      ...(subtitle === '' ? {} : { subtitle }),
      outlet: value('outlet'),
      date: value('date'),
      byline: value('byline'),
      page: value('page'),
      issue: value('issue'),
      place: value('place'),
      facts,
      text: texts.join('\n'),
      paragraphs,
      titleLines: [...new Set(draft.title.map((each) => view.lines[each]?.number ?? 1))],
      firstLine: extent.first,
      lastLine: extent.last,
      ...(openParts.length === 0 ? {} : { openParts }),
      confidence: hasText ? extent.confidence : TITLE_ALONE,
    },
  };
}

/** How sure an article without text is: it is hardly one. */
const TITLE_ALONE = 0.3;

/** Where lines lie in the source, 1-based, and how sure the least sure of them is. */
class Extent {
  /** Where there are no lines: 1, and 1 or what `none` says. */
  first = 1;
  last: number;
  confidence = 1;
  private isEmpty = true;

  constructor(
    private readonly materials: Materials,
    none = 1,
  ) {
    this.last = none;
  }

  add(indices: readonly number[]): void {
    const { view, labelled } = this.materials;
    for (const index of indices) {
      const number = view.lines[index]?.number ?? 1;
      const confidence = labelled[index]?.confidence ?? 1;
      if (this.isEmpty || number < this.first) this.first = number;
      if (this.isEmpty || number > this.last) this.last = number;
      if (this.isEmpty || confidence < this.confidence) this.confidence = confidence;
      this.isEmpty = false;
    }
  }
}

/** What is decided about an article. */
class Decisions {
  readonly list: Decision[] = [];

  constructor(
    private readonly materials: Materials,
    private readonly article: number,
  ) {}

  add(action: Decision['action'], indices: readonly number[], more: Partial<Decision> = {}): void {
    const extent = new Extent(this.materials, 0);
    extent.add(indices);
    this.list.push({
      action,
      article: this.article,
      line: extent.first,
      lastLine: extent.last,
      evidence: this.materials.labelled[indices[0] ?? -1]?.evidence ?? [],
      confidence: extent.confidence,
      ...more,
    });
  }
}

interface Title {
  text: string;
  source: FactSource;
}

function titleOf(materials: Materials, draft: Draft, article: number, decisions: Decisions): Title {
  const { view, labelled } = materials;
  const first = draft.title[0];
  if (first === undefined) return titleOfUntitled(materials, draft, article, decisions);
  decisions.add('split', [first]);
  let text = '';
  for (const index of draft.title) {
    const fields = view.marks[index]?.fields;
    const piece = fields?.title || (view.lines[index]?.text ?? '');
    if (fields?.title)
      decisions.add('drop', [index], { evidence: ['title-label'], text: fields.titleLabel });
    text = text === '' ? piece : mend(text, piece, index, decisions);
  }
  const isSettled = (index: number): boolean =>
    isCorrected(materials, index) || materials.guide.settled.has(index);
  for (const run of runsOf(draft.title.slice(1), isSettled)) {
    const own = labelled[run[0] ?? -1]?.evidence ?? [];
    decisions.add('title', run, { evidence: isSettled(run[0] ?? -1) ? own : ['wrapped-title'] });
  }
  const label = view.marks[first]?.fields?.title ? 'title-label' : 'title-line';
  const settled = materials.guide.settled.get(first)?.rule;
  const rule = isCorrected(materials, first) ? 'corrected' : (settled ?? label);
  return { text, source: lineSource(materials, first, rule) };
}

function titleOfUntitled(
  { view, guide, file }: Materials,
  draft: Draft,
  article: number,
  decisions: Decisions,
): Title {
  const start = (draft.blocks[0]?.lines ?? []).slice(0, 1);
  const starts = draft.blocks.map((block) => block.lines[0] ?? -1);
  const said = starts.some((index) => guide.corrected.get(index)?.as === 'start');
  decisions.add('split', start, {
    evidence: said ? ['corrected', 'untitled'] : ['untitled'],
    confidence: said ? 1 : 0.5,
  });
  const isFirst = article === 0;
  const name = isFirst ? stem(file.fileName) : '';
  const body = draft.blocks.find((block) => block.label === 'body')?.lines[0] ?? start[0] ?? -1;
  const opening = openingWords(view.lines[body]?.text ?? '');
  const text = (isFirst && file.givenTitle) || name || opening;
  const isGiven = isFirst && file.givenTitle !== '';
  const given = file.frontMatter ? 'front-matter' : 'file-metadata';
  const rule = isGiven ? given : name ? 'file-name' : 'opening-words';
  const confidence = isGiven ? 0.95 : 0.4;
  decisions.add('title', start, { evidence: [rule], confidence });
  const line = rule === 'opening-words' ? (view.lines[body]?.number ?? null) : null;
  return { text, source: { rule, line, confidence } };
}

function isCorrected({ guide }: Materials, index: number): boolean {
  return guide.corrected.has(index);
}

function lineSource({ view, labelled }: Materials, index = -1, rule: string): FactSource {
  return {
    rule,
    line: view.lines[index]?.number ?? null,
    confidence: labelled[index]?.confidence ?? 0.5,
  };
}

/** Parts a list where what `test` says of its members changes. */
function runsOf(indices: readonly number[], test: (index: number) => boolean): number[][] {
  const runs: number[][] = [];
  let last: boolean | null = null;
  for (const index of indices) {
    const now = test(index);
    if (now === last) runs[runs.length - 1]?.push(index);
    else runs.push([index]);
    last = now;
  }
  return runs;
}

/** A file name without folder and extension, when it holds Han or Latin words, not just numbers. */
function stem(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const name = base.replace(/\.[A-Za-z0-9]{1,8}$/, '').trim();
  return /\p{Script=Han}{2}/u.test(name) ? name : '';
}

function openingWords(text: string): string {
  const clause = /^[^，。！？；,;!?]{4,}/.exec(text.slice(0, OPENING_LENGTH + 1))?.[0] ?? text;
  return clause.length > OPENING_LENGTH
    ? `${[...clause].slice(0, OPENING_LENGTH).join('')}…`
    : clause;
}

function lineRange(view: FileView, block: Block): { firstLine: number; lastLine: number } {
  const firstLine = view.lines[block.lines[0] ?? -1]?.number ?? 1;
  const lastLine = view.lines[block.lines[block.lines.length - 1] ?? -1]?.number ?? firstLine;
  return { firstLine, lastLine };
}

/** Joins two pieces and records the hyphen that this takes out. */
function mend(before: string, after: string, index: number, decisions: Decisions): string {
  const { text, mended } = joinPieces(before, after);
  if (mended > 0) decisions.add('drop', [index], { evidence: ['broken-word'], text: '-' });
  return text;
}

function blockText(materials: Materials, block: Block, decisions: Decisions): string {
  const { view, labelled } = materials;
  const [head, ...rest] = block.lines;
  const first = view.lines[head ?? -1]?.text ?? '';
  if (rest.length === 0) return first;
  const pieces = [first];
  for (const index of rest) {
    // Two pieces meet at a time: a paragraph of very many lines is not copied again and again.
    const before = pieces.pop() ?? '';
    const after = view.lines[index]?.text ?? '';
    const joined = mend(before, after, index, decisions);
    pieces.push(joined.slice(0, joined.length - after.length), after);
  }
  // What somebody decided, and what goes on from another page, is told apart from the rest.
  const isOwn = (index: number): boolean =>
    isCorrected(materials, index) || labelled[index]?.evidence[0] === 'part-goes-on';
  for (const run of runsOf(rest, isOwn)) decisions.add('join', run, { kind: 'body' });
  return pieces.join('');
}
