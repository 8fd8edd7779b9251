import { bracketed } from './brackets';
import { captionMark, PICTURE_HEAD } from './caption-mark';
import { type HeaderFields, readHeaderLine } from './header-fields';
import { readJump } from './jumps';
import { isAddress, isFormula } from './letter-words';
import { hintedMark } from './line-hints';
import { readNames } from './names';
import { isOutletName, readPage } from './outlets';
import { plainForm, withOcrFigures, withoutStraySpaces } from './plain-form';
import { isIssueAlone, pressMark } from './press-heads';
import { isMakersLine, readRunningHead } from './running-heads';
import { isBarRow, isTableRow } from './table-rows';
import type { Line } from './types';
import { readWebControl } from './web-controls';

/**
 * What a line shows by its wording alone.
 * - `source`: the closing source (`（据某某报）`, `来源：某某网`)
 * - `header`: a line of metadata (date, source, author, page)
 * - `byline`, `editor`: who wrote, who edited
 * - `end`: `（完）`
 * - `caption`: says itself that it belongs to a picture
 * - `page`: a page number, page mark, running head or the controls of a web page
 * - `item`: begins with a number or bullet; `speech`: begins with a speaker (`问：`)
 * - `table`: cells
 * - `name`: nothing but a person's name
 * - `formula`: how a letter begins or ends (`各位代表：`, `此致`)
 */
export type MarkKind =
  | 'source'
  | 'header'
  | 'byline'
  | 'editor'
  | 'end'
  | 'caption'
  | 'page'
  | 'item'
  | 'speech'
  | 'table'
  | 'name'
  | 'formula';

export interface Mark {
  kind: MarkKind;
  /** The rule that saw it. */
  rule: string;
  fields?: HeaderFields;
}

/** Marks are looked for in lines up to this long; longer ones are text. */
const MAX_MARKED = 160;
/** Longer than anything by which `longMark` knows a line. */
const LONG_HEAD = 80;

const SOURCE_WORDS =
  /^(?:本文|本稿|稿件|文章|消息|信息|资料|内容|新闻|文字|材料|案例)?\s?(?:综合)?(?:据(?!了解|悉|介绍|统计)|来源|来自|原载|原刊|转载|转自|摘自|摘编|选自|编自|源自|出处|载于|刊于|刊载于|综合自?|原标题|原题|首发于|稿源|引自|编译自|\S{2,24}(?:供稿|整理|综合报道|提供稿件)$)/;
const SOURCE_LINE =
  /^(?:——|—|--|※|＊|\*|■|●)?\s?(?:本文|本稿|稿件|文章|信息|新闻|消息|内容|资料)?\s?(?:来源|出处|原载|转载自|转自|摘自|摘编自|选自|稿源|首发于)(?:于|自)?\s?(?:[:：]\s?\S|《)/;
const SOURCE_ORGAN =
  /^(?:——|—)?据\S{2,20}(?:报|网|社|台|刊|杂志|公众号|客户端|微信|微博)(?:报道|消息|讯)?$/;
