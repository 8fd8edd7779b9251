import { captionWords } from './caption-words';
import type { FileView } from './context';
import { endsInMidPhrase, tellsAnEvent } from './lexicon';
import { leavesBracketOpen } from './line-end';
import { sharedWithText } from './shared-words';
import type { Line } from './types';

/**
 * Tells a kicker (引题, 肩题) that nothing marks from the title under it, in a head of three lines: both
 * could be titles by their shape, but the words of a kicker are those of an occasion, a call or a series,
 * while the text goes on with the words of its title.
 */

const LONGEST = 32;
const TITLE_LONGEST = 60;
/** So many points make a kicker. */
const ENOUGH = 2;
/** Words alone that one line shares with the text and the other does not are not enough. */
const SHARED_AT_MOST = 1.6;

/** `某某在某会上强调`: what was said stands in the title. */
const SAYS = /(?:强调|指出|要求|表示|宣布|提出|批示|致信|致电|透露|呼吁|报道|时)$/;
/** `某区推进基层减负纪实`: the form of the text, which a title under it does not say again. */
const FORM =
  /(?:纪实|见闻|侧记|掠影|纪事|综述|述评|观察|探访|走笔|巡礼|系列报道|系列之[一二三四五六七八九十]+)$/;
/** A call or occasion without anybody who does it. */
const CALL =
  /^(?:全面|全力|深入|贯彻|学习|落实|聚焦|坚持|推进|推动|扎实|着力|大力|围绕|关注|喜迎|迎接|庆祝|纪念|践行|弘扬|打造|加快|加强|强化|深化|持续|奋力|奋进|牢记|党建|科技|创新)/;
/** Papers speak of their own place so. */
const OUR_PLACE = /^(?:我[国省市区县州旗]|本[省市区县]|全[省市区县])/;
/** How subtitles begin or end. */
const SUBTITLE = /^(?:——|—|--|[（(]|记(?!者)|访)/;

/** Whether the line is such a kicker. Asked once a line. */
export function isBareKicker(view: FileView, index: number): boolean {
  const { lines, marks } = view;
  const line = lines[index];
  const title = lines[index + 1];
  if (!line || !title || marks[index] || marks[index + 1]) return false;
  if (line.length < 5 || line.length > LONGEST || line.end !== 'open' || line.level > 0)
    return false;
  if (/[：:。；！？【】]|——/.test(line.text)) return false;
  if (view.layout.isFull(index) || view.layout.isFull(index + 1)) return false;
  if (!isTitleLike(title) || title.gap > line.gap || !isOverHead(view, index)) return false;
  return beginsAnew(view, index) && kickerPoints(view, index, line.text, title.text) >= ENOUGH;
}

/** As short and as open as a title. */
export function isTitleLike(line: Line): boolean {
  if (line.length < 4 || line.length > TITLE_LONGEST || line.level > 0) return false;
  if (line.end === 'closed') return /[？！?!]$/.test(line.text);
  if (/[。；]/.test(line.text) || (line.length > 24 && /[，,]/.test(line.text))) return false;
  return line.end === 'open' || line.end === 'quoted';
}

/** The title under the line has a byline, the head of its text or a subtitle below, or the text itself. */
function isOverHead(view: FileView, index: number): boolean {
  const below = view.marks[index + 2]?.kind;
  if (below === 'byline' || below === 'header') return true;
  if (SUBTITLE.test(view.lines[index + 2]?.text ?? '')) return true;
  return view.nextText[index + 1] === index + 2;
}

/** At the top, or where an article has ended. */
export function beginsAnew({ lines, marks }: FileView, index: number): boolean {
  const above = lines[index - 1];
  if (above === undefined || above.end === 'closed') return true;
  const mark = marks[index - 1];
  return mark !== undefined && mark !== null && mark.kind !== 'item' && mark.kind !== 'table';
}

function kickerPoints(view: FileView, index: number, line: string, title: string): number {
  if (leavesBracketOpen(line) || endsInMidPhrase(line) || SUBTITLE.test(title)) return -1;
  if (line.length >= 10 && SAYS.test(line)) return ENOUGH + 2;
  // A picture may stand between the end of one text and the title of the next.
  if (captionWords(view, index) > 0.5 && (line.length < 10 || !CALL.test(line))) return -1;
  const more = sharedWithText(view, index + 1) - sharedWithText(view, index);
  let points = Math.max(-2, Math.min(SHARED_AT_MOST, more * 4));
  if (FORM.test(line)) points += FORM.test(title) ? -1 : 1.8;
  if (CALL.test(line)) points += CALL.test(title) ? 0.3 : 1.5;
  if (OUR_PLACE.test(line)) points += 0.8;
  const below = view.marks[index + 2]?.kind;
  if (below === 'byline' || below === 'header') points += 0.6;
  if (/[：:]|[^\s]\s[^\s]/.test(title)) points += 0.3;
  if (FORM.test(title)) points -= 2;
  if (tellsAnEvent(line)) points -= 1.5;
  // Words that end and begin as others in the text do are two halves of one title.
  if (view.seams.known(line, title) > 0) points -= 1;
  return points;
}
