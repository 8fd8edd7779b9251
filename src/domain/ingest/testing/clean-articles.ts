import type { CleanArticle } from './break-articles';
import type { Random } from './random';

/** Articles of invented people and places in the genre, put together from parts. */

const PLACES = ['江城市', '东湖区', '南山街道', '北塘镇', '青山县', '白云社区', '海城区', '柳溪村'];
const BODIES = [
  '民政局',
  '社会工作协会',
  '社工站',
  '党群服务中心',
  '志愿服务队',
  '人民法院',
  '妇联',
];
const NAMES = ['周晓岚', '林青', '吴敏', '陈立新', '何静', '郑海', '孙玉梅', '赵一鸣'];
const ROLES = ['负责人', '站长', '书记', '会长', '主任', '社工'];
const EVENTS = ['推进会', '座谈会', '揭牌仪式', '交流活动', '培训班', '邻里节', '案例评审会'];
const THEMES = [
  '社会工作人才队伍建设',
  '未成年人保护',
  '社区居家养老',
  '“五社联动”机制',
  '困境儿童关爱',
  '基层矛盾调解',
  '心理健康服务',
  '志愿服务时间银行',
];
const OUTLETS = [
  '江城日报',
  '东湖民政',
  '南方社工网',
  '青山融媒',
  '海城市社会工作协会',
  '社会服务报',
];
const VERBS = ['推进', '深化', '探索', '做实', '聚焦', '助力'];

/** An article with `paragraphs` body paragraphs, each ending with a full stop. */
export function cleanArticle(random: Random, paragraphs: number): CleanArticle {
  const place = random.pick(PLACES);
  const theme = random.pick(THEMES);
  const event = random.pick(EVENTS);
  const text = Array.from({ length: paragraphs }, (_, index) =>
    index === 0 ? lead(random, place, theme, event) : paragraph(random, place, theme),
  );
  return {
    title: random.pick([
      `${place}举办${theme}${event}`,
      `${place}：${random.pick(VERBS)}${theme}见实效`,
      `${place}${random.pick(BODIES)}${random.pick(VERBS)}${theme}`,
    ]),
    paragraphs: text,
    outlet: random.pick(OUTLETS),
  };
}

/** A photo caption. */
export function caption(random: Random): string {
  const name = random.pick(NAMES);
  return random.pick([
    () => `${random.pick(PLACES)}${random.pick(ROLES)}${name}在${random.pick(EVENTS)}上致辞`,
    () => '全体参会人员合影',
    () => `图为${random.pick(EVENTS)}现场。`,
    () => `志愿者正在为老人量血压 ${name} 摄`,
    () => `（本报记者 ${name} 摄）`,
    () => `${name}（左二）走访困难家庭`,
    () => `▲社工带领孩子们做游戏`,
  ])();
}

function lead(random: Random, place: string, theme: string, event: string): string {
  const month = random.int(1, 12);
  const day = random.int(1, 28);
  return random.pick([
    () =>
      `近日，${place}举办${theme}${event}，${audience(random)}参加活动。${sentence(random, place, theme)}`,
    () =>
      `${month}月${day}日，${place}${random.pick(BODIES)}召开${theme}${event}。${sentence(random, place, theme)}`,
    () =>
      `为进一步做好${theme}工作，${place}${random.pick(BODIES)}日前举办${event}，${audience(random)}到场交流。`,
  ])();
}

function audience(random: Random): string {
  return `${random.pick(['来自各街道的', '全市', '辖区内'])}${random.int(2, 90)}0余名${random.pick(['社工', '居民代表', '志愿者', '基层干部'])}`;
}

function paragraph(random: Random, place: string, theme: string): string {
  const count = random.int(1, 5);
  return Array.from({ length: count }, () => sentence(random, place, theme)).join('');
}

function sentence(random: Random, place: string, theme: string): string {
  const name = random.pick(NAMES);
  const body = random.pick(BODIES);
  return random.pick([
    () =>
      `${place}${body}${random.pick(ROLES)}${name}表示，${theme}事关千家万户，要把资源下沉到社区，把服务送到居民身边。`,
    () =>
      `据介绍，今年以来当地已开展入户走访${random.int(2, 60)}00余次，链接各类资源${random.int(10, 90)}项，帮助${random.int(20, 400)}个家庭解决了实际困难。`,
    () => `“过去遇到难处不知道找谁，现在打个电话社工就来了。”居民${name.charAt(0)}阿姨说。`,
    () =>
      `活动中，大家围绕${theme}展开讨论，分享了各自在个案管理、小组工作和社区动员中的经验与困惑。`,
    () => `下一步，${place}将完善督导制度，培育本土社会组织，推动${theme}走深走实。`,
    () =>
      `${name}介绍，团队每周都会召开例会，梳理居民需求，制定服务计划，并邀请高校教师提供专业督导；`.replace(
        '；',
        '。',
      ),
    () =>
      `从最初的三名社工到如今的二十人团队，${body}在摸索中逐步形成了“需求收集、方案共商、项目共建、成效共评”的工作流程。`,
  ])();
}
