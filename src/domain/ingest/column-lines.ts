import type { Mark } from './line-marks';
import { isName } from './names';
import type { Line } from './types';

/**
 * Finds the names of columns that magazines and papers print over a title (`・特别报道・`, `人　物`,
 * `专题丨…`). They look like titles; what gives them away is their wording or frame and that the next
 * line of words is no running text but the title.
 */

const LONGEST = 24;
const LONGEST_KICKER = 36;
const TITLE_LONGEST = 48;

const COLUMNS = new Set(
  (
    '卷首语 卷首 刊首语 刊首寄语 编者按 特别报道 特别策划 特别关注 特别推荐 特稿 封面 封面故事 封面文章 封面报道 封面专题 专题 专题报道 专题策划 专题研究 ' +
    '本期专题 本期关注 本期策划 本期特稿 专栏 专访 专家专栏 名家专栏 人物 人物志 人物故事 人物专访 社工人物 实务 社工实务 实务探索 实务研究 理论 理论园地 理论探索 ' +
    '理论研究 理论前沿 学术 学术前沿 视点 视野 观察 观点 论坛 论道 来信 读者来信 读者之声 读者来论 编读往来 要闻 社会 民生 时政 经济 文化 教育 健康 法治 综合 ' +
    '副刊 评论 时评 短评 社论 声音 言论 百家言 众议 案例 案例分析 案例精选 海外 海外视窗 国际 域外 域外视野 深度 深度报道 调查 聚焦 关注 热点 热点聚焦 焦点 焦点关注 ' +
    '前沿 随笔 杂谈 文苑 诗歌 散文 影像 图片新闻 图说 资讯 动态 各地动态 地方动态 新闻速递 一线 基层 基层治理 基层一线 社区治理 社区 治理 社工故事 社工心语 社工手记 ' +
    '政策 政策解读 政策法规 党建 党建引领 乡村振兴 志愿服务 慈善 公益 养老 督导 督导园地 服务 服务园地 经验交流 工作交流 工作研究 调查研究 调研报告 履职之声 建言 ' +
    '建言献策 提案 民声 百姓 百姓话题 读书 书评 书架 新书架 微言 图文 现场 记录 讲述 对话 访谈 高端访谈 策划 博览 家园 家风 议事厅 港聞 港闻 專題 專訪 專題報道 人物專訪 社論 副刊 地方新聞'
  ).split(' '),
);
/** Services that texts are looked up in print their name over each. */
const SERVICE =
  /^(?:慧科|中国知网|知网|万方|维普|读秀|超星|WiseSearch|WiseNews|CNKI)\S{0,10}(?:检索|搜索|数据库|数据|平台|网)?$/i;

const FRAMED =
  /^[・·●•■□◆◇▲\-—~～|｜≡☰※★☆]{1,2}\s?(\p{Script=Han}[\p{Script=Han}\s·]{1,9})\s?[・·●•■□◆◇▲\-—~～|｜≡☰※★☆]{1,2}$/u;
/** An ornament before a column's name also stands before headings: only under the head of a page. */
const ORNATE = /^[◆◇■□●○★☆▲△]\s?\p{Script=Han}{2,6}$/u;
const LATIN_BESIDE = /^\p{Script=Han}{2,4}[\s\u3000]{1,3}[A-Z][A-Za-z]{2,15}$/u;
/** `当“夕阳”遇上“朝阳”——`, `驻校社工：`: a line over the title that leads to it. */
const LEADS_ON = /^[^，。；]{2,24}(?:——|—|--|……)$/;
const LEADS_BY_COLON = /^[^，。；：:、]{2,36}[：:]$/;
const LED = /^[≡☰]\s?\S{2,14}$/u;
const BRACKETED = /^[【〖「[]\s?(\p{Script=Han}{2,8})\s?[】〗」\]]$/u;
const BARRED = /^(\p{Script=Han}{2,6})\s?[丨｜|:：·・]\s?\S.{1,15}$/u;
const DOTTED = /^(\p{Script=Han}{2,4})[·・](\p{Script=Han}{2,4})$/u;
const SPACED =
  /^(\p{Script=Han})[\s\u3000]{1,4}(\p{Script=Han})(?:[\s\u3000]{1,4}(\p{Script=Han}))?$/u;
