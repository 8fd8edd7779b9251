import { readDate } from './dates';
import type { HeaderFields } from './header-fields';
import type { Mark } from './line-marks';
import type { Line } from './types';

/** The heads of press databases, cuttings and bulletins, each of which has a form of its own. */

const DATABASE =
  /^(?:\d{1,4}\s+)?《?(\p{Script=Han}{2,16})》?\s?\/\s?((?:19|20)\d{2})年\s?\/\s?(\d{1,2})月\s?\/\s?(\d{1,2})日\s?\/\s?第?\s?(\w{1,4})\s?版(?:\s?[/:：]\s?\p{Script=Han}{1,8})?$/u;

/** `某某日报/2023年/5月/12日/第003版`: the head of a text out of a press database. */
function readDatabaseHead(text: string): HeaderFields | null {
  if (!text.includes('/')) return null;
  const [, outlet = '', year, month, day, page] = DATABASE.exec(text) ?? [];
  const date = readDate(`${year}-${month}-${day}`)?.date ?? '';
  if (date === '') return null;
  return {
    outlet,
    byline: '',
    date,
    page: `第${page}版`,
    title: '',
    titleLabel: '',
    labelled: false,
  };
}

/** `【某某日报12月1日】某事`: a title with paper and day before it. */
const CUTTING =
  /^【\s?《?(\p{Script=Han}{2,12}(?:报|刊|网|社|台|客户端))》?\s?((?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日)(?:讯|电|消息|报道)?】\s?\S/u;

/** Paper and day as printed, `null` when the title has none. */
export function readCutting(text: string): { outlet: string; day: string } | null {
  if (!text.startsWith('【')) return null;
  const found = CUTTING.exec(text);
  return found === null ? null : { outlet: found[1] ?? '', day: found[2] ?? '' };
}

const ISSUE_ALONE =
  /^[（(]?(?:(?:19|20)\d{2}\s?年\s?)?(?:第\s?\d{1,4}\s?期|总第?\s?\d{1,5}\s?期)[）)]?$/;

/** The number of an issue alone in its line. */
export function isIssueAlone(text: string): boolean {
  return text.length <= 20 && ISSUE_ALONE.test(text);
}

/** `某委发〔2023〕14号`: the number of an official document over its title. */
const DOCUMENT_NUMBER =
  /^(?:发文字号|文号)?[:：]?\s?\p{Script=Han}{2,14}\s?[〔［[（(【﹝]\s?(?:19|20)\d{2}\s?[〕］\]）)】﹞]\s?(?:第\s?)?\d{1,4}\s?号$/u;

/** `黛 山 新 报`: a paper's name as it is set over a page. */
const SPACED_MASTHEAD = /^(?:\p{Script=Han}[ \u3000]{1,2}){2,8}[报報刊]$/u;

/** `某某市民政局文件` over the number of the document. */
export function isLetterhead(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  const next = lines[index + 1]?.text ?? '';
  return text.length <= 30 && /文\s?件$/.test(text) && DOCUMENT_NUMBER.test(next);
}

/** What the law has a paper or magazine print of itself. */
const IMPRINT =
  /刊号\s?[:：]?\s?(?:CN|ISSN|\d)|邮发代号|广告经营许可证|(?:CN|ISSN)\s?\d{2,4}[-—]\d{3,4}/i;

/** Heads that only the press or an office prints; `printed` is the text with its own spaces. */
export function pressMark(text: string, printed: string): Mark | null {
  const fields = readDatabaseHead(text);
  if (fields) return { kind: 'page', rule: 'running-head', fields };
  const mayTell = text.includes('号') || text.includes('证') || /\d[-—]\d/.test(text);
  if (mayTell && IMPRINT.test(text) && !text.includes('。'))
    return { kind: 'page', rule: 'imprint' };
  const last = printed.charAt(printed.length - 1);
  if (last === '号' || last === '號')
    return DOCUMENT_NUMBER.test(text) ? { kind: 'page', rule: 'document-number' } : null;
  const isName = (last === '报' || last === '報' || last === '刊') && SPACED_MASTHEAD.test(printed);
  return isName ? { kind: 'page', rule: 'masthead' } : null;
}

const BULLETIN = /(?:简报|快报|专报|动态|参考|通讯|周报|月报|简讯|要情|内参|信息|交流)$/;

/** The name of a bulletin with its number right below, at the top of the file. */
export function isMasthead(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const line = lines[index];
  if (!line || index > 2 || marks[index] !== null || line.length > 14) return false;
  return BULLETIN.test(line.text) && isIssueAlone(lines[index + 1]?.text ?? '');
}

const PUBLISHED = /^\p{Script=Han}{4,30}\s{2,}\S/u;

/** Who brings the bulletin out, and when: `某某委员会      2024年3月18日` under its number. */
export function isImprint(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (index > 5 || text.length > 60 || !PUBLISHED.test(text)) return false;
  const isBelow = [1, 2].some((up) => isIssueAlone(lines[index - up]?.text ?? ''));
  return isBelow && readDate(text)?.end === text.length;
}

const DISTRIBUTION = /^(?:主?报|抄?送|抄报|发|印发|主送|分送)\s?[:：]\s?\S|^[（(]?共印\s?\d+\s?份/;

/** Lines at a bulletin's end that say who gets it, two or more of them. */
export function isDistribution(lines: readonly Line[], index: number): boolean {
  const is = (at: number): boolean => DISTRIBUTION.test(lines[at]?.text ?? '');
  return is(index) && (is(index - 1) || is(index + 1));
}
