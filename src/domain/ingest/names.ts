/** Tells lists of personal names (as bylines print them) from other short lines. */

/** The commonest family names; together they cover nearly all of the population. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜' +
    '崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安' +
    '齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍' +
    '华喻祁房蒲滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师' +
    '和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝丘占慕上诸欧阳' +
    '裘蔺芮鞠阚谌逄郗郜鄢亓邸晁逯隗濮璩虢郦嵇惠靖冀荆栗糜缑胥宣蔚昝湛禹郁尉寿帅钮戈匡竺訾封鲜駱聞東張劉陳楊黃趙吳馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾' +
    '傅常殷詹季储楚奚粟冼楼闻厉仝屠练廉漆狄晋扈阙浦雍辜邰赫茹卿邴鞏嚴應',
);

const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|轩辕|宇文|长孙|南宫|百里|呼延|司空)/;
const NAME = /^\p{Script=Han}{2,3}$/u;
const FOUR = /^\p{Script=Han}{4}$/u;
const LONG_NAME = /^[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,12}$/u;

/** Common words of the genre that look like names. */
const WORDS = new Set(
  (
    '简讯 简介 简报 时间 时评 时政 时讯 时事 时代 时刻 通知 方案 方法 方式 方向 金融 党建 党员 党委 党务 任务 任命 高考 高校 高温 高层 石油 安全 安排 安心 ' +
    '江山 项目 路上 童年 温暖 温馨 温情 温度 平安 平台 和平 和谐 和美 和睦 文化 文明 文艺 文件 文章 文学 文旅 文字 万家 花絮 荣誉 水利 向上 向善 向前 向阳 ' +
    '全国 全文 全景 全民 全程 全面 司法 关注 关于 关键 关爱 关怀 连线 连载 解读 解析 解答 应急 成果 成长 成效 成立 成功 成就 常态 常识 明天 明星 毕业 边疆 ' +
    '计划 计生 游戏 车站 车辆 章程 方圆 方针 田园 白天 严格 雷锋 程序 舒适 宁静 景色 景区 景点 夏天 夏日 沙龙 钟声 古城 包容 包装 编者 编者按 项目组 ' +
    '广告 谢谢 明白 那时候 那么 那天 左右 祝福 祝贺 支部 支持 支撑 支援 支付 武装 段落 管理 农业 农村 农民 国家 国际 国内 商业 商家 车间 路径 路线 路口 ' +
    '相关 和解 谈心 谈话 阳光 凌晨 历史 史料 戴帽 米粉 麦田 云端 贺词 贺信 包粽子 易错点 艾草 房子 家园 何时 何为 何处 查询 查处 查看 诸多 喻言 单位 单独 ' +
    '黄昏 常见 常年 常务 常委 常规 常住 常用 常驻 常常 季度 季节 季风 练习 练兵 闻名 储备 储蓄 储存 晋升 晋级 楼房 楼道 楼宇 楼长 楼栋 楼梯 厉害 厉行 廉洁 廉政 楚楚 常委会'
  ).split(' '),
);

/** Whether the word could be a Chinese personal name: a family name and one or two characters. */
export function isName(word: string): boolean {
  if (SURNAMES.has(word.charAt(0)) && NAME.test(word)) return !WORDS.has(word);
  if (word.includes('·') && LONG_NAME.test(word)) return true;
  return COMPOUND.test(word) && FOUR.test(word);
}

const PARTS = /[\s\u3000、，,;；/]/;

/**
 * Reads names separated by spaces, commas or enumeration commas (`张 三` with a space inside counts
 * as one). Returns them, or `null` when anything else stands in the text.
 */
export function readNames(text: string): string[] | null {
  const alone = text.trim();
  if (!PARTS.test(alone)) return isName(alone) ? [alone] : null;
  const joined = alone.replace(
    /(^|[\s、，,;；/])(\p{Script=Han})[\s\u3000]+(\p{Script=Han})(?=$|[\s、，,;；/])/gu,
    '$1$2$3',
  );
  const words = joined.split(/[\s\u3000、，,;；/]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 10) return null;
  return words.every(isName) ? words : null;
}
