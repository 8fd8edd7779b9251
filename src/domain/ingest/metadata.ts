import type { Draft } from './blocks';
import type { FileView } from './context';
import { dateFromFileName, readDate } from './dates';
import { isOutletName, readPage } from './header-fields';
import type { FrontMatter } from './markdown';
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
 * header or front matter, the closing source, the lead, the page's issue line, the file's name.
 * A date without a year is none.
 */
export function readMetadata(view: FileView, draft: Draft, file: FileFacts): SourceFacts {
  const header: SourceFacts[] = [];
  const closing: SourceFacts[] = [];
  const issue: SourceFacts[] = [];
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
      const { outlet, byline, date, page } = mark.fields;
      const facts = { outlet: cleanOutlet(outlet), byline, date, page };
      if (page !== '' && bodies === 0) issue.push(facts);
      else header.push(facts);
    } else if (block.label === 'attribution' && mark?.kind === 'source') {
      (bodies > 0 ? closing : header).push(readSource(text));
    } else if (mark?.rule === 'signature') {
      closing.push({ outlet: '', date: '', byline: text, page: '' });
    } else if (mark?.kind === 'byline' || (mark?.kind === 'name' && block.label === 'byline')) {
      header.push({ outlet: '', date: '', byline: cleanByline(text), page: '' });
    } else if (block.label === 'furniture') {
      issue.push(readIssueLine(text));
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

function first(field: keyof SourceFacts, from: readonly SourceFacts[]): string {
  return from.find((facts) => facts[field] !== '')?.[field] ?? '';
}

/** Several byline lines of an article stand together (`记者 张三` and `通讯员 李四`). */
function bylines(header: readonly SourceFacts[], others: readonly SourceFacts[]): string {
  const own = [...new Set(header.map((facts) => facts.byline).filter((byline) => byline !== ''))];
  return own.length > 0 ? own.slice(0, 3).join(' ') : first('byline', others);
}

function frontFacts(frontMatter: FrontMatter | null): SourceFacts {
  const value = (...keys: string[]): string => {
    for (const key of keys) {
      const found = frontMatter?.fields.get(key);
      if (found) return found;
    }
    return '';
  };
  const date = value('date', 'published', '日期', '发布时间', '发布日期');
  return {
    outlet: value('outlet', 'source', 'publisher', 'media', '来源', '媒体', '出处'),
    byline: value('author', 'authors', 'byline', '作者', '记者'),
    date: /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : dateFromFileName(date),
    page: value('page', '版次', '版面'),
  };
}