const DATELINE_ALONE =
  /^[（(]?(?:新华社|中新社|本报|本刊|本网|\S{2,8}(?:社|报|网))\S{0,12}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?$/;
const END = /^[（(【]?\s?(?:完|本文完|全文完|未完待续|END|The End)\s?[）)】]?$/i;
const ROLE_WORDS =
  '本报|本刊|本网|本台|本社|特约|首席|实习生|实习|见习|全媒体|融媒体|驻站|记者|通讯员|特派员|评论员|撰稿人|撰稿|撰文|作者|文字|图文|文图|图片|文|图|供稿|整理|采写|报道|摄影报道|编译|执笔|综合|供图';
const ROLES = new RegExp(`(?:${ROLE_WORDS})`, 'g');
/** The same, but `文` and `图` only by themselves: within a name (`郝文`) they are no role. */
const WHOLE_ROLES = new RegExp(
  `(?:${ROLE_WORDS.replace('|文|图|', '|')})|(?<!\\p{Script=Han})[文图]|[文图](?=\\s?[/／图文摄])`,
  'gu',
);
const BYLINE_HEAD = new RegExp(
  `^[□■◎●○☆★◆◇▲△*＊·•\\s]*(?:\\S{2,12}(?:报|社|网|台|刊|中心))?\\s?(?:${ROLE_WORDS})`,
);
const EDITOR =
  /^[（([【［]?\s?(?:本期|本版|值班|执行|见习|实习|特约)?(?:责任编辑|责编|编辑|校对|审核|审校|初审|复审|复核|终审|监制|美编|美术编辑|排版|一审|二审|三审|主编|编审|签发|责任校对|值班编委|投稿邮箱|联系电话)\s?[:：丨｜|/／＼_]/;
const EDITOR_IN_BRACKETS =
  /^[（(【[［]\s?(?:责任编辑|责编|编辑|校对|审核)\s{1,4}\p{Script=Han}[\p{Script=Han}\s]{1,12}[）)】\]］]$/u;
/** `编辑　溪水` alone in its line: a space stands for the colon. */
const EDITOR_APART =
  /^(?:责任编辑|责编|编辑|校对|审核|美编|监制|排版)[ \u3000]{1,4}\p{Script=Han}{2,3}(?:[ \u3000、]{1,3}\p{Script=Han}{2,3}){0,3}$/u;
/** `张三/文`, `李四　王五/文图`. */
const NAMES_BEFORE_ROLE = /^(.{2,24}?)\s?[/／]\s?(?:文(?:\s?[/／]?\s?图)?|图文|撰文|采写|整理)$/;
/** `（某某报记者　张三　2023年11月24日）`, `（张三/文，刊于《某某报》…）`: a source with its author first. */
const AUTHOR_THEN_SOURCE =
  /^(?:\S{2,12}(?:报|社|网|台|刊)(?:记者|通讯员)[^，。：:]{2,20}\d{4}\s?[年.\-/]\s?\d{1,2}|[^，,。]{2,16}[，,]\s?(?:原载|刊于|载于|刊载于|摘自|转自|选自|来源)[^。]{2,40}$)/;
const ABOUT_AUTHOR =
  /^[（(【[]?\s?(?:本文)?(?:第一)?作者(?:系|为|是|单位|简介|介绍)|^[（(](?:应受访者要求[，,]?)?[^（）()。]{0,16}化名[）)]$/;

/** Where an author works, with the post code. */
const AFFILIATION =
  /^[（(]?(?:\d[.．]\s?)?\p{Script=Han}[^。]{4,60}[，,；;\s]\p{Script=Han}{2,8}\s?\d{6}\s?[）)]?$/u;

const PAGE_NUMBER =
  /^(?:[-—–·.~～\s（([【]*(?:第\s?)?(?:\d{1,4}|[ⅠⅡⅢⅣⅤivxlc]{1,6})(?:\s?[页頁])?(?:\s?(?:\/|／|of|共)\s?\d{1,4}(?:\s?[页頁])?)?[-—–·.~～\s）)\]】]*|page\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?|p\.?\s?\d{1,4}|第[一二三四五六七八九十百]{1,4}页)$/i;
const PAGE_MARK =
  /^[（(【[]?(?:(?:第\s?[\dA-D一二三四五六七八九十]{1,4}\s?版|[A-D]?\d{1,3}\s?版)(?:[\s·:：|｜]{0,2}\p{Script=Han}{1,8})?|[（(]?(?:上接|下转|接上)第?\s?[A-D\d一二三四五六七八九十]{1,4}\s?版\S{0,8})[）)】\]]?$/u;
/** Bullets of lists; ornaments that also stand before headings. */
const BULLET = /^(?:[-*+•·‣✓✔▪]\s?(?=\S)|[●○◆◇■□▶►➤★☆◎※]\s?)/;

/** `某某 2023年第6期`: the running head of a magazine. */
const ISSUE_LINE =
  /^(?:\d{1,4}[\s·|｜]+)?[^\s，。]{0,16}[\s·|｜]{0,60}(?:19|20)\d{2}\s?年?[\s·.，,]{0,3}第\s?\d{1,3}\s?[期号](?:[（(]\p{Script=Han}{1,3}刊[）)])?[\s\u3000]{0,4}(?:[（(]?总第?\s?\d{1,4}期[）)]?)?[\s·|｜\-—]{0,60}[^\s，。]{0,12}$/u;

/** Neither words nor the punctuation that can stand for words. */
const ORNAMENT = /^[^\p{L}\p{N}\p{P}]+$/u;

const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|第[一二三四五六七八九十\d]{1,3}[章节条款项部分篇][：:、\s]?|\d{1,2}(?:[、．]|\.(?!\d)|\s(?=\p{Script=Han}))|\d{1,2}\.\d{1,2}(?=[\s\p{Script=Han}])|[①-⑳❶-❿⒈-⒛㈠-㈩]|[壹贰叁肆伍陆柒捌玖拾]、|[一二三四五六七八九]是|其[一二三四五六]|第[一二三四五六七八九十][，,、]|第[一二三四五六七八九十\d]{1,2}[课讲步招站幕问封][：:\s])/u;
const SPEAKER = /^(?:问|答|Q\d?|A\d?|记者|主持人|本报记者|编者|采访者|受访者|提问)[:：]\s?\S/i;
const NAMED_SPEAKER =
  /^(?:[\p{Script=Han}·]{2,4}|[\p{Script=Han}]{2,10}[（(][^）)]{1,16}[）)])[:：]\s?\S/u;

/** Looks at one line's wording. `null` when it shows nothing in particular. */
export function markLine(line: Line): Mark | null {
  if (line.image) return { kind: 'caption', rule: 'markdown-image' };
  if (readJump(line.text)) return { kind: 'page', rule: 'jump-mark' };
  const hinted = hintedMark(line);
  if (hinted) return { kind: hinted, rule: `structure-${line.hint?.kind}` };
  // Recognised and traditional text is looked at in its plain form, but fields keep their words.
  const figures = withOcrFigures(line.text);
  const spaced = withoutStraySpaces(figures);
  if (line.length > MAX_MARKED) {
    if (isBarRow(spaced) || isTableRow(spaced)) return { kind: 'table', rule: 'cells' };
    // Only the first words tell anything of it.
    return longMark(plainForm(spaced.slice(0, LONG_HEAD)));
  }
  const text = plainForm(spaced);
  if (line.length <= 120 && (isIssueLine(text) || isIssueAlone(text))) {
    return { kind: 'page', rule: 'issue-line' };
  }
  const press = line.length <= 60 ? pressMark(text, line.text) : null;
  if (press) return press;
  if (ORNAMENT.test(text)) return { kind: 'page', rule: 'ornament' };
  if (isBarRow(text)) return { kind: 'table', rule: 'cells' };
  const cells = isTableRow(text);
  if (isFormula(text) || isAddress(text)) return { kind: 'formula', rule: 'letter-formula' };
  // What ends a sentence inside is text, whatever labels it has.
  // Neither is a heading that is marked as such (`# 媒体：…`).
  const isText = line.level > 0 || (text.includes('。') && text.length > 40);
  const header = isText ? null : headerMark(figures);
  // Fields of a header are often set apart as widely as the cells of a table.
  if (cells) return header ?? spacedMark(line, text) ?? { kind: 'table', rule: 'cells' };
  return (
    pageMark(text) ??
    webMark(text) ??
    endMark(text) ??
    captionMark(text, line.length) ??
    personMark(text) ??
    header ??
    longMark(text)
  );
}

/** Editors and page marks with wide spaces between them. */
function spacedMark(line: Line, text: string): Mark | null {
  if (EDITOR.test(text)) return { kind: 'editor', rule: 'editor' };
  if (/\t/.test(line.text)) return null;
  return (
    (PICTURE_HEAD.test(text) || /^本报记者/.test(text) ? captionMark(text, line.length) : null) ??
    (BYLINE_HEAD.test(text) ? personMark(text) : null)
  );
}

function isIssueLine(text: string): boolean {
  return (
    /[期号]/.test(text) &&
    ISSUE_LINE.test(text) &&
    !/^(?:——|—|--)?[（(【[［]?\s?(?:据|来源|摘自|选自|转自|转载|原载|刊于|载于)/.test(text)
  );
}

function longMark(text: string): Mark | null {
  if (BULLET.test(text)) return { kind: 'item', rule: 'bullet' };
  if (ITEM.test(text)) return { kind: 'item', rule: 'numbered' };
  if (!text.includes('：') && !text.includes(':')) return null;
  if (SPEAKER.test(text)) return { kind: 'speech', rule: 'speaker' };
  // `某市：某事` without a full stop is how many titles are built.
  if (!NAMED_SPEAKER.test(text)) return null;
  const sentence = text.length > 45 || /[。！？?!][”"]?$/.test(text);
  return sentence ? { kind: 'speech', rule: 'speaker' } : null;
}

function pageMark(text: string): Mark | null {
  if (text.length > 30) return null;
  if (PAGE_NUMBER.test(text)) return { kind: 'page', rule: 'page-number' };
  return PAGE_MARK.test(text) ? { kind: 'page', rule: 'page-mark' } : null;
}

function webMark(text: string): Mark | null {
  const rule = text.length <= 80 ? readWebControl(text) : null;
  return rule ? { kind: 'page', rule } : null;
}

function endMark(text: string): Mark | null {
  if (END.test(text)) return { kind: 'end', rule: 'end-word' };
  const inner = bracketed(text);
  if (inner !== null && !PICTURE_HEAD.test(inner) && SOURCE_WORDS.test(inner)) {
    return { kind: 'source', rule: 'bracketed-source' };
  }
  if (inner !== null && AUTHOR_THEN_SOURCE.test(inner)) {
    return { kind: 'source', rule: 'bracketed-source' };
  }
  if (inner !== null && /^[（(]/.test(text) && isOutletName(inner) && !PICTURE_HEAD.test(inner)) {
    return { kind: 'source', rule: 'bracketed-outlet' };
  }
  if (/[电讯][）)]?$/.test(text.slice(-2)) && DATELINE_ALONE.test(text))
    return { kind: 'source', rule: 'dateline-alone' };
  if (text.length <= 60 && SOURCE_ORGAN.test(text)) return { kind: 'source', rule: 'source-organ' };
  if (text.length <= 80 && SOURCE_LINE.test(text) && !/[。！？]./.test(text)) {
    const fields = readHeaderLine(text.replace(/^(?:——|—|--|※|＊|\*|■|●)\s?/, ''));
    return { kind: 'source', rule: 'source-line', ...(fields ? { fields } : {}) };
  }
  return null;
}

function personMark(text: string): Mark | null {
  if (EDITOR.test(text) || EDITOR_IN_BRACKETS.test(text) || EDITOR_APART.test(text))
    return { kind: 'editor', rule: 'editor' };
  if (ABOUT_AUTHOR.test(text)) return { kind: 'editor', rule: 'about-author' };
  if (/\d{6}\s?[）)]?$/.test(text.slice(-8)) && AFFILIATION.test(text))
    return { kind: 'editor', rule: 'affiliation' };
  const inner = bracketed(text);
  const words = (inner ?? text).trim();
  if (words.length > 60) return null;
  const marked = inner !== null || /^[□■◎●○☆★◆◇▲△]/.test(words);
  const names =
    marked || words.length <= 12 ? readNames(words.replace(/^[□■◎●○☆★◆◇▲△*＊·•\s]+/, '')) : null;
  // `【新春走基层·回家的礼物】` looks like a foreign name.
  if (names && /^【.*·/.test(text)) return null;
  if (names && marked) {
    return { kind: 'byline', rule: inner !== null ? 'bracketed-names' : 'marked-names' };
  }
  if (names && inner === null && words.length <= 12) return { kind: 'name', rule: 'names-alone' };
  const before = words.length <= 30 ? NAMES_BEFORE_ROLE.exec(words)?.[1] : undefined;
  if (before !== undefined && readNames(before)) return { kind: 'byline', rule: 'names-and-role' };
  // `【作者】本报记者 …` is a field of an export.
  if (!BYLINE_HEAD.test(words) || /[。！？!?】]/.test(words)) return null;
  const rest = words
    .replace(/^[□■◎●○☆★◆◇▲△*＊·•\s]+/, '')
    .replace(
      /^(?:\S{2,12}?(?:报|社|网|台|刊|中心))?(?=\s?(?:特约|首席|实习|见习|全媒体|融媒体|驻站)?(?:记者|通讯员))/,
      '',
    )
    .replace(/[:：|｜丨（）()]/g, ' ');
  return namesBeside(rest, WHOLE_ROLES) || namesBeside(rest, ROLES)
    ? { kind: 'byline', rule: 'role-and-names' }
    : null;
}

/** Whether nothing but names is left of the words once the roles are taken out. */
function namesBeside(words: string, roles: RegExp): boolean {
  return readNames(words.replace(roles, ' ').replace(/[/／]/g, ' ').trim()) !== null;
}

function headerMark(printed: string): Mark | null {
  const text = withoutStraySpaces(printed);
  const fields = readHeaderLine(text);
  if (fields) {
    // In 《》 a paper is cited; over its own pages it stands without.
    const isHead = !fields.labelled && !text.startsWith('《');
    const running = isHead && fields.page !== '' && fields.date !== '';
    if (running || isMakersLine(text)) return { kind: 'page', rule: 'running-head', fields };
    return { kind: 'header', rule: 'header-fields', fields };
  }
  const head = readRunningHead(text);
  if (head) return { kind: 'page', rule: 'running-head', fields: head };
  if (text.length > 50 || !/\d{4}/.test(text)) return null;
  if (readPage(text) !== '' && /^[\p{Script=Han}\s]{2,16}\d{4}/u.test(text)) {
    return { kind: 'page', rule: 'issue-line' };
  }
  return null;
}
