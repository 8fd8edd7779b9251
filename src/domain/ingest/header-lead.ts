import { DATE_SOURCE, type FoundDate, readDate } from './dates';
import { readNames } from './names';
import { isOutletName, readPage } from './outlets';

/** Reads a header line's words that have no label: `江城日报 2023年11月24日 星期五 第3版 民生`. */

interface HeaderLead {
  outlet: string;
  byline: string;
  date: string;
  page: string;
}

const LEADING_DATE = new RegExp(`^[（(\\[]?${DATE_SOURCE}`);
/** A sentence stands in the line: it is text, not a header. */
const SENTENCE = /[。！？!?；]|[，,](?!\s*\p{Script=Han}{2,4}(?:$|[\s，,、]))/u;
const PUBLISHED = /^(?:发布于|发表于|更新于|刊发于|刊于|发布|更新)\s*(?=[\d（(])/;

/**
 * What stands before the first label: nothing, a date, an outlet, or both. `null` when it is
 * something else, so that the line is no header.
 */
export function readHeaderLead(printed: string, hasLabels: boolean): HeaderLead | null {
  const lead = printed.trim();
  if (lead === '' || /^[【[(（|｜]$/.test(lead)) return hasLabels ? emptyLead() : null;
  const date = readDate(lead);
  if (!date && !/年[/／]/.test(lead)) {
    const name = hasLabels && lead.length <= 16 && isOutletName(lead);
    return name ? { ...emptyLead(), outlet: lead } : null;
  }
  const bare = lead.replace(PUBLISHED, '');
  return readAroundDate(bare, bare === lead ? date : readDate(bare)) ?? readTokens(lead);
}

function emptyLead(): HeaderLead {
  return { outlet: '', byline: '', date: '', page: '' };
}

function readAroundDate(lead: string, date: FoundDate | null): HeaderLead | null {
  if (!date) return null;
  const before = trimLead(lead.slice(0, date.start)).replace(/^《([^《》]+)》$/, '$1');
  const after = trimLead(lead.slice(date.end).replace(/^\s*(?:星期|周)[一二三四五六日天]/, ''));
  const page = readPage(after) || readPage(before);
  const rest = [before, after].map((part) => trimLead(part.replace(page, '')));
  const words = rest.filter((part) => part !== '');
  if (words.some((part) => part.length > 24 || SENTENCE.test(part))) return null;
  // A date inside a phrase (`截至2023年11月24日`) is no header; nor is a date that begins a sentence.
  const named =
    NAME_APART.test(lead.slice(0, date.start)) && words.length === 1 && date.date.length === 10;
  if (!LEADING_DATE.test(lead) && !isOutletName(before) && !named) return null;
  // Right after a date even a word that does not sound like an outlet can hardly be anything else.
  const short = words.length === 1 && /^\p{Script=Han}{3,6}$/u.test(after) ? after : '';
  const name = named ? before : readNames(stripRole(short)) ? '' : short;
  const outlet = words.find(isOutletName) ?? name;
  const others = words.filter((part) => part !== outlet);
  const byline = others.find((part) => readNames(stripRole(part)) !== null) ?? '';
  if (others.some((part) => part !== byline)) return null;
  return { outlet, byline, date: date.date, page };
}

/**
 * `江城社工　2023-11-24`: a name that is no known kind of outlet's, set apart from a whole date after
 * which nothing comes. A phrase runs on into its date.
 */
const NAME_APART =
  /^(?!.*(?:截至|截止|自从|时间|日期|[于在至自从到为])[\s\u3000]*$)[（(]?\p{Script=Han}{2,14}[\s\u3000|｜丨]{1,3}$/u;

function trimLead(value: string): string {
  return value
    .trim()
    .replace(/^[】\]【[(（|｜丨/·•]+|[】\])）【[（(|｜丨/·•,，;；]+$/g, '')
    .trim();
}

const ROLE = /^(?:本报|本刊|本网)?(?:记者|通讯员|作者|文)[\s/:：]*/;

function stripRole(text: string): string {
  return text.replace(ROLE, '');
}

/** Words that say nothing: `原创`, weekday, lunar date, number of pages, place of a post. */
const IDLE =
  /^(?:原创|转载|首发|发布|发布于|来自|(?:星期|周)[一二三四五六日天]|农历\S{2,10}|\p{Script=Han}{2}年\p{Script=Han}{2,6}|今日\d+版|共\d+版|第\d+期|总第\d+期|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|发表于\p{Script=Han}{2,6})$/u;
const REGION =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)$/;
const PAGE_TOKEN =
  /^(?:第\s?[\dA-Da-d一二三四五六七八九十]{1,4}\s?版\S{0,8}|[A-D]?\d{1,3}\s?版\S{0,8}|[A-D]\d{1,2})$/;
const SECTION = /^\p{Script=Han}{2,6}$/u;

/** The running heads of papers and posts: every word of the line must be one of the known kinds. */
function readTokens(printed: string): HeaderLead | null {
  if (printed.length > 80) return null;
  // Press databases part the date as well: `江城日报/2023年/11月/24日/第012版`.
  const lead = printed.replace(/([年月])[/／]\s?/g, '$1');
  const date = readDate(lead);
  if (!date) return null;
  const found = { ...emptyLead(), date: date.date };
  const words = `${lead.slice(0, date.start)} ${lead.slice(date.end)}`.split(/[\s|｜丨/／·•]+/);
  // A post's head names its author and account, whatever they are called.
  const isPost = /^原创\s|发表于\p{Script=Han}{2,6}$/u.test(lead);
  let sections = 0;
  for (const word of words) {
    if (word === '' || IDLE.test(word) || REGION.test(word)) continue;
    if (found.page === '' && PAGE_TOKEN.test(word)) found.page = word;
    else if (found.outlet === '' && isOutletName(word)) found.outlet = word;
    else if (found.byline === '' && readNames(stripRole(word))) found.byline = word;
    else if (isPost && word.length <= 16) {
      // The author, whom no list may know, stands before the account.
      if (found.byline === '' && found.outlet !== '' && isPerson(found.outlet))
        found.byline = found.outlet;
      found.outlet = word;
    } else if (SECTION.test(word)) sections += 1;
    else return null;
  }
  // A word that is nothing known may be the name of a section, but only where a page is named.
  if (sections > (found.page === '' ? 0 : 2)) return null;
  if (found.outlet === '' && found.page === '' && found.byline === '') return null;
  // Sections like `民生` may look like names.
  return found.page === '' ? found : { ...found, byline: '' };
}

/** As short as a name, and no account's. */
function isPerson(word: string): boolean {
  return word.length <= 4 && !/(?:社工|社区|团队|小编|中心)$/.test(word);
}
