import type { MetadataField } from '@domain/model';
import type { Block, Draft } from './blocks';
import type { FileView } from './context';
import { dateFromFileName, type PartialDate, readDate, readPartialDate } from './dates';
import {
  type FoundFact,
  type FoundFacts,
  factsWithIssue,
  firstFact,
  foundFacts,
} from './found-facts';
import { frontFacts } from './front-facts';
import type { Guide } from './guide';
import { readHeaderLine } from './header-fields';
import { readPlace } from './issues';
import { joinPieces } from './join-text';
import type { FrontMatter } from './markdown';
import { isOutletName } from './outlets';
import { readHead } from './page-heads';
import { readCutting } from './press-heads';
import {
  cleanByline,
  cleanOutlet,
  datelineOf,
  readInlineEnd,
  readLead,
  readSource,
} from './sources';

/** What a file says about all its articles: its name and, in Markdown, its front matter. */
export interface FileFacts {
  fileName: string;
  frontMatter: FrontMatter | null;
  /** The title that the file gives outside of its lines, empty when there is none. */
  givenTitle: string;
}

/** A day that the article prints without its year, and the years that are printed near it. */
export interface DateClue {
  partial: PartialDate;
  line: number;
  /** `YYYY…` with the name of where it stands, the nearest first. */
  known: { date: string; from: string }[];
}

export interface ReadFacts {
  found: FoundFacts;
  clue: DateClue | null;
}

interface Gathered {
  header: FoundFacts[];
  closing: FoundFacts[];
  inline: FoundFacts[];
  issue: FoundFacts[];
  partial: { partial: PartialDate; line: number } | null;
}

/**
 * Gathers an article's outlet, date, byline, page, issue and place, each with its source. For each
 * the first that speaks wins: the header or front matter, the closing source, the lead, the page's
 * running head (`page`, see `pageHeads`), issue lines in the article, the file's name. Of dates a
 * whole one goes before a year alone; one without a year is only a clue.
 */
export function readMetadata(
  view: FileView,
  guide: Guide,
  draft: Draft,
  file: FileFacts,
  page: FoundFacts,
): ReadFacts {
  const all: Gathered = { header: [], closing: [], inline: [], issue: [page], partial: null };
  readTitle(view, draft.title[0] ?? -1, all);
  let bodies = 0;
  for (const block of draft.blocks) {
    const index = block.lines[0] ?? -1;
    if (block.label === 'body') {
      if (bodies === 0) readOpening(view, block, all);
      bodies += 1;
    } else if (block.label === 'attribution') {
      readAttribution(view, index, bodies > 0 ? all.closing : all.header, all);
    } else if (block.label === 'byline') {
      readByline(view, guide, index, all);
    } else if (block.label === 'furniture') {
      const head = readHead(view, block);
      if (head) all.issue.push(head);
    }
  }
  readEnd(
    view,
    draft.blocks.findLast((block) => block.label === 'body'),
    all,
  );
  return choose(all, file);
}

function choose({ header, closing, inline, issue, partial }: Gathered, file: FileFacts): ReadFacts {
  const front = frontFacts(file.frontMatter);
  const dates = [front, ...header, ...closing, ...inline, ...issue];
  const found: FoundFacts = {};
  const put = (field: MetadataField, fact: FoundFact | undefined): void => {
    if (fact) found[field] = fact;
  };
  put('outlet', firstFact('outlet', [front, ...closing, ...header, ...inline, ...issue]));
  put('byline', bylines(header) ?? firstFact('byline', [front, ...closing, ...inline, ...issue]));
  put('date', firstWholeDate(dates) ?? dateOfName(file.fileName) ?? firstFact('date', dates));
  put('page', firstFact('page', [front, ...header, ...issue, ...closing]));
  put('issue', firstFact('issue', [front, ...header, ...closing, ...issue]));
  put('place', firstFact('place', [front, ...inline, ...closing, ...header]));
  if (partial === null) return { found, clue: null };
  const known = dates.flatMap(({ date }) =>
    date ? [{ date: date.value, from: nameOf(date) }] : [],
  );
  return { found, clue: { ...partial, known } };
}

/** Where a date stands, as the rules that complete others by it are called. */
function nameOf({ value, rule }: FoundFact): string {
  if (value.length === 4) return 'issue-line';
  return rule === 'running-head' ? 'running-head' : 'header';
}

function dateOfName(fileName: string): FoundFact | undefined {
  const value = dateFromFileName(fileName);
  return value === '' ? undefined : { value, rule: 'file-name', line: null, confidence: 0.6 };
}

function firstWholeDate(from: readonly FoundFacts[]): FoundFact | undefined {
  return from.find(({ date }) => date && date.value.length > 4)?.date;
}

/** A lead is read to this length, over the ends of wrapped lines too. */
const LEAD_LENGTH = 80;

