import { plainForm } from './plain-form';

/** Words that tell photo captions from headings. */

const SCENE_TAIL =
  /(?:合影|合影留念|留念|留影|合照|集体照|现场|现场图|致辞|致词|讲话|发言|总结发言|主旨报告|作报告|主持会议|主持|授牌|揭牌|颁奖|颁发证书|颁发聘书|签约|签约仪式|握手|谢幕|剪影|剪彩|一角|全景|外景|内景|近照|外观|掠影|瞬间|场景|画面|示意图|效果图|资料图|宣传海报|照片|图片|仪式|启动仪式|会场|开幕式|闭幕式|典礼|风采|新貌|全貌|一景|一幕|镜头)[。.]?$/;
/** Who stands where: `（左二）`, `（前排右一）`, `（中）`. */
const POSITION = /[（(](?:[左右中前后]|[左右前后][一二三四五六]|[前后]排.{0,6}|图[左右中])[）)]/;
const ACT_TAIL =
  /(?:演讲|授课|表演|演出|展示|交流|讨论|座谈|参观|考察|调研|走访|慰问|宣讲|讲解|培训|开班|活动|体验|制作|手工|游戏|互动|合唱|朗诵|拍照|签到|宣誓|献花|种树|植树|义诊|理发|包饺子|作品|节目|聊天|谈心|学习|练习|排练|比赛|训练|服务|志愿服务|物资|问卷|传单|资料|礼物|慰问品|锦旗|证书|聘书|奖牌|奖|旗)$/;
const PEOPLE =
  '(?:社工|社会工作者|义工|志愿者|老人|老年人|长者|居民|村民|市民|群众|孩子|小朋友|儿童|少年|青年|学生|同学|学员|家长|妈妈|母女|母子|祖孙|医生|护士|医护|医护人员|民警|交警|法官|检察官|律师|调解员|网格员|儿童主任|党员|干部|队员|会员|员工|(?<!社)工人|工作人员|负责人|选手|演员|老师|教师|教授|专家|师傅|小哥|骑手|阿姨|大妈|大爷|奶奶|爷爷|嘉宾|来宾|代表|领导|游客|顾客|姑娘|小伙|职工|农户|商户|业主|楼长|患儿|患者|夫妇|夫妻|农民|果农|茶农|菜农|牧民|渔民|船工|工匠|匠人|球迷|乘客|旅客|读者|观众|考生|新生|毕业生|运动员|队友|教练|司机|驾驶员|店主|摊主|主播|战士|官兵|武警|消防员|护士|护工|校长|邻居|大家|服务队|志愿队|宣讲队|宣讲团|医疗队|小分队|工作队|全体人员|参会人员|与会人员)';
/** Topics speak of people too (`社工不再单打独斗`, `志愿者队伍`): what follows tells. */
const NO_TOPIC =
  '(?![的不有来也是能要会可更成之议心][^，。]|队伍|工作|服务队|之家|制|自治|参与|站|人才|人手|人员|力量|岗位|薪酬|待遇|流失|短缺|不足|紧缺|介入|督导|机构|陪伴|先行|赋能|表示|指出|认为|介绍|强调|告诉|坦言|回忆|感慨|[+＋”“、]|$)';
const PEOPLE_HEAD = new RegExp(
  `^(?:全体|与会|参会|参训|参赛|获奖|部分|众多|[一二两几三四五六七八九十多数]{1,3}[名位群个对]|[^，。：:、名位个层余些的和与及多给为把让向对以用靠从当][^，。：:]{0,6}?)?${PEOPLE}们?${NO_TOPIC}`,
);
/** `傅长庚会长`, `社工小周`. */
const PROFESSION = /^(?:社工|义工|志愿者)(?!们)/;
const NAMED_PERSON =
  /^(?:\p{Script=Han}{2,3}(?:会长|主任|书记|部长|局长|院长|校长|主席|理事长|秘书长|站长|队长|教授|老师|社工|医生|法官)|(?:社工|志愿者|居民|村民|队员|民警|网格员|站长|书记|主任)[小老])/u;
const SCENE_HEAD =
  /^(?:活动现场|会议现场|现场|会场|图中|(?:改造|装修|修缮|整治|建成|升级|新建|落成|启用|投用|翻新|粉刷|布置)(?:后|前|中|完成|一新)?的)/;
const SCENE_STATE =
  /(?:热气腾腾|座无虚席|人头攒动|其乐融融|欢声笑语|整装待发|热火朝天|笑逐颜开|济济一堂|气氛热烈|井然有序|秩序井然|焕然一新|喜笑颜开|合力\p{Script=Han}{4}|踊跃|围坐|飘出|飘着|传来|洋溢|弥漫|挤满|坐满|簇拥|络绎不绝)/u;
const FACILITY_TAIL =
  /(?:广场|会客厅|阅览室|活动室|活动中心|服务中心|驿站|食堂|公园|大楼|小院|展厅|工作站|社工站|服务站|调解室|议事厅|议事亭|长廊|菜园|宣传栏|公示栏|内景|夜景|街景)$/;
/** Things that a camera can see. */
const THING_TAIL =
  /(?:[夜雪秋春晨街村江海山湖]景|秋色|春色|晨雾|晨曦|日出|日落|晚霞|航拍图?|鸟瞰|俯瞰|远眺|[早午晚]餐|饭菜|美食|作品|展品|展板|展台|展厅|摊位|老照片|旧照|塑像|雕塑|大门|门口|入口|厂房|车间|生产线|大棚|稻田|果园|茶园|梯田|码头|渔船|校园|教室|操场|宿舍|大厅|窗口|民居|院落|小巷|街巷|老街|村口|河道|湖面|花海|书屋|戏台|灯塔|古桥|古树|古街)$/;
