import type { Mark } from './line-marks';
import { isName } from './names';
import { plainForm } from './plain-form';
import type { Line } from './types';

/**
 * Finds bylines whose names are none that `names.ts` knows (pen names, foreign and Taiwanese forms):
 * a line of nothing but roles and words as long as names, in the place of a byline.
 */

const LONGEST = 48;
const ORNAMENTS = /^[□■◎●○☆★◆◇▲△*＊·•◤▌]+\s?/;
/** A role with what parts it from the name. */
const ROLE =
  /(?:本报|本刊|本网|本台|本社|特约|首席|实习生|实习|见习|全媒体|融媒体|驻站|高级)*(?:记者|記者|通讯员|通訊員|评论员|特派员|撰稿人?|撰文|采写|采访|口述|整理|执笔|文字|图文|文图|摄影|攝影|供图|讲述|插图|翻译|译|文|图|圖|编译|编辑)\s?(?:[/／|｜丨:：＼\\_]\s?|(?=[\s\p{Script=Han}]))/gu;
const FIRST_ROLE =
  /^(?:(?:本报|本刊|本网|本台|本社|特约|首席|实习|见习|全媒体|融媒体)+\S{0,3}(?:记者|通讯员|评论员|撰稿人?)|(?:记者|通讯员|撰稿|撰文|采写|采访|口述|整理|执笔|文字|摄影|文|图)\s?[/／|｜丨:：＼\\_]|(?:记者|通讯员|撰文|采访)\s|作者\s?[/／|｜丨])/u;
const NAME_LIKE =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,6}·\p{Script=Han}{1,8}|[A-Z][a-z]+|[A-Z]\.?)$/u;
/** Names with the numbers of their institutes: `童以恒¹　卢见山²`. */
const NUMBERED = /^(?:\p{Script=Han}{2,4}[¹²³⁴⁵⁶\d*＊][,，]?\d?[\s\u3000,，、；;]*){1,6}$/u;
/** `記者林若涵／山縣報導`, `中央社記者高以寧山縣8日電`. */
const FILED =
  /^[（(【]?(?:\p{Script=Han}{2,4}社|本報|\p{Script=Han}{2,4}報)?[記记]者\p{Script=Han}{2,5}(?:、\p{Script=Han}{2,4})*(?:[／/]\p{Script=Han}{2,8}(?:[報报][導导道]|[專专][訪访])|\p{Script=Han}{2,4}\d{1,2}日[專专]?[電电])[）)】]?$/u;
/** `某市政协委员　沐春风`: what the author is stands before the name. */
const OFFICE_AND_NAME =
  /^(?!专访|專訪|对话|對話|访|訪|记|走近|走进)\S{2,16}(?:委员|代表|主任|书记|教授|研究员|院长|所长|会长|站长|理事长|秘书长|总干事|社工|督导|局长|部长|处长|镇长|街道|大学|学院|学校|中心|研究院|研究所|协会|社工站)[\s\u3000]{1,4}(?:\p{Script=Han}{2,3}|\p{Script=Han}[\s\u3000]\p{Script=Han})$/u;
/** `某某市民政局课题组`: those who wrote it together. */
const GROUP = /^\p{Script=Han}{2,24}(?:课题组|调研组|编辑部|采访组|报道组|研究组|写作组|评论部)$/u;
/** `数据局　曾可`: a body without an office, whose name must be one. */
const BODY_AND_NAME =
  /^\p{Script=Han}{2,14}(?:局|委|部|厅|处|科|办|会|社|站|所|校|医院)[\s\u3000]{1,4}(\p{Script=Han}{2,3})$/u;
/** `（楚辞 文/图）`, `□向 阳 文/摄`. */
const MAKER =
  /^[（(【□■●○◆◇]\s?(\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]\p{Script=Han})\s?(?:文\s?[/／并]\s?[图摄]|图\s?[/／]\s?文|[图摄]文)[）)】]?$/u;
