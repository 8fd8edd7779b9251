import { readDate } from './dates';
import { readHeaderLead } from './header-lead';
import { readNames } from './names';
import { plainForm } from './plain-form';

/** Reads the lines under a title: `2023-11-24 10:30 来源：某某报 作者：张三 浏览次数：12`. */

export interface HeaderFields {
  outlet: string;
  byline: string;
  date: string;
  page: string;
  /** A title given by a label (`标题：`), with the label. */
  title: string;
  titleLabel: string;
  /** The line says what its parts are (`来源：`), rather than only printing them. */
  labelled: boolean;
}

type Field = 'outlet' | 'byline' | 'date' | 'page' | 'title' | 'other';

const LABELS: readonly (readonly [Field, string])[] = [
  [
    'outlet',
    'Source|信息来源|文章来源|稿件来源|新闻来源|内容来源|消息来源|本文来源|资料来源|数据来源|文献来源|来源|稿源|出处|媒体|报纸名称|报纸|刊名|来源媒体|来源单位|信息提供|发布机构|发布单位|发布机关|发布者|公众号|原载|转自|转载自|摘自',
  ],
  [
    'byline',
    '作者|Author|图文|文图|撰文|撰稿|撰稿人|文字|记者|通讯员|采写|供稿人|供稿|投稿人|投稿|署名|整理|文',
  ],
  [
    'date',
    'Date|发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|刊发时间|刊发日期|刊登日期|出版日期|见报日期|成文日期|发文日期|发稿时间|编辑时间|时间|日期|创建时间|报道日期',
  ],
  ['page', '版次|版面|版名|版号|版'],
  ['title', 'Title|标题|题名|题目|篇名|新闻标题|文章标题'],
  [
    'other',
    '原标题|原题|责任编辑|编辑|责编|校对|审核|审校|初审|复审|终审|签发|录入|上传|发布人|浏览次数|浏览量|浏览数|浏览|访问次数|点击次数|点击量|点击数|点击率|点击|阅读次数|阅读量|阅读数|阅读|访问量|人气|字体大小|字体|字号|分享到|分享|关键词|关键字|栏目|分类|字数|摄影|文号|索引号|主题分类|正文|版式|美编|排版|图|中图分类号|文献标识码|文章编号|收稿日期|基金项目|来源库|作者单位|单位|页码|DOI|年|期|卷',
  ],
];

const FIELD_OF = new Map<string, Field>(
  LABELS.flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)),
);
/** A label, with or without brackets, and its colon or bar. */
const LABEL = new RegExp(
  `(^[A-Za-z]{2,14}-|^|[\\s\\u3000|｜丨/·•【\\[(（】\\]）);；,，]|\\d(?=[\\u4e00-\\u9fff])(?!版))(${[...FIELD_OF.keys()].sort((a, b) => b.length - a.length).join('|')})(?:[】\\]]?\\s?[:：丨｜|]|(?<=^[【\\[][^\\s】\\]]{1,8})[】\\]])`,
  'g',
);

/** What stands in every label and in every date: lines without either are no headers. */
const AFTER_LABEL = /[:：丨｜|]|^[【[]/;
const IN_DATE = /[年\d０-９]/;

/**
 * Reads a header line. `null` when the line is something else. A line counts when it begins with a
 * known label, or with a date followed by labels or an outlet, or with an outlet followed by a date.
 */
export function readHeaderLine(text: string): HeaderFields | null {
  if (text.length > 160) return null;
  const mayHaveLabels = AFTER_LABEL.test(text);
  if (!mayHaveLabels && !IN_DATE.test(text)) return null;
  // The plain form is as long as the text, so that places found in one hold in the other.
  const matches = mayHaveLabels ? [...plainForm(text).matchAll(LABEL)] : [];
  const found = matches.map((match) => {
    // Exports in two languages: `Title-题名: …`.
    const start = /-$/.test(match[1] ?? '') ? 0 : match.index + (match[1] ?? '').length;
    return { start, end: match.index + match[0].length, label: match[2] ?? '' };
  });
  const first = found[0];
  const fields = emptyFields();
  fields.labelled = found.length > 0;
  const lead = readHeaderLead(text.slice(0, first?.start ?? text.length), fields.labelled);
  if (!lead) return null;
  Object.assign(fields, lead);
  for (const [index, { end, label }] of found.entries()) {
    const next = found[index + 1]?.start ?? text.length;
    const value = trimValue(text.slice(end, next));
    const field = FIELD_OF.get(label) ?? 'other';
    if (!accepts(field, value, label)) return null;
    if (found.length === 1 && lead.date === '' && !standsAlone(label, value)) return null;
    if (field === 'title') {
      // A title shares its line with nothing else, or its end could not be told.
      if (found.length > 1 || value === '') return null;
      fields.title = text.slice(end).trim();
      fields.titleLabel = text.slice(0, end).trim();
    } else if (field !== 'other') readValue(fields, field, value);
    // `责任编辑：某某　2023年6月2日`: the date stands by itself.
    else if (/[编版校审]/.test(label)) fields.date ||= readDate(value)?.date ?? '';
  }
  return found.length > 0 || fields.date !== '' ? fields : null;
}

/** A value often drags a date along that has no label (`作者：张三　2024年3月5日`). */
function readValue(
  fields: HeaderFields,
  field: Exclude<Field, 'title' | 'other'>,
  value: string,
): void {
  const date = field === 'page' ? null : readDate(value);
  fields.date ||= date?.date ?? '';
  if (field === 'date') return;
  const rest = date ? trimValue(`${value.slice(0, date.start)} ${value.slice(date.end)}`) : value;
  fields[field] ||= rest;
}

function emptyFields(): HeaderFields {
  return {
    outlet: '',
    byline: '',
    date: '',
    page: '',
    title: '',
    titleLabel: '',
    labelled: false,
  };
}

function trimValue(value: string): string {
  return value
    .trim()
    .replace(/^[】\]【[(（|｜丨/·•]+|[】\])）【[（(|｜丨/·•,，;；]+$/g, '')
    .trim();
}

const COUNTERS = /^(?:浏览|访问|点击|阅读|人气|分享|字数)/;

/** `阅读：让社区安静下来` is a title; alone in a line these labels only count. */
function standsAlone(label: string, value: string): boolean {
  return !COUNTERS.test(label) || /^[\d\s,，.万+次字到：:]*$/.test(value);
}

function accepts(field: Field, value: string, label: string): boolean {
  if (field === 'title') return true;
  // What exports print as `年:2021` is a word in many a sentence.
  if (label === '年' || label === '期' || label === '卷') return /^[\dSZ增]{1,6}$/.test(value);
  if (value === '') return label !== '记者' && label !== '文' && label !== '图';
  // Labels of one character are words in many a sentence.
  if (label === '文' || label === '图') return value.length <= 20 && readNames(value) !== null;
  if (field === 'byline')
    return value.length <= 40 && !/[。！？!?，]/.test(value) && !/[您你吗呢吧]/.test(value);
  if (field === 'outlet') return value.length <= 50 && !/[。！？!?]/.test(value);
  if (field === 'date')
    return readDate(value) !== null || /^[\d\-/.:：\s月日年]{3,20}$/.test(value);
  if (field === 'page') return value.length <= 12;
  return value.length <= 40 && !/[。！？!?]/.test(value);
}
