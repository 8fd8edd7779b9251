import type { Block, Draft } from './blocks';
import type { FileView } from './context';
import { readDate } from './dates';
import { type FoundFact, type FoundFacts, factsWithIssue, factValue } from './found-facts';
import { readHeaderLine } from './header-fields';
import { readIssue } from './issues';
import { isOutletName, readPage } from './outlets';
import { cleanOutlet, readSource } from './sources';

/** What running heads and issue lines say, and for which articles it holds. */

export interface PageHeads {
  /** By draft: what the running head of its page says. */
  heads: FoundFacts[];
  /** By draft: what held before it, to go on from there. */
  before: FoundFacts[];
}

/**
 * For each article what the running head of its page says. A head over a title or within a text
 * holds for the articles after it too, until the next head or until an article's header names
 * another outlet or date; an article that ends with another source takes nothing from a page.
 * `from` is what held before the first draft.
 */
export function pageHeads(
  view: FileView,
  drafts: readonly Draft[],
  from: FoundFacts = {},
): PageHeads {
  let current = from;
  const before: FoundFacts[] = [];
  const heads = drafts.map((draft) => {
    before.push(current);
    const title = draft.title[0] ?? Number.POSITIVE_INFINITY;
    const firstBody = draft.blocks.findIndex((block) => block.label === 'body');
    const bodyAt = firstBody < 0 ? draft.blocks.length : firstBody;
    let isOwn = false;
    for (const block of draft.blocks.slice(0, bodyAt)) {
      const head = readHead(view, block);
      // What stands under the title tells of this text only.
      const overTitle = (block.lines[0] ?? 0) < title;
      if (head && overTitle) {
        current = turnPage(current, head);
        isOwn = true;
      } else if (contradicts(head ?? readFields(view, block), current)) current = {};
    }
    const outlet = isOwn ? '' : factValue(current, 'outlet');
    const foreign =
      outlet !== '' &&
      draft.blocks.slice(bodyAt).some((block) => differs(readClosing(view, block), outlet));
    const own = foreign ? {} : current;
    for (const block of draft.blocks.slice(bodyAt)) {
      current = turnPage(current, readHead(view, block));
    }
    return own;
  });
  return { heads, before };
}

/** The facts of a running head or page mark; `null` for other furniture. */
export function readHead(view: FileView, block: Block): FoundFacts | null {
  const index = block.lines[0] ?? -1;
  const mark = view.marks[index];
  const line = view.lines[index];
  if (!line || block.label !== 'furniture') return null;
  // A mark like `下转第4版` names the other page.
  if (/^web-|page-number|jump-mark/.test(mark?.rule ?? '')) return null;
  if (/[上下]接|[上下]转|接上/.test(line.text)) return null;
  const { outlet, date, page } =
    mark?.fields ??
    readHeaderLine(line.text) ??
    readIssueLine(line.text, mark?.rule === 'masthead');
  const isWhole = outlet !== '' && date !== '';
  const facts = factsWithIssue(
    line.text,
    { outlet: cleanOutlet(outlet), date, page },
    { rule: 'running-head', line: line.number, confidence: isWhole ? 0.8 : 0.65 },
  );
  return Object.keys(facts).length === 0 ? null : facts;
}

/** `某某报 2023年11月24日 星期五 第3版 综合`, `某某观察 2023年第6期 12`. */
function readIssueLine(
  text: string,
  isMasthead: boolean,
): { outlet: string; date: string; page: string } {
  const head =
    /^(?:[\dA-Z]{1,4}[\s·|｜]+)?(\p{Script=Han}{2,16})[\s·|｜]/u.exec(text)?.[1] ??
    /^《(\p{Script=Han}{2,16})》/u.exec(text)?.[1] ??
    '';
  const named = isOutletName(head) || (head.length <= 10 && readIssue(text) !== '');
  const masthead = isMasthead || MASTHEAD.test(text) ? text.replace(/[《》\s]/g, '') : '';
  return {
    outlet: masthead || PUBLISHER.exec(text)?.[1] || (named && readIssue(head) === '' ? head : ''),
    date: readDate(text)?.date || monthOf(text),
    page: readPage(text),
  };
}

/** `某某日报社出版` in a paper's imprint. */
const PUBLISHER = /(\p{Script=Han}{2,8}[报刊])社\s?(?:出版|主办|编辑出版)/u;

/** A paper's name alone. */
const MASTHEAD = /^《?\p{Script=Han}\s?(?:\p{Script=Han}\s?){1,8}[报報刊]》?$/u;

/** `某某周刊 2023.11`: the month of a magazine, which elsewhere could be any number. */
function monthOf(text: string): string {
  const found = /^\p{Script=Han}{2,16}\s+((?:19|20)\d{2})[.·／/-](0?[1-9]|1[0-2])(?:\s|$)/u.exec(
    text,
  );
  return found === null ? '' : `${found[1]}-${found[2]?.padStart(2, '0')}`;
}

function readFields(view: FileView, block: Block): FoundFacts | null {
  const index = block.lines[0] ?? -1;
  const fields = view.marks[index]?.fields;
  if (block.label !== 'attribution' || !fields) return null;
  const source = { rule: 'header-fields', line: view.lines[index]?.number ?? 1, confidence: 0.9 };
  const { outlet, date } = fields;
  return factsWithIssue('', { outlet, date }, source);
}

function readClosing(view: FileView, block: Block): string {
  const index = block.lines[0] ?? -1;
  const isSource = block.label === 'attribution' && view.marks[index]?.kind === 'source';
  return isSource ? readSource(view.lines[index]?.text ?? '').outlet : '';
}

function contradicts(facts: FoundFacts | null, head: FoundFacts): boolean {
  if (facts === null) return false;
  const dates = [factValue(facts, 'date'), factValue(head, 'date')] as const;
  const agree = dates[0].startsWith(dates[1]) || dates[1].startsWith(dates[0]);
  return differs(factValue(facts, 'outlet'), factValue(head, 'outlet')) || !agree;
}

/** The next page of the same issue often prints its number alone, or leaves out the issue's. */
function turnPage(before: FoundFacts, head: FoundFacts | null): FoundFacts {
  if (!head) return before;
  if (isOtherIssue(before, head) || contradicts(head, before)) return head;
  const { page: _, ...held } = before;
  const longer = (field: 'date' | 'issue') =>
    factValue(before, field).length > factValue(head, field).length ? before[field] : head[field];
  const date = longer('date');
  const issue = withTotal(before.issue, head.issue) ?? longer('issue');
  return { ...held, ...head, ...(date && { date }), ...(issue && { issue }) };
}

/** `总第96期` counts from the first year, `第12期` within one. */
function isTotal(issue: string): boolean {
  return issue.startsWith('总');
}

function isOtherIssue(before: FoundFacts, head: FoundFacts): boolean {
  const [one, other] = [factValue(before, 'issue'), factValue(head, 'issue')];
  const isSame = one.startsWith(other) || other.startsWith(one);
  return !isSame && isTotal(one) === isTotal(other);
}

/** The number of the year with that of all years, when they stand in two lines. */
function withTotal(one: FoundFact | undefined, other: FoundFact | undefined): FoundFact | null {
  if (!one || !other || isTotal(one.value) || !isTotal(other.value)) return null;
  return one.value.includes('总') ? null : { ...one, value: `${one.value}（${other.value}）` };
}

function differs(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other;
}
