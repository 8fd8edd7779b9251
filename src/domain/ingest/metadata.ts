import type { Block, Draft } from './blocks';
import type { FileView } from './context';
import { dateFromFileName, readDate } from './dates';
import type { FrontMatter } from './markdown';
import { isOutletName, readPage } from './outlets';
import {
  cleanByline,
  cleanOutlet,
  readInlineEnd,
  readLead,
  readSource,
  type SourceFacts,
} from './sources';

/** What a file says about all its articles: its name and, in Markdown, its front matter. */
export interface FileFacts {
  fileName: string;
  frontMatter: FrontMatter | null;
}

/**
 * Gathers an article's outlet, date, byline and page. For each the first that speaks wins: the
 * header or front matter, the closing source, the lead, the page's running head (`page`, see
 * `pageHeads`), issue lines in the article, the file's name. A date without a year is none.
 */
export function readMetadata(
  view: FileView,
  draft: Draft,
  file: FileFacts,
  page: SourceFacts,
): SourceFacts {
  const header: SourceFacts[] = [];
  const closing: SourceFacts[] = [];
  const issue: SourceFacts[] = [page];
  const inline: SourceFacts[] = [];
  let bodies = 0;
  for (const block of draft.blocks) {
    const index = block.lines[0] ?? -1;
    const text = view.lines[index]?.text ?? '';
    const mark = view.marks[index];
    if (block.label === 'body') {
      if (bodies === 0) inline.push(readLead(text));
      bodies += 1;
    } else if (block.label === 'attribution' && mark?.kind === 'header' && mark.fields) {
      const { outlet, ...rest } = mark.fields;
      header.push({ ...rest, outlet: cleanOutlet(outlet) });
    } else if (block.label === 'attribution' && mark?.kind === 'source') {
      (bodies > 0 ? closing : header).push(readSource(text));
    } else if (mark?.rule === 'signature') {
      closing.push({ outlet: '', date: '', byline: text, page: '' });
    } else if (mark?.kind === 'byline' || (mark?.kind === 'name' && block.label === 'byline')) {
      header.push({ outlet: '', date: '', byline: cleanByline(text), page: '' });
    } else if (block.label === 'furniture') {
      const head = readHead(view, block);
      if (head) issue.push(head);
    }
  }
  const lastBody = [...draft.blocks].reverse().find((block) => block.label === 'body');
  const end = readInlineEnd(
    view.lines[lastBody?.lines[lastBody.lines.length - 1] ?? -1]?.text ?? '',
  );
  if (end) closing.push(end);
  const front = frontFacts(file.frontMatter);
  return {
    outlet: first('outlet', [front, ...closing, ...header, ...inline, ...issue]),
    byline: bylines(header, [front, ...closing, ...inline, ...issue]),
    date:
      first('date', [front, ...header, ...closing, ...inline, ...issue]) ||
      dateFromFileName(file.fileName),
    page: first('page', [front, ...header, ...issue, ...closing]),
  };
}

export const NO_FACTS: SourceFacts = { outlet: '', date: '', byline: '', page: '' };

/** The facts of a running head or page mark; `null` for other furniture. */
function readHead(view: FileView, block: Block): SourceFacts | null {
  const index = block.lines[0] ?? -1;
  const mark = view.marks[index];
  const text = view.lines[index]?.text ?? '';
  if (block.label !== 'furniture' || /^web-|page-number/.test(mark?.rule ?? '')) return null;
  // `下转第4版` names the other page.
  if (/[上下]接|[上下]转|接上/.test(text)) return null;
  const { outlet, date, page } = mark?.fields ?? readIssueLine(text);
  return outlet + date + page === '' ? null : { outlet, date, page, byline: '' };
}

/** `某某报 2023年11月24日 星期五 第3版 综合`. */
function readIssueLine(text: string): SourceFacts {
  const head = /^(\p{Script=Han}{2,16})[\s·|｜]/u.exec(text)?.[1] ?? '';
  return {
    outlet: isOutletName(head) ? head : '',
    date: readDate(text)?.date ?? '',
    byline: '',
    page: readPage(text),
  };
}

/**
 * For each article what the running head of its page says. A head over a title or within a text
 * holds for the articles after it too, until the next head or until an article's header names
 * another outlet or date; an article that ends with another source takes nothing from a page.
 */
export function pageHeads(view: FileView, drafts: readonly Draft[]): SourceFacts[] {
  let current = NO_FACTS;
  return drafts.map((draft) => {
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
      } else if (contradicts(head ?? readFields(view, block), current)) current = NO_FACTS;
    }
    const sources = draft.blocks.slice(bodyAt).map((block) => readClosing(view, block));
    const foreign = !isOwn && sources.some((source) => differs(source, current.outlet));
    const own = foreign ? NO_FACTS : current;
    for (const block of draft.blocks.slice(bodyAt)) {
      current = turnPage(current, readHead(view, block));
    }
    return own;
  });
}

function readFields(view: FileView, block: Block): SourceFacts | null {
  const mark = view.marks[block.lines[0] ?? -1];
  return block.label === 'attribution' ? (mark?.fields ?? null) : null;
}

function readClosing(view: FileView, block: Block): string {
  const index = block.lines[0] ?? -1;
  const isSource = block.label === 'attribution' && view.marks[index]?.kind === 'source';
  return isSource ? readSource(view.lines[index]?.text ?? '').outlet : '';
}

function contradicts(facts: SourceFacts | null, head: SourceFacts): boolean {
  return facts !== null && (differs(facts.outlet, head.outlet) || differs(facts.date, head.date));
}

/** The next page of the same issue often prints its number alone. */
function turnPage(before: SourceFacts, head: SourceFacts | null): SourceFacts {
  if (!head) return before;
  return head.outlet === '' && head.date === '' ? { ...before, page: head.page } : head;
}

function differs(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other;
}

function first(field: keyof SourceFacts, from: readonly SourceFacts[]): string {
  return from.find((facts) => facts[field] !== '')?.[field] ?? '';
}

/** Several byline lines of an article stand together (`记者 张三` and `通讯员 李四`). */
function bylines(header: readonly SourceFacts[], others: readonly SourceFacts[]): string {
  const own = [...new Set(header.map((facts) => facts.byline).filter((byline) => byline !== ''))];
  return own.length > 0 ? own.slice(0, 3).join(' ') : first('byline', others);
}

/** The title that a front matter gives, empty when there is none. */
export function frontTitle(frontMatter: FrontMatter | null): string {
  const fields = frontMatter?.fields;
  return fields?.get('title') || fields?.get('标题') || fields?.get('题名') || '';
}

function frontFacts(frontMatter: FrontMatter | null): SourceFacts {
  const value = (...keys: string[]): string => {
    for (const key of keys) {
      const found = frontMatter?.fields.get(key);
      if (found) return found;
    }
    return '';
  };
  const date = value(
    'date',
    'published',
    'pubdate',
    'publish_date',
    '日期',
    '时间',
    '发布时间',
    '发布日期',
    '发表时间',
  );
  return {
    outlet: value(
      'outlet',
      'source',
      'publisher',
      'media',
      'publication',
      'site',
      '来源',
      '媒体',
      '出处',
      '报纸',
      '刊物',
    ),
    byline: value('author', 'authors', 'byline', 'creator', '作者', '记者', '撰文').replace(
      /^\[\s*|\s*\]$/g,
      '',
    ),
    date: /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : dateFromFileName(date),
    page: value('page', '版次', '版面'),
  };
}