const BILINGUAL =
  /^\p{Script=Han}{2,6}\s?(?:[|｜丨/]\s?[A-Z][A-Za-z &'’]{2,30}|\s[A-Z][A-Z &'’]{2,30})$/u;

/** The rule by which the line stands over a title and is none; `null` for every other line. */
export function columnRule(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): 'column-name' | 'kicker' | null {
  const line = lines[index];
  if (!line || line.length > LONGEST_KICKER || line.level > 0 || line.end === 'closed') return null;
  const kind = marks[index]?.kind;
  if (kind && kind !== 'name' && kind !== 'item' && kind !== 'table') return null;
  const { text } = line;
  if (line.length <= LONGEST && SERVICE.test(text)) return 'column-name';
  const onPage = isOnTop(marks, index);
  const kicker =
    (/[—…-]$/.test(text) && LEADS_ON.test(text)) ||
    (leadsByColon(line) && (onPage || columnRule(lines, marks, index - 1) === 'column-name'));
  const column =
    line.length <= LONGEST &&
    (namesColumn(text) || (onPage && (ORNATE.test(text) || LATIN_BESIDE.test(text))));
  if (!kicker && !column) return null;
  if (!isAfterText(lines, marks, index) || !isOverTitle(lines, marks, index)) return null;
  return column ? 'column-name' : 'kicker';
}

function leadsByColon({ text, end }: Line): boolean {
  return end === 'colon' && LEADS_BY_COLON.test(text);
}

/** In every form but the bare word: an ornament before it, a bar or a space within. */
const SET_OFF = /^[^\p{Script=Han}]|[·・丨｜|/:：\s]/u;

/** Whether the words or their frame are those of a column's name. */
function namesColumn(text: string): boolean {
  if (COLUMNS.has(text)) return true;
  if (!SET_OFF.test(text)) return false;
  if (LED.test(text) || FRAMED.test(text)) return true;
  const known = (word: string | undefined): boolean => COLUMNS.has(word ?? '');
  if (known(BRACKETED.exec(text)?.[1])) return true;
  const dotted = DOTTED.exec(text);
  if (dotted) return known(dotted[1]) || known(dotted[2]);
  if (known(BARRED.exec(text)?.[1])) return /[丨｜|]/.test(text);
  const spaced = SPACED.exec(text);
  if (spaced) {
    const word = spaced.slice(1).join('');
    return known(word) || !isName(word);
  }
  return BILINGUAL.test(text);
}

/** What a file's first lines may say before its first title. */
const ON_TOP: ReadonlySet<string> = new Set(['header', 'source', 'byline', 'page']);

/** At the head of the file or of a page; a file's first lines may say where it comes from. */
function isOnTop(marks: readonly (Mark | null)[], index: number): boolean {
  if (index === 0 || marks[index - 1]?.kind === 'page') return true;
  const isSaid = (mark: Mark | null): boolean => mark !== null && ON_TOP.has(mark.kind);
  return index <= 3 && marks.slice(0, index).every(isSaid);
}

/** At the top, under a mark that ends a text or stands over a page, or after a finished text. */
function isAfterText(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const mark = marks[index - 1];
  const kind = mark?.kind;
  if (isOnTop(marks, index) || lines[index - 1]?.end === 'closed') return true;
  // A kicker may stand under the column's name.
  if (columnRule(lines, marks, index - 1) !== null) return true;
  return (
    kind === 'page' || kind === 'source' || kind === 'editor' || kind === 'end' || kind === 'byline'
  );
}

/** The next words are as short as a title, stand open, and are no metadata. */
function isOverTitle(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  let at = index + 1;
  while (at <= index + 3 && marks[at]?.kind === 'page') at += 1;
  const next = lines[at];
  const kind = marks[at]?.kind;
  if (!next || (kind && kind !== 'table' && kind !== 'name')) return false;
  if (next.length > TITLE_LONGEST || next.length < 2) return false;
  if (leadsByColon(next)) return marks[at + 1] === null && standsOpen(lines[at + 1]);
  return standsOpen(next);
}

function standsOpen(line: Line | undefined): boolean {
  if (!line || line.length > TITLE_LONGEST) return false;
  return line.end === 'open' || line.end === 'quoted' || /[？！?!]$/.test(line.text);
}
