import { DATE_SOURCE, readDate } from './dates';
import { readNames } from './names';

/** Reads the lines under a title: `2023-11-24 10:30 来源：某某报 作者：张三 浏览次数：12`. */

export interface HeaderFields {
  outlet: string;
  byline: string;
  date: string;
  page: string;
  /** A title given by a label (`标题：`), with the label. */
  title: string;
  titleLabel: string;
}

type Field = 'outlet' | 'byline' | 'date' | 'page' | 'title' | 'other';

const LABELS: readonly (readonly [Field, string])[] = [
  [
    'outlet',
    '信息来源|文章来源|稿件来源|新闻来源|内容来源|消息来源|本文来源|资料来源|数据来源|来源|稿源|出处|媒体|报纸名称|报纸|刊名|来源媒体|发布机构|发布单位|公众号|原载|转自|转载自|摘自',
  ],
  ['byline', '作者|撰文|撰稿|文字|记者|通讯员|采写|供稿人|供稿|投稿人|投稿|署名|整理'],
  [
    'date',
    '发布时间|发布日期|发表时间|发表日期|更新时间|刊发时间|刊发日期|出版日期|见报日期|时间|日期|创建时间|报道日期',
  ],
  ['page', '版次|版面|版名|版号|版'],
  ['title', '标题|题名|题目|篇名|新闻标题|文章标题'],
  [
    'other',
    '责任编辑|编辑|责编|校对|审核|浏览次数|浏览量|点击次数|点击量|点击数|点击|阅读次数|阅读量|阅读|访问量|人气|字体|字号|分享到|分享|关键词|关键字|栏目|分类|字数|摄影|文号|索引号|正文',
  ],
];

const FIELD_OF = new Map<string, Field>(
  LABELS.flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)),
);
const LABEL = new RegExp(
  `(^|[\\s\\u3000|｜/【\\[(（;；,，])(${[...FIELD_OF.keys()].sort((a, b) => b.length - a.length).join('|')})[】\\]]?\\s?[:：]`,
  'g',
);
const LEADING_DATE = new RegExp(`^[（(\\[]?${DATE_SOURCE}`);
/** A sentence stands in the line: it is text, not a header. */
const SENTENCE = /[。！？!?；]|[，,](?!\s*\p{Script=Han}{2,4}(?:$|[\s，,、]))/u;

const OUTLET_TAIL =
  /(?:报|网|台|社|刊|杂志|公众号|客户端|在线|日报|晚报|周刊|新闻|频道|微信|微博|视界|融媒体中心|官网|发布|电视|广播|时报|导报|观察|委员会|协会|联合会|法院|检察院|民政局|社工部|中心)$/;

/** Whether a short text ends as the names of papers, sites and publishing bodies do. */
export function isOutletName(text: string): boolean {
  return text.length >= 2 && text.length <= 24 && OUTLET_TAIL.test(text);
}

/**
 * Reads a header line. `null` when the line is something else. A line counts when it begins with a
 * known label, or with a date followed by labels or an outlet, or with an outlet followed by a date.
 */
export function readHeaderLine(text: string): HeaderFields | null {
  if (text.length > 160) return null;
  const found = [...text.matchAll(LABEL)].map((match) => {
    const start = match.index + (match[1] ?? '').length;
    return { start, end: match.index + match[0].length, label: match[2] ?? '' };
  });
  const first = found[0];
  const lead = text.slice(0, first?.start ?? text.length).trim();
  const fields = emptyFields();
  if (!readLead(lead, fields, found.length > 0)) return null;
  for (const [index, { end, label }] of found.entries()) {
    const next = found[index + 1]?.start ?? text.length;
    const value = trimValue(text.slice(end, next));
    const field = FIELD_OF.get(label) ?? 'other';
    if (!accepts(field, value, label)) return null;
    if (field === 'title') {
      // A title shares its line with nothing else, or its end could not be told.
      if (found.length > 1 || value === '') return null;
      fields.title = text.slice(end).trim();
      fields.titleLabel = text.slice(0, end).trim();
    } else if (field === 'date') fields.date ||= readDate(value)?.date ?? '';
    else if (field !== 'other') fields[field] ||= value;
  }
  return found.length > 0 || fields.date !== '' ? fields : null;
}

function emptyFields(): HeaderFields {
  return { outlet: '', byline: '', date: '', page: '', title: '', titleLabel: '' };
}

function trimValue(value: string): string {
  return value
    .trim()
    .replace(/^[【[(（|｜/]+|[】\])）|｜/,，;；]+$/g, '')
    .trim();
}

/** What stands before the first label: nothing, a date, an outlet, or both. */
function readLead(lead: string, fields: HeaderFields, hasLabels: boolean): boolean {
  if (lead === '' || /^[【[(（|｜]$/.test(lead)) return hasLabels;
  const date = readDate(lead);
  if (!date) return hasLabels && lead.length <= 16 && isOutletName(lead) && setOutlet(fields, lead);
  const before = trimValue(lead.slice(0, date.start));
  const after = trimValue(lead.slice(date.end).replace(/^\s*(?:星期|周)[一二三四五六日天]/, ''));
  const page = readPage(after) || readPage(before);
  const rest = [before, after].map((part) => trimValue(part.replace(PAGE, '')));
  const words = rest.filter((part) => part !== '');
  if (words.some((part) => part.length > 24 || SENTENCE.test(part))) return false;
  // A date inside a phrase (`截至2023年11月24日`) is no header; nor is a date that begins a sentence.
  if (!LEADING_DATE.test(lead) && !isOutletName(before)) return false;
  // Right after a date even a word that does not sound like an outlet can hardly be anything else.
  const short = words.length === 1 && /^\p{Script=Han}{3,6}$/u.test(after) ? after : '';
  const name = readNames(stripRole(short)) ? '' : short;
  const outlet = words.find(isOutletName) ?? name;
  const others = words.filter((part) => part !== outlet);
  const byline = others.find((part) => readNames(stripRole(part)) !== null) ?? '';
  if (others.some((part) => part !== byline)) return false;
  fields.date = date.date;
  fields.page = page;
  fields.byline = byline;
  return setOutlet(fields, outlet);
}

function setOutlet(fields: HeaderFields, outlet: string): boolean {
  fields.outlet = outlet;
  return true;
}

const ROLE = /^(?:本报|本刊|本网)?(?:记者|通讯员|作者|文)[\s/:：]*/;

function stripRole(text: string): string {
  return text.replace(ROLE, '');
}

function accepts(field: Field, value: string, label: string): boolean {
  if (field === 'title') return true;
  if (value === '') return label !== '记者';
  if (field === 'byline')
    return value.length <= 40 && !/[。！？!?，]/.test(value) && !/[您你吗呢吧]/.test(value);
  if (field === 'outlet') return value.length <= 50 && !/[。！？!?]/.test(value);
  if (field === 'date') return readDate(value) !== null;
  if (field === 'page') return value.length <= 12;
  return value.length <= 40 && !/[。！？!?]/.test(value);
}

const PAGE =
  /第\s?[\dA-Za-z０-９一二三四五六七八九十]{1,4}\s?版(?:[:：]\s?\p{Script=Han}{1,8})?|[A-Z]?\d{1,3}\s?版(?:[:：]\s?\p{Script=Han}{1,8})?/u;

/** The page mark in a short text (`第3版`, `A03版`), empty when there is none. */
export function readPage(text: string): string {
  return PAGE.exec(text.slice(0, 120))?.[0] ?? '';
}
