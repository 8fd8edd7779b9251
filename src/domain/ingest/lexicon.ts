import { plainForm } from './plain-form';

/** Words that Chinese news uses in fixed places: paragraph openings, datelines, titles. */

/** A sentence opening that begins a new paragraph rather than continuing one cut in two. */
const FRESH_OPENING =
  /^(?:[【[]?(?:内容)?摘\s*要[】\]：:]|[【[]?关键词[】\]：:]|据悉|据了解|据介绍|据统计|据报道|近日|日前|近年来|此外|与此同时|下一步|截至目前|目前|随后|接下来|当天|当日|去年|前年|如今|会上|会后|活动中|活动当天|活动现场|活动期间|会议(?:指出|强调|要求|认为|听取|审议|还)|记者(?:从|了解|在|获悉)|为(?:进一步|深入|全面|切实|了)|[他她](?:表示|指出|强调|说|认为|介绍)|\p{Script=Han}{2,4}(?:表示|指出|强调|介绍说?|认为|告诉记者)[，,：:])/u;

export function hasFreshOpening(text: string): boolean {
  return FRESH_OPENING.test(text);
}

const MONTH_DAY =
  '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日';

/** The lead of a news text: a dateline, `本报讯`, or a time in its first words. */
const NEWS_LEAD = new RegExp(
  `^(?:[（(【]?(?:本报|本刊|本网|本台|本社|新华社|中新社|中新网|人民网|央视网|[^，。]{1,10}(?:报|网|社))[^，。]{0,24}(?:讯|电|消息|报道|日电)|近日|日前|近期|昨日|昨天|今天|今日|[^，。,]{0,12}${MONTH_DAY}|为(?:进一步|深入|全面|切实|了|贯彻|落实|推动|加强|丰富|弘扬|提升|帮助|让|做好|增强|营造)|随着|记者(?:从|近日|日前)|[（(]?(?:记者|通讯员)|连日来|近年来|金秋|寒冬|盛夏|初[春夏秋冬])`,
);

export function hasNewsLead(text: string): boolean {
  return NEWS_LEAD.test(plainForm(text.slice(0, 60)));
}

