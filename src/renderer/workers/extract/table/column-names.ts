import type { ColumnRole } from '@domain/ingest/settings';

/** What a column's name says that it holds. */
export interface NamedRole {
  role: ColumnRole;
  /** 0 is the clearest name for the role; the higher, the weaker. */
  rank: number;
}

/**
 * Names of columns as databases (知网, 慧科 and others), crawlers and researchers write them, the
 * clearest first; in simplified characters and lower case, without spaces. A `|` begins the weak
 * names, which count only where no other column has a better one.
 */
const NAMES: Readonly<Record<ColumnRole, string>> = {
  text:
    '正文 全文 正文内容 正文全文 全文内容 内文 正文文本 fulltext articlebody bodytext maintext text content ' +
    'contents body 文本 原文 内容 文本内容 articletext | 详情 详细内容 文章 新闻 article story 摘要 内容摘要 ' +
    '内容提要 abstract summary 简介 description',
  title:
    '标题 主标题 题名 篇名 题目 正题 中文标题 中文题名 title headline maintitle | 标题名称 名称 heading ' +
    'subject doctitle',
  subtitle:
    '副标题 副题 子标题 小标题 subtitle subhead subheadline subheading | 引题 肩题 眉题 眉标题',
  outlet:
    '报纸名称 媒体名称 报刊名称 期刊名称 刊物名称 媒体 报纸 报刊 刊物 刊名 期刊 杂志 来源媒体 发布媒体 刊载媒体 ' +
    'outlet newspaper publication medianame newspapername 来源 来源名称 文章来源 文献来源 出处 ' +
    'source sourcename sourcetitle media publisher journal | 公众号 公众号名称 账号名称 发布机构 网站 网站名称 站点 频道 ' +
    'site sitename website',
  date:
    '见报日期 发布日期 发表日期 出版日期 刊发日期 刊登日期 报纸日期 报道日期 日期 发布时间 发表时间 刊发时间 出版时间 ' +
    '刊登时间 见报时间 pubdate publishdate publisheddate publicationdate datepublished published ' +
    'publishedat publishedon date pubtime publishtime releasedate 时间 datetime time | timestamp ' +
    '出版年 年份 年 year',
  byline:
    '作者 记者 作者姓名 记者姓名 署名 撰稿 撰稿人 撰文 作者记者 记者作者 author authors byline authorname reporter ' +
    'writer | creator 通讯员 供稿',
  page: '版次 版号 版面 版面名称 版名 版别 版 page pageno pagenumber | 页码 页 pages section',
  issue:
    '期次 刊期 期号 期数 刊次 卷期 卷期号 年卷期 总期号 期 issue issueno issuenumber volumeissue | period',
  place:
    '发稿地 发稿地点 电头地点 电头 报道地点 新闻地点 地点 place dateline location | 发生地点 地名',
};

const WEAK = 100;

const BY_NAME: ReadonlyMap<string, NamedRole> = new Map(
  (Object.keys(NAMES) as ColumnRole[]).flatMap((role) => {
    const [clear = '', weak = ''] = NAMES[role].split('|').map((part) => part.trim());
    return [clear.split(/\s+/), weak.split(/\s+/)].flatMap((names, group) =>
      names
        .filter((name) => name !== '')
        .map((name, index): [string, NamedRole] => [name, { role, rank: group * WEAK + index }]),
    );
  }),
);

/** Words that stand beside a role's name without changing it (`news_title`, `新闻标题`). */
const NEUTRAL: ReadonlySet<string> = new Set(
  'news article doc document pub main raw the data item field fields meta'.split(' '),
);
const NEUTRAL_HAN = /^(?:新闻|文章|稿件|报道|文献|报纸|资讯|原始|中文)(?=.)/;

/** Traditional characters that occur in column names, with the simplified ones in the same order. */
const TRADITIONAL =
  '標題內報紙來體發佈時間記頁號稱數網聞點總處員訊簡詳細雜誌齣撰見眾機構頻單輯導獻類別';
const SIMPLIFIED =
  '标题内报纸来体发布时间记页号称数网闻点总处员讯简详细杂志出撰见众机构频单辑导献类别';
const SIMPLIFY: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((char, index) => [char, SIMPLIFIED.charAt(index)]),
);

/** Longer than any column's name; what is longer is a cell of text. */
const MAX_NAME = 60;

/** The role that a column's name tells, `null` when it tells none. */
export function roleOfName(name: string): NamedRole | null {
  if (name.length > MAX_NAME) return null;
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}()[\]._\-/|:&\s]/gu, '')
    .trim();
  return (
    lookUp(plain) ??
    lookUp(plain.replace(/[([][^()[\]]*[)\]]/g, '')) ??
    lookUpParts(plain.split(/[()[\]_\-/|:&\s]+/)) ??
    lookUpPath(plain) ??
    lookUpParts(plain.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[_\-\s]+/))
  );
}

function lookUp(name: string): NamedRole | null {
  const key = name
    .toLowerCase()
    .replace(/[\s_\-/|:&.]+/g, '')
    .replace(/[\u4e00-\u9fff]/g, (char) => SIMPLIFY.get(char) ?? char);
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(NEUTRAL_HAN, '')) ?? null;
}

/** `Title-题名`, `news_title`: all parts say the same or nothing; `title_url` says neither. */
function lookUpParts(parts: readonly string[]): NamedRole | null {
  const words = parts.filter((part) => part !== '');
  const telling = words.filter((word) => !NEUTRAL.has(word.toLowerCase()));
  if (words.length < 2) return null;
  const roles = (telling.length > 0 ? telling : words.slice(-1)).map(lookUp);
  const first = roles[0] ?? null;
  return roles.every((found) => found?.role === first?.role) ? first : null;
}

/** `_source.title` is a title, `author.name` an author. */
function lookUpPath(name: string): NamedRole | null {
  const steps = name.split('.');
  if (steps.length < 2) return null;
  const last = steps[steps.length - 1] ?? '';
  return lookUp(/^name$/i.test(last) ? (steps[steps.length - 2] ?? '') : last);
}
