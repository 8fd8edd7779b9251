import { readDate } from './dates';
import { readHeaderLine } from './header-fields';
import { readNames } from './names';
import { isOutletName, readPage } from './outlets';
import { withoutStraySpaces } from './plain-form';

/** Reads who published and who wrote from the wording of source lines, bylines and leads. */

export interface SourceFacts {
  outlet: string;
  date: string;
  byline: string;
  page: string;
}

const LEAD_WORDS =
  /^(?:本文|本稿|稿件|文章|消息|信息|资料|内容|新闻|文字|材料|案例)?\s?(?:综合)?(?:据|據|来源于|来源|來源|来自于?|原载于?|原刊于?|转载自|转载|转自|摘自|摘编自|摘编|选自|编自|源自|出处|载于|刊于|刊载于|首发于|综合自?|稿源|引自|编译自)[：:\s]*/;
const TAIL_WORDS =
  /(?:等?(?:综合)?(?:报道|消息|整理|供稿|编译|(?<!通)讯|稿件)|有删[节改减]|略有删改|，.*)$/;
const FURTHER =
  /[\s，,；;。|｜/、]*(?:作者|记者|通讯员|编辑|责编|撰文|文\/|(?:19|20)\d{2}\s?[年\-－–./]|第?\d+期|第?\s?[A-D]?\d+\s?版|(?<=\s)(?:星期|周)[一二三四五六日天]|\d{1,2}月\d{1,2}日|[（(]).*$/;

/** `张三/文，刊于《某某报》…`: the author with the comma after him. */
const AUTHOR_FIRST =
  /^[^，,。：:《]{2,16}[，,]\s?(?=(?:原载|刊于|载于|刊载于|摘自|转自|选自|来源))/;

/** Reads a closing source line, brackets included: `（据《某某报》2023年11月24日报道）`. */
export function readSource(text: string): SourceFacts {
  const printed = withoutStraySpaces(text)
    .replace(/^(?:——|—|--|[※＊*■●])\s?/, '')
    .replace(/^[（(【[［]\s*|\s*[）)】\]］]?[。.]?$/g, '')
    .trim();
  const author = AUTHOR_FIRST.exec(printed)?.[0] ?? '';
  const inner = printed.slice(author.length);
  const fields = readHeaderLine(inner);
  const words = LEAD_WORDS.test(inner) ? inner.replace(LEAD_WORDS, '') : inner;
  const outlet = fields?.outlet ? cleanOutlet(fields.outlet) : cleanOutlet(words);
  // Who sent the text in wrote it; a paper or agency published it.
  const sender = /^[^，。：:]{2,24}供稿$/.test(inner) && !/[报刊网社台]供稿$/.test(inner);
  return {
    outlet: sender || /^(?:原标题|原题)/.test(inner) ? '' : outlet,
    date: fields?.date || (readDate(inner)?.date ?? ''),
    byline: fields?.byline || (sender ? inner : bylineIn(inner)) || signedBy(author),
    page: fields?.page || readPage(inner),
  };
}

/** An outlet's bare name: without 《》, dates, authors and `报道`. */
export function cleanOutlet(printed: string): string {
  const named = /《([^》]{1,40})》/.exec(printed);
  const lead = printed.slice(0, printed.indexOf('《'));
  if (named?.[1] && (lead.length <= 4 || readDate(lead)?.end === lead.length)) {
    return named[1].trim();
  }
  const short = printed
    .replace(FURTHER, '')
    .replace(TAIL_WORDS, '')
    .replace(/[《》]/g, '')
    .trim();
  const dateline = /^(新华社|中新社|中新网|人民网|央视网|新华网)\S{0,12}\d{1,2}日[电讯]$/.exec(
    printed,
  );
  return dateline?.[1] ?? short;
}

/** `张三/文，`: names before the source, with or without their role. */
function signedBy(author: string): string {
  const names = author.replace(/\s?(?:[/／]\s?(?:文|撰文|图文))?\s?[，,]\s?$/, '');
  return names !== '' && readNames(names) ? names : '';
}

function bylineIn(text: string): string {
  const match = /(?:作者|记者|通讯员|撰文)[：:\s]*([^：:，,；;。（）()]{2,30})$/.exec(text);
  return match?.[1] && readNames(match[1]) ? match[0].replace(/^作者[：:\s]*/, '').trim() : '';
}

/** A byline as printed, without brackets, ornaments and a single leading `作者：` or `文/`. */
export function cleanByline(text: string): string {
  return text
    .replace(/^[□■◎●○☆★◆◇▲△*＊·•\s]+/, '')
    .replace(/^[（(【[]\s*|\s*[）)】\]][。.]?$/g, '')
    .replace(
      /^(?:(?:文\s?[/／·]\s?图|图\s?[/／·]\s?文)\s?[：:丨|｜\s]?|(?:作者|撰文|撰稿|文字|图文|文图|文)\s?[：:丨/／＼_|｜\s])\s*/,
      '',
    )
    .trim();
}

const AGENCY_LEAD =
  /^[（(【]?(?:据)?(新华社|中新社|中新网|人民网|央视网|新华网|光明网|中国网|[^，。,（(\s]{2,10}(?:报|社|网))(?:记者|消息|讯|[^，。,\s]{0,10}?(?:19|20)?\d{0,4}年?\d{1,2}月\d{1,2}日[电讯]|[^，。,\s]{0,6}\d{1,2}日电)/;
const PERSON_IN_BRACKETS =
  /[（(]((?:本报|本刊|本网|本台|见习|实习|特约|首席|全媒体)*(?:记者|通讯员|作者|实习生)[^（）()。，]{2,40})[）)]/;

/** What the first words of a text tell: `新华社北京11月24日电`, `本报讯（记者 张三）`. */
export function readLead(text: string): SourceFacts {
  const head = text.slice(0, 80);
  const agency = AGENCY_LEAD.exec(head)?.[1] ?? '';
  const own = /^(?:本报|本刊|本网|本台)/.test(agency);
  const person = PERSON_IN_BRACKETS.exec(head)?.[1] ?? '';
  return {
    outlet: own ? '' : agency,
    date: readDate(datelineOf(head))?.date ?? '',
    byline: person.trim(),
    page: '',
  };
}

/** `新华社北京11月24日电` at the beginning of a text, up to `电` or `讯`; empty when there is none. */
export function datelineOf(text: string): string {
  return /^[^，。,；;！？]{0,40}?日\s?(?:专|專)?[电電讯訊]/.exec(text.slice(0, 80))?.[0] ?? '';
}

const CLOSING_BRACKET = /[（(]([^（）()]{2,60})[）)][。.]?$/;
const SOURCE_IN_BRACKETS =
  /^(?:据(?!了解|悉|介绍|统计)|(?:本文|稿件|文章|信息)?来源\s?[:：]|供稿\s?[:：]|原载|转自|摘自|选自|摘编自|综合)/;

/** A source or author in brackets at the very end of a paragraph; `null` when there is none. */
export function readInlineEnd(text: string): SourceFacts | null {
  const inner = CLOSING_BRACKET.exec(text.slice(-80))?.[1];
  if (inner === undefined) return null;
  if (SOURCE_IN_BRACKETS.test(inner)) {
    const facts = readSource(inner);
    const clean = facts.outlet.length <= 30 && !/[，。]/.test(facts.outlet);
    return clean && (isOutletName(facts.outlet) || /[:：]/.test(inner) || inner.length <= 20)
      ? facts
      : null;
  }
  const person = /^(?:本报|本刊|本网|见习|实习|特约|首席)*(?:记者|通讯员|作者)[\s:：]*(.+)$/.exec(
    inner,
  );
  const names = readNames(person?.[1] ?? inner);
  if (!names || (!person && !/[。！？”][\s\u3000]{0,6}[（(][^（）()]*[）)]$/.test(text.slice(-80))))
    return null;
  return { outlet: '', date: '', byline: cleanByline(inner), page: '' };
}
