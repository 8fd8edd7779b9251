/** Words that Chinese news uses in fixed places: captions, paragraph openings, datelines. */

/** A sentence opening that begins a new paragraph rather than continuing one cut in two. */
const FRESH_OPENING =
  /^(?:据悉|据了解|据介绍|据统计|据报道|近日|日前|近年来|此外|与此同时|下一步|截至目前|目前|随后|接下来|当天|当日|会上|会后|活动中|活动当天|活动现场|活动期间|会议(?:指出|强调|要求|认为|听取|审议|还)|记者(?:从|了解|在|获悉)|为(?:进一步|深入|全面|切实|了)|[他她](?:表示|指出|强调|说|认为|介绍)|\p{Script=Han}{2,4}(?:表示|指出|强调|介绍说?|认为|告诉记者)[，,：:])/u;

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
  return NEWS_LEAD.test(text.slice(0, 60));
}

const TEXT_OPENING = new RegExp(
  `^(?:近日|日前|近期|昨日|昨天|今天|今日|(?:(?:19|20)\\d{2}年)?${MONTH_DAY}(?:[上下]午)?|据悉|据了解|据介绍|本报讯|本网讯)[，, ]`,
);

/** Whether a line begins as running text does and no title, heading or caption. */
export function opensText(text: string): boolean {
  return TEXT_OPENING.test(text);
}

const SCENE_TAIL =
  /(?:合影|合影留念|留念|留影|合照|集体照|现场|现场图|致辞|致词|讲话|发言|总结发言|主旨报告|作报告|主持会议|主持|授牌|揭牌|颁奖|颁发证书|颁发聘书|签约|签约仪式|握手|谢幕|剪影|剪彩|一角|全景|外景|外观|掠影|瞬间|场景|画面|示意图|效果图|资料图|宣传海报|照片|图片|仪式|启动仪式|会场|开幕式|闭幕式|典礼|风采|新貌|全貌|一景|一幕|镜头)[。.]?$/;
/** Who stands where: `（左二）`, `（前排右一）`, `（中）`. */
const POSITION = /[（(](?:[左右中前后]|[左右前后][一二三四五六]|[前后]排.{0,6}|图[左右中])[）)]/;
const ACT_TAIL =
  /(?:演讲|授课|表演|演出|展示|交流|讨论|座谈|参观|考察|调研|走访|慰问|宣讲|讲解|培训|开班|活动|体验|制作|手工|游戏|互动|合唱|朗诵|拍照|签到|宣誓|献花|种树|植树|义诊|理发|包饺子|作品|节目|聊天|谈心|学习|练习|排练|比赛|训练|服务|志愿服务|物资|问卷|传单|资料|礼物|慰问品|锦旗|证书|聘书|奖牌|奖|旗)$/;
const PEOPLE_HEAD =
  /^(?:全体|与会|参会|参训|参赛|获奖|部分|一名|几名|两名|一位|几位|两位|多名|众多|社区|居民|村民|老人|老年人|孩子|孩子们|小朋友|儿童|学生|同学|学员|家长|志愿者|义工|社工|医护|民警|法官|检察官|工作人员|党员|群众|嘉宾|代表|专家|领导|来宾|青年|市民|游客|活动|会议|会场|培训|签约|启动|颁奖|揭牌|授牌|表彰|座谈|图中)/;
const OFFICE =
  /(?:会长|副会长|主任|书记|部长|局长|院长|校长|主席|理事长|秘书长|总干事|负责人|处长|科长|镇长|村长|站长|队长|经理|董事长|教授|专家|代表|社工|志愿者|律师|医生|教师|老师)/;
const IN_ACTION =
  /正在|(?:^|\p{Script=Han})在[^，。]{1,24}(?:上|中|里|前|内|间|现场|仪式|会|活动|室|中心|社区|广场|学校|家中|田间)\p{Script=Han}*/u;
const FOR_SOMEONE =
  /(?:为|给|向|和|与|同|陪|帮助|带领|指导|组织)[^，。]{1,16}(?:颁|授|赠|送|讲|理发|量|测|服务|揭牌|包|做|画|玩|开展|介绍|发放|交流|合影|谈|过|唱|跳|演示|学|参观|检查|清理|打扫|整理|剪|读|写|表演)/;

/**
 * How much a short line reads like a photo caption, in log-odds-like points: people at its
 * beginning, a scene at its end, an act in a place.
 */
export function captionLikeness(text: string): number {
  let points = 0;
  if (POSITION.test(text)) points += 3.5;
  if (SCENE_TAIL.test(text)) points += 2.2;
  else if (ACT_TAIL.test(text)) points += 0.8;
  if (PEOPLE_HEAD.test(text)) points += 1.2;
  if (IN_ACTION.test(text)) points += 1.2;
  if (FOR_SOMEONE.test(text)) points += 1;
  if (OFFICE.test(text)) points += 0.7;
  return points;
}

const MID_PHRASE = /[在的和与及对将被把从向于以并或让使由各该其而且但、，]$/;

/** Whether a line breaks off after a word that cannot end a title or caption. */
export function endsInMidPhrase(text: string): boolean {
  return MID_PHRASE.test(text);
}