function readOpening(view: FileView, block: Block, all: Gathered): void {
  const line = view.lines[block.lines[0] ?? -1];
  if (!line) return;
  let { text } = line;
  for (let at = 1; text.length < LEAD_LENGTH && at < block.lines.length; at += 1) {
    text = joinPieces(text, view.lines[block.lines[at] ?? -1]?.text ?? '').text;
  }
  const source = { rule: 'dateline', line: line.number, confidence: 0.85 };
  all.inline.push(foundFacts({ ...readLead(text), place: readPlace(text) }, source));
  addPartial(all, datelineOf(text), line.number);
}

/** A cutting's title begins with the paper and the day. */
function readTitle(view: FileView, index: number, all: Gathered): void {
  const line = view.lines[index];
  const cutting = line ? readCutting(line.text) : null;
  if (!line || !cutting) return;
  const { outlet, day } = cutting;
  const source = { rule: 'cutting', line: line.number, confidence: 0.9 };
  all.header.push(foundFacts({ outlet, date: readDate(day)?.date ?? '' }, source));
  addPartial(all, day, line.number);
}

function readAttribution(view: FileView, index: number, place: FoundFacts[], all: Gathered): void {
  const line = view.lines[index];
  const mark = view.marks[index];
  if (!line || mark?.kind === 'end' || mark?.kind === 'editor') return;
  const { text, number } = line;
  const fields = mark?.kind === 'header' ? mark.fields : undefined;
  if (mark?.kind === 'byline' || mark?.kind === 'name') {
    const source = { rule: mark.rule, line: number, confidence: 0.9 };
    if (mark.rule === 'signature') all.closing.push(foundFacts({ byline: text }, source));
    else all.header.push(foundFacts({ byline: cleanByline(text) }, source));
    return;
  }
  if (fields) {
    const { byline, date, page } = fields;
    const source = {
      rule: mark?.rule ?? '',
      line: number,
      confidence: fields.labelled ? 0.95 : 0.85,
    };
    const values = { byline, date, page, outlet: cleanOutlet(fields.outlet) };
    all.header.push(factsWithIssue(text, values, source));
  } else {
    const read = mark?.kind === 'source' ? readSource(text) : readUnmarked(text);
    if (!read) return;
    const source = { rule: mark?.rule ?? 'attribution', line: number, confidence: 0.9 };
    const values = { ...read, place: readPlace(text) };
    place.push(factsWithIssue(text, values, source));
  }
  addPartial(all, text, number);
}

/** What only the researcher or the file's structure calls an attribution. */
function readUnmarked(
  text: string,
): { outlet: string; date: string; byline: string; page: string } | null {
  const fields = readHeaderLine(text);
  if (fields) {
    const { outlet, date, byline, page } = fields;
    return { outlet: cleanOutlet(outlet), date, byline, page };
  }
  if (text.length > 80) return null;
  const read = readSource(text);
  const short = read.outlet.length <= 20 && !/[，。！？]/.test(read.outlet);
  return { ...read, outlet: short || isOutletName(read.outlet) ? read.outlet : '' };
}

function readByline(view: FileView, guide: Guide, index: number, all: Gathered): void {
  const line = view.lines[index];
  const mark = view.marks[index];
  const said = guide.corrected.has(index) || line?.hint?.kind === 'byline';
  if (!line || (mark?.kind === 'editor' && !said)) return;
  const source = { rule: mark?.rule ?? 'byline', line: line.number, confidence: 0.9 };
  if (mark?.kind === 'byline' || mark?.kind === 'name' || said) {
    const words = mark?.rule === 'signature' ? line.text : cleanByline(line.text);
    const list = mark?.rule === 'signature' ? all.closing : all.header;
    list.push(foundFacts({ byline: mark?.fields?.byline || words }, source));
  }
}

function readEnd(view: FileView, block: Block | undefined, all: Gathered): void {
  const line = view.lines[block?.lines[block.lines.length - 1] ?? -1];
  const end = line ? readInlineEnd(line.text) : null;
  if (!line || !end) return;
  const inner = line.text.slice(Math.max(line.text.lastIndexOf('（'), line.text.lastIndexOf('(')));
  const source = { rule: 'inline-source', line: line.number, confidence: 0.8 };
  all.closing.push(factsWithIssue(inner, { ...end }, source));
  addPartial(all, inner, line.number);
}

function addPartial(all: Gathered, text: string, line: number): void {
  const partial = all.partial ? null : readPartialDate(text);
  if (partial) all.partial = { partial, line };
}

/** Several byline lines of an article stand together (`记者 张三` and `通讯员 李四`). */
function bylines(header: readonly FoundFacts[]): FoundFact | undefined {
  const own = header.flatMap(({ byline }) => (byline ? [byline] : []));
  const words = [...new Set(own.map(({ value }) => value))].slice(0, 3);
  return own[0] && { ...own[0], value: words.join(' ') };
}