/** Deeds that a camera can see. */
const VISIBLE_DEED =
  /(?:[包讲画量挂贴写拍种剪唱跳推搬扶喂洗擦扫浇教演戴举捧致做上学](?:着|上|起|好|了)?\p{Script=Han}{1,8}$|围坐|拉家常|展示|登记|倾听|搭建|排练|歇脚|讨论|试用|启动|清理|护送|陪伴|品尝|采摘|打扫|握手|体验|参观|查看|检查|听取|观看|展出|领取|发放|交流|入户|上门|走访|慰问|看望|探望|指导|辅导|讲解|宣传|宣讲|宣读|义诊|测量|挑选|选购|搀扶|演练|颁奖|致辞|揭幕|揭牌|授旗|授课|采访|认领|发言|抢答|签名|鼓掌|敬礼)/u;
const OFFICE =
  /(?:会长|副会长|主任|书记|部长|局长|院长|校长|主席|理事长|秘书长|总干事|负责人|处长|科长|镇长|村长|站长|队长|经理|董事长|教授|(?<!^)专家|代表|(?<!^)(?:社工|志愿者)|律师|医生|教师|老师)/;
const IN_ACTION =
  /正在|(?:^|\p{Script=Han})在(?![哪何于路心眼身])[^，。]{1,24}(?:上|中|里|前|内|间|现场|仪式|会|活动|室|中心|社区|广场|学校|家中|田间)\p{Script=Han}*/u;
/** `在刀刃上` is no place. */
const SURE_PLACE = /正在|现场|仪式|会|活动|室|中心|社区|广场|学校|家中|家里|田间|站|院|课堂/;
const WITH_OTHERS = /[在为给和与向陪教](?!哪|何|于|力|此)[^，。]{2}/;
const FOR_SOMEONE =
  /(?:为|给|向|和|与|同|陪|帮助|带领|指导|组织)[^，。]{1,16}(?:颁|授|赠|送|讲|理发|量|测|服务|揭牌|包|做|画|玩|开展|介绍|发放|交流|合影|谈|过|唱|跳|演示|学|参观|检查|清理|打扫|整理|剪|读|写|表演)/;

/** What headings are made of: calls, devices, results, questions. */
const TOPIC_HEAD =
  /^(?:从[^，。]{1,10}到|把|让|以[^，。]{2}|用[^，。]{2}|靠|向|变|建强|建立|建好|做实|做细|做优|筑牢|织密|织牢|激活|破解|打通|推动|推进|创新|深化|强化|聚焦|坚持|健全|完善|提升|培育|打造|探索|构建|谁|为什么|为何|怎么|如何|何以|不止|不仅|不再|没有|当[^，。]{2,8}[时，]|在[^，。]{1,8}[扎寻找生])/;
const TOPIC_TAIL =
  /(?:机制|体系|模式|格局|合力|质效|效能|赋能|引领|驱动|治理|难题|难点|困境|突围|未来|密码|路径|样本|答案|温度|扎下根|民心|初心|之道|之路|之问|之变|之策|保障|民生|人心|可期|大平安|新篇章?|新路|新格局|新风|转变|造血|存折|联动|担当|使命|底色|底气|动力|活力|根基|支撑|启示|思考|成效|做法|背景|经验|目标|展望|挑战|瓶颈|出路|怎么办|哪里|什么|一片天|一个家|最后一公里|同行|在行动|在身边|不打烊|不掉队|不缺位)[”？?！!]{0,2}$/;

/**
 * How much a short line reads like a photo caption (above zero) or like a heading (below), in
 * log-odds-like points: people, a scene or an act in a place speak for a caption; calls, devices
 * and abstract results for a heading.
 */
export function captionLikeness(printed: string): number {
  const text = plainForm(printed);
  const people = PEOPLE_HEAD.test(text) || NAMED_PERSON.test(text);
  let points = 0;
  if (POSITION.test(text)) points += 3.5;
  if (SCENE_TAIL.test(text)) points += 2.2;
  else if (ACT_TAIL.test(text)) points += 0.8;
  // `社工陪伴走出家门`: who works in the field without name or number is rather what a text is about.
  const one = people && PROFESSION.test(text) && !NAMED_PERSON.test(text) ? 0.6 : 1.2;
  if (people) points += one;
  if (people && VISIBLE_DEED.test(text)) points += one;
  if (SCENE_HEAD.test(text)) points += 1.6;
  if (SCENE_STATE.test(text)) points += 1.4;
  if (FACILITY_TAIL.test(text) && text.length >= 6) points += 1;
  else if (THING_TAIL.test(text) && text.length >= 4 && text.length <= 14) points += 1.2;
  if (IN_ACTION.test(text)) points += people || SURE_PLACE.test(text) ? 1.2 : 0.4;
  else if (people && WITH_OTHERS.test(text)) points += 0.8;
  if (FOR_SOMEONE.test(text)) points += 1;
  if (OFFICE.test(text)) points += 0.7;
  // A finished sentence is rather the rest of a paragraph than a caption.
  if (/[。！]$/.test(text)) points *= 0.6;
  if (TOPIC_HEAD.test(text)) points -= 1.2;
  if (TOPIC_TAIL.test(text)) points -= 1.2;
  return Math.max(-2, points);
}
