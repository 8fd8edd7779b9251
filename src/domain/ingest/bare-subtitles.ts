import { beginsAnew, isBareKicker, isTitleLike } from './bare-kickers';
import { captionWords } from './caption-words';
import type { FileView } from './context';
import { endsInMidPhrase, tellsAnEvent } from './lexicon';
import { leavesBracketOpen } from './line-end';
import type { Mark } from './line-marks';
import { sharedWithText } from './shared-words';
import { closesInNextLine, isCutInWord } from './title-lines';

/**
 * Tells a subtitle (副题) that no dash marks from the title of another text: it stands between a line as
 * short as a title and the text or its byline, says what form the text has or where it comes from
 * (`来自某区的调查`, `以某市为例`), and the text goes on with the words of the line above it.
 */

const LONGEST = 30;
/** So many points make a subtitle. */
const ENOUGH = 2;
/** Where nothing parts the two lines they may also be one title in two lines. */
const ENOUGH_CLOSE = 2.6;
const SHARED_AT_MOST = 1.6;

/** The form of the text. */
const FORM =
  /(?:纪实|见闻|侧记|掠影|纪事|小记|综述|述评|观察|探访|走笔|巡礼|扫描|透视|剪影|速写|手记|访谈录?|调查|调研|调研报告|报告|分析|启示|思考|探析|探讨|案例|实践与?探索|工作法|二三事|的故事|发展之路|的?[一二三四五六七八九十\d]+年)$/;
/** Where the text comes from, whom or what it is about. */
const ABOUT =
  /^(?:来自(?!.*[，。])|基于|记(?!者|录|住|得)|访(?!谈|问)|写在|写给|献给|致(?!力|富|使|电|信|函)|兼[论谈评]|读《|走进|对话|以[^，。]{2,14}为(?:例|中心|样本|个案|视角)$)/;
const EXAMPLE = /为(?:例|中心|样本|个案|视角)$/;
/** A person with those around him. */
const PERSON_AND_TEAM = /^\p{Script=Han}{2,3}(?:和|与)[他她](?:们)?的/u;

/** Whether the line is such a subtitle. Asked once a line. */
export function isBareSubtitle(view: FileView, index: number): boolean {
  const { lines, marks } = view;
  const line = lines[index];
  const title = lines[index - 1];
  if (!line || !title || marks[index] || line.level > 0 || title.level > 0) return false;
  if (line.length < 5 || line.length > LONGEST || (line.end !== 'open' && line.end !== 'quoted'))
    return false;
  if (/[：:。；！？【】，]|——/.test(line.text) || !canCarry(marks[index - 1])) return false;
  if (view.layout.isFull(index) || view.layout.isFull(index - 1)) return false;
  if (!isTitleLike(title) || !isOverText(view, index) || !beginsTitle(view, index - 1))
    return false;
  const least = line.gap === 0 ? ENOUGH_CLOSE : ENOUGH;
  return points(view, index, line.text, title.text) >= least && !isBareKicker(view, index - 1);
}

/** Titles may be numbered or have an ornament before them. */
function canCarry(mark: Mark | null | undefined): boolean {
  return !mark || (mark.kind === 'item' && mark.rule === 'numbered') || mark.rule === 'bullet';
}

/** Over the text itself, or over the byline or head that parts the two. */
function isOverText(view: FileView, index: number): boolean {
  const text = view.nextText[index] ?? -1;
  if (text < 0 || text - index > 4) return false;
  for (let at = index + 1; at < text; at += 1) {
    const kind = view.marks[at]?.kind;
    if (kind !== 'byline' && kind !== 'header' && kind !== 'name' && kind !== 'source')
      return false;
  }
  return true;
}

/** At the top, or where an article has ended; a title may have a line of its own above. */
function beginsTitle(view: FileView, index: number): boolean {
  if (beginsAnew(view, index)) return true;
  return (
    (closesInNextLine(view, index - 1) || isCutInWord(view, index - 1)) &&
    beginsAnew(view, index - 1)
  );
}

function points(view: FileView, index: number, line: string, title: string): number {
  if (leavesBracketOpen(title) || endsInMidPhrase(title) || leavesBracketOpen(line)) return -1;
  // Words that end and begin as others in the text do are two halves of one title.
  const seam = view.lines[index]?.gap === 0 ? view.seams.known(title, line) : 0;
  if (seam === 2) return -1;
  const shared = sharedWithText(view, index - 1) - sharedWithText(view, index);
  let sum = Math.max(-SHARED_AT_MOST, Math.min(SHARED_AT_MOST, shared * 4)) - seam;
  if (FORM.test(line) && line.length >= 7) sum += FORM.test(title) ? 0.5 : 2.4;
  if (ABOUT.test(line) || EXAMPLE.test(line) || PERSON_AND_TEAM.test(line)) sum += 2.6;
  if (title.length >= 8) sum += 0.6;
  if (title.length <= 4) sum -= 0.6;
  if (tellsAnEvent(title)) sum += 0.6;
  if (tellsAnEvent(line)) sum -= 1.2;
  if (captionWords(view, index) > 1) sum -= 1;
  return sum;
}