/** Of most lines of text no more has to be seen. */
const SENTENCE = /[。！？!?，；“”《》]|[：:]$/;
/** Characters with which one of the forms begins or in which it ends. */
const HINT =
  /^[□■◎●○☆★◆◇▲△*＊·•（(【]|[记記文图摄攝采口整执撰通讲作译]|^[A-Z]|\s\S{1,3}$|[¹²³⁴⁵⁶\d*＊]|[组部]$/;

/** The rule by which the line is a byline; `null` when it is none. */
export function bylineRule(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): string | null {
  const line = lines[index];
  if (!line || line.length > LONGEST || line.level > 0) return null;
  if (SENTENCE.test(line.text) || !HINT.test(line.text)) return null;
  const text = plainForm(line.text);
  if (FILED.test(text)) return 'filed-by';
  if (MAKER.test(text)) return 'words-and-pictures';
  if (isPenNameAtEnd(lines, index)) return 'bracketed-names';
  if (!isUnderTitle(lines, marks, index)) return null;
  if (NUMBERED.test(text)) return 'numbered-names';
  const bare = text.replace(ORNAMENTS, '').trim();
  if (bare !== text && isPenName(bare)) return 'marked-names';
  if (FIRST_ROLE.test(bare)) return isRoleAndNames(bare) ? 'role-and-names' : null;
  if (isSpacedName(text)) return 'spaced-name';
  if (OFFICE_AND_NAME.test(text)) return isListed(lines, index) ? null : 'office-and-name';
  if (GROUP.test(text)) return 'group';
  if (isName(BODY_AND_NAME.exec(text)?.[1] ?? '') && !isListed(lines, index))
    return 'office-and-name';
  return isForeign(text) ? 'foreign-names' : null;
}

/** Under a line as short as a title, whatever that is; over the text or more of the head. */
function isUnderTitle(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const above = lines[index - 1];
  if (!above || above.length > 48 || !lines[index + 1]) return false;
  const kind = marks[index - 1]?.kind;
  if (kind && kind !== 'byline' && kind !== 'item' && kind !== 'table' && kind !== 'name')
    return false;
  return above.end !== 'closed' || /[？！?!]$/.test(above.text);
}

/** One word of two to four characters, or of two with a space between (`桑榆`, `阮 青`). */
function isPenName(text: string): boolean {
  return (
    /^\p{Script=Han}{2,3}$/u.test(text) ||
    /^\p{Script=Han}[\s\u3000]{1,2}\p{Script=Han}$/u.test(text)
  );
}

function isRoleAndNames(text: string): boolean {
  const names = text
    .replace(ROLE, ' ')
    .replace(/(^|\s)(\p{Script=Han})[\s\u3000]+(\p{Script=Han})(?=$|\s)/gu, '$1$2$3')
    .split(/[\s、/／|｜丨＼\\_]+/)
    .filter((word) => word !== '');
  return names.length > 0 && names.length <= 8 && names.every((word) => NAME_LIKE.test(word));
}

/** `Emily Zhao　赵一鸣`: nothing but names, at least one of them in Latin letters. */
function isForeign(text: string): boolean {
  const words = text.split(/[\s\u3000、,，;；/]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 8) return false;
  const latin = words.filter((word) => /^[A-Z](?:[a-z]+|\.)(?:-[A-Z][a-z]+)?$/.test(word)).length;
  return (
    latin >= 2 && words.length - latin <= 4 && words.filter(isName).length + latin === words.length
  );
}

/** `向 晚 晴`: optical recognition and wide settings part the characters of a name. */
function isSpacedName(text: string): boolean {
  return (
    /^\p{Script=Han}(?:[ \u3000]{1,2}\p{Script=Han}){1,2}$/u.test(text) &&
    isName(text.replace(/\s/g, ''))
  );
}

const REMARK =
  /^[（(](?:掌声|笑声|众笑|鼓掌|图略|下略|从略|节选|摘要|待续|未完|连载|化名|续完|全文完)[）)]$/;

/** `（鹿鸣）` alone in its line under the end of a text, over nothing that could go on with it. */
function isPenNameAtEnd(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (!/^[（(]\p{Script=Han}{2,3}[）)]$/u.test(text) || REMARK.test(text)) return false;
  const next = lines[index + 1];
  const isOver = next === undefined || (next.length <= 40 && next.end === 'open');
  return lines[index - 1]?.end === 'closed' && isOver;
}

/** Whether the line stands in a list of offices with their names. */
function isListed(lines: readonly Line[], index: number): boolean {
  const isOne = (at: number): boolean =>
    /^\S{4,}[\s\u3000]{1,4}\p{Script=Han}{2,5}$/u.test(lines[at]?.text ?? '');
  return isOne(index - 1) || isOne(index + 1);
}