const OWN_LEAD =
  /^[（(【]?(?:(?:本报|本刊|本网|本台|本社)[^，。]{0,16}(?:讯|电|消息|报道)|(?:新华社|中新社|中新网|人民网|央视网|新华网|[^，。\s]{2,8}(?:报|网|社))[^，。]{0,24}(?:讯|日电|消息|报道)|[（(](?:见习|实习|特约)?(?:记者|通讯员))/;
const EVENT_LEAD = new RegExp(
  `^(?:近日|日前|昨日|昨天|今天|今日|连日来|[^，。,]{0,12}${MONTH_DAY}(?:至|上午|下午|晚|，|,)|记者(?:从|近日|日前|昨日)[^。]{2,30}(?:获悉|了解到)|[^，。,]{2,14}(?:近日|日前|昨天|今天|昨日|今日|当地时间)|[^，。,]{0,14}(?<![月\\d])\\d{1,2}[日号](?:上午|下午|晚|凌晨|在|表示|说|称|宣布|发布|会见|举行|召开|，)|[^，。,]{2,12}讯[（( ])`,
);

/**
 * How surely a paragraph is the first of a news text: 2 for the paper's own dateline (`本报讯`),
 * 1 for the time or source of an event (`近日`, `记者从…获悉`), 0 for neither.
 */
export function leadStrength(text: string): 0 | 1 | 2 {
  const head = plainForm(text.slice(0, 60));
  if (OWN_LEAD.test(head)) return 2;
  return EVENT_LEAD.test(head) ? 1 : 0;
}

const ACTOR =
  '(?:省|市|县|区|旗|州|镇|乡|街道|村|社区|局|部|院|会|站|所|校|学院|中学|小学|大学|中心|协会|公司|党委|支部|政府|政法委|妇联|工会|团委|法院|检察院|机构|办)';
const EVENT =
  '(?:首次|全面|正式|联合|集中|积极|成功|持续|扎实|深入|率先)?(?:举办|办起|搭起|添了|用上|吃上|有了|存下|举行|召开|开展|启动|成立|揭牌|开张|开业|上线|上岗|上新|获评|荣获|获|印发|出台|发布|部署|推进|推出|推行|走进|开进|组织|建成|建起|打造|探索|创新|设立|聘请|开设|开通|完成|培育|发放|投用|投入使用|亮相|签约|落地|入选|通过|试点|推广|联手|携手|构建|提升|助力|聚焦|做实|织密|筑牢|深化|加强|强化)';
const EVENT_TITLE = new RegExp(`^[^，。：:]{1,14}${ACTOR}[^，。：:]{0,10}?${EVENT}[^。]{1,30}$`);
const PLACE_COLON = new RegExp(`^[^，。：:]{1,12}${ACTOR}[：:]\\s?\\S`);

/** Whether a line says who did what (`东湖区举办…`, `东湖区：…`), as titles do and headings do not. */
export function tellsAnEvent(text: string): boolean {
  return EVENT_TITLE.test(text) || PLACE_COLON.test(text);
}

const OFFICIAL_TITLE =
  /^(?:[^，。]{0,30})关于[^。；]{4,60}的(?:若干)?(?:建议|提案|议案|通知|意见|报告|请示|函|批复|决定|公告|通告|通报|说明|答复|倡议书?)[》]?$/;

/** Whether a line is built as the titles of official texts and proposals are: `关于…的建议`. */
export function isOfficialTitle(text: string): boolean {
  return text.includes('关于') && OFFICIAL_TITLE.test(text);
}

const PICTURE_NEWS = /^(?:图片新闻|图片报道|新闻图片|摄影报道|图片专题)$/;

/** The title of a picture with a text of its own. */
export function isPictureNews(text: string): boolean {
  return text.length === 4 && PICTURE_NEWS.test(text);
}

const CLOSING_PARAGRAPH =
  /^(?:下一步|接下来|今后|未来|据悉|据了解|据介绍|目前|截至目前|活动结束|[^，。]{2,24}(?:表示|说)，(?:下一步|接下来|今后|未来))/;

/** Whether a paragraph is one that news texts like to end with. */
export function closesArticle(text: string): boolean {
  return CLOSING_PARAGRAPH.test(text);
}

const COLUMN_NAME =
  /^[【[]?(?:(?:新闻|工作|一周|基层|社会|社工|民生|综合|地方|各地|本期|今日|一句话|图片|国内|国际)?(?:简讯|短讯|快讯|要闻|速递|速览|动态|简报|短波|传真|集锦|新闻|信息)|要闻回顾|新闻链接)[】\]]?$/;

/** Whether a line is the name of a column that stands over several short news texts. */
export function isColumnName(text: string): boolean {
  return COLUMN_NAME.test(text);
}

const TEXT_OPENING = new RegExp(
  `^(?:近日|日前|近期|(?:昨日|昨天|今天|今日|前天|(?:(?:(?:19|20)\\d{2}年)?\\d{1,2}月)?\\d{1,2}[日号]|${MONTH_DAY})(?:[上中下]午|晚上?|凌晨|清晨|早晨|傍晚)?|据悉|据了解|据介绍|本报讯|本网讯|此前|其间|随后|此外|同时|不过|例如|(?:19|20)\\d{2}年(?:\\d{1,2}月)?)(?:[（(]\\d[^（）()]{0,8}[）)])?[，, ]`,
);

/** Whether a line begins as running text does and no title, heading or caption. */
export function opensText(text: string): boolean {
  return TEXT_OPENING.test(text);
}

const DATELINE =
  /^[（(【]?(?:(?:本报|本刊|本网|本台|本社|新华社|中新社)[^，。\s]{0,12}\d{1,2}日[讯电]|(?!\S*[通简短喜快资问]讯)\p{Script=Han}{2,6}讯[\s（(]|(?:本报|本刊|本网|本台|本社)[^，。\s]{0,12}(?:\d{1,2}日)?(?:讯|电)(?:$|[\s（(，：:])|[^，。\s]{2,8}(?:社|报|网|台)(?:[^，。\s]{0,12}\d{1,2}日(?:讯|电)|(?:消息|讯)[（(：:]))/u;

/** What stands in every dateline, near its beginning. */
const DATELINE_HINT = /^.{1,30}[讯电息]/;

/** Whether a line begins with the dateline of a news text (`本报江城11月24日电`). */
export function opensWithDateline(text: string): boolean {
  return DATELINE_HINT.test(text) && DATELINE.test(text);
}

const TIME_INSIDE =
  /.(?:昨日|昨天|今天|今日|日前|近日|\d{1,2}[日号])(?:[上中下]午|晚上?|凌晨)?(?:在|于|与|同|为|对|就|向|从|会见|会谈|出席|主持|发布|公布|举行|召开|抵达|发表)/;

/** Whether a line tells when something happened as sentences do (`王某今天下午在…`). */
export function tellsWhen(text: string): boolean {
  return TIME_INSIDE.test(text);
}

const MID_PHRASE =
  /(?:[在的和与及对将被把从向于以并或让使由各该其而且但、，]|其中|包括|例如|比如)$/;

/** Whether a line breaks off after a word that cannot end a title or caption. */
export function endsInMidPhrase(text: string): boolean {
  return MID_PHRASE.test(text);
}

const SPEAKS = /(?:表示|指出|认为|强调|坦言|介绍说|说|称)[，,：:]\S/;

/** Whether a line says who said what, as sentences do and no title, heading or caption does. */
export function saysWhoSpeaks(text: string): boolean {
  return SPEAKS.test(text);
}

/** Particles that follow a word, and marks that close what was opened in the line before. */
const IN_MID_WORD = /^(?:[的了们着]|[^《》]{0,12}》|[^（）()]{0,12}[）)]|[^“”]{0,12}”)/;
const OPENS_ITSELF = /^(?:了(?:解|不起|结)|的(?:士|确)|着(?:力|眼|装|重|手|火))/;

/** Whether a line can only go on with the one before it: `的通知》`, `业）有限公司`. */
export function beginsInMidWord(text: string): boolean {
  return IN_MID_WORD.test(text) && !OPENS_ITSELF.test(text);
}
