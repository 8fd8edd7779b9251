import { readDate } from './dates';
import type { HeaderFields } from './header-fields';
import { readIssue } from './issues';
import { isOutletName } from './outlets';

/**
 * Reads the running heads that no label and no full set of outlet, date and page gives away: each word
 * of the line is one that stands over pages (`26　某某社区工作　2023.08`, `要闻 02`, `A12 港聞 …`).
 */

const LONGEST = 80;
const SENTENCE = /[。；？！，、“”‘’!?,;]/;
const SEPARATORS = /[\s|｜丨·•/／]+/;
/** Who made the page: `责编 穆青`, `校对：尤佳`, `电话：8653214`. */
const MAKERS =
  /(?:本[版栏期]|值班|责任|执行|美术|见习)?(?:编辑|编委|责编|主编|总编|美编|校对|版式|组版|视觉|排版|统筹|电话|热线|邮箱)\s?[:：/／]?\s?(?:\p{Script=Han}{2,4}(?![\p{Script=Han}])|[\w@.-]{5,40})/gu;
const WEEKDAY =
  /^[（(]?(?:(?:星期|周|礼拜|禮拜)[一二三四五六日天]|农历\S{2,10}|今日\d{1,3}版)[）)]?$/;
const MONTH = /(?<![\d.])((?:19|20)\d{2})[.·／/-](0?[1-9]|1[0-2])(?![\d.])/;
const PAGE =
  /^(?:[A-D]\d{2}|[Pp]\.?\s?\d{1,3}|第?\s?[A-D]?\d{1,3}\s?版(?:[:：]\p{Script=Han}{2,8})?|0\d)$/u;
/** Digital editions print the day without marks: `20230915 今日某地 03版:社区`. */
const PACKED_DAY = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/;
const FOLIO = /^\d{1,3}$/;
const LATIN = /^[A-Z][A-Za-z&'’]*$/;
const WORD = /^《?\p{Script=Han}{2,12}》?$/u;
/** All that a page number broken into its figures can be (`5 8`). */
const SPACED_FOLIO = /^\d(?:\s\d){1,2}$/;

const MAKER = /(?:编辑|责编|主编|美编|校对|版式|组版|视觉|排版)/;

/** Only newspaper pages name these people beside the date or weekday. */
const PAGE_MAKERS = /(?:美编|校对|版式|组版|星期[一二三四五六日天])/;
const EDITOR = /(?:编辑|责编|美编|校对|版式|组版)\s?[:：/／]?/;

/** `2023年11月24日　星期五　编辑：…`: who made the page, which holds for all that stands on it. */
export function isMakersLine(text: string): boolean {
  return EDITOR.test(text) && PAGE_MAKERS.test(text) && !/浏览|阅读|点击/.test(text);
}

interface Words {
  outlet: string;
  page: string;
  folio: string;
  han: string[];
  latin: number;
}

/** The facts of a running head, `null` for every other line. */
export function readRunningHead(text: string): HeaderFields | null {
  if (text.length > LONGEST || SENTENCE.test(text)) return null;
  const isMade = MAKER.test(text);
  if (!/[\d〇○]/.test(text) && !(isMade && /\s{2}/.test(text))) return null;
  if (SPACED_FOLIO.test(text)) return fieldsOf('', '', '');
  const rest = text
    .replace(MAKERS, ' ')
    .replace(/[（）()]/g, ' ')
    .replace(PACKED_DAY, '$1-$2-$3');
  const isPacked = PACKED_DAY.test(text);
  const date = readDate(rest);
  const month = date ? null : MONTH.exec(rest);
  const issue = readIssue(rest);
  let plain = date
    ? `${rest.slice(0, date.start)} ${rest.slice(date.end).replace(/^[号號刊]/, '')}`
    : rest;
  if (month) plain = plain.replace(month[0], ' ');
  if (issue) plain = plain.replace(issue, ' ');
  const words = readWords(plain);
  // Without a page the name and the day in figures are a title: `《某某联播》20230915`.
  if (!words || (isPacked && words.page === '')) return null;
  const day = date?.date ?? (month ? `${month[1]}-${month[2]?.padStart(2, '0')}` : '');
  if (!isHead(words, { day, isMonth: month !== null, issue, isMade })) return null;
  // A magazine's name is printed with the month, whatever it is called.
  const outlet = words.outlet || (month !== null ? (words.han[0] ?? '') : '');
  return fieldsOf(outlet, day, words.page);
}

function fieldsOf(outlet: string, date: string, page: string): HeaderFields {
  return { outlet, byline: '', date, page, title: '', titleLabel: '', labelled: false };
}

/** The words of the line by their kind; `null` when one is of none. */
function readWords(text: string): Words | null {
  const found: Words = { outlet: '', page: '', folio: '', han: [], latin: 0 };
  for (const printed of text.split(SEPARATORS)) {
    const word = printed.replace(/^[（(]|[）)]$/g, '');
    if (word === '' || WEEKDAY.test(word)) continue;
    if (found.page === '' && PAGE.test(word)) found.page = word;
    else if (found.folio === '' && FOLIO.test(word)) found.folio = word;
    else if (LATIN.test(word)) found.latin += 1;
    else if (!WORD.test(word)) return null;
    else if (found.outlet === '' && (word.startsWith('《') || isOutletName(word)))
      found.outlet = word.replace(/[《》]/g, '');
    else found.han.push(word);
  }
  return found.han.length > 2 ? null : found;
}

interface Around {
  day: string;
  isMonth: boolean;
  issue: string;
  isMade: boolean;
}

/** Whether these words together are more than a date, a name or a number by chance. */
function isHead({ outlet, page, folio, han, latin }: Words, around: Around): boolean {
  const { day, isMonth, issue, isMade } = around;
  if (day !== '' || issue !== '') {
    if (outlet !== '' || page !== '' || isMade) return true;
    // A timeline begins with the month and ends with what happened, but has no page number.
    if (han.length === 0 && latin === 0) return folio !== '' || (day !== '' && issue !== '');
    return folio !== '' && (isMonth || issue !== '') && han.length === 1;
  }
  // `社会治理　　　本栏编辑：某某`
  if (isMade && han.length === 1 && page + outlet === '') return true;
  const short = han.length > 0 && han.every((word) => word.length <= 6);
  if (/^0/.test(page)) return short && han.length === 1 && latin === 0 && folio === '';
  return page !== '' && folio === '' && (short || latin > 0) && outlet === '';
}
