/** Tells lists of personal names (as bylines print them) from other short lines. */

/** The commonest family names; together they cover nearly all of the population. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜' +
    '崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安' +
    '齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍' +
    '华喻祁房蒲滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师' +
    '和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝丘占慕上诸欧阳東張劉陳楊黃趙吳馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾',
);

const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|轩辕|宇文|长孙|南宫|百里|呼延|司空)/;
const NAME = /^\p{Script=Han}{2,3}$/u;
const FOUR = /^\p{Script=Han}{4}$/u;
const LONG_NAME = /^[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,12}$/u;

/** Whether the word could be a Chinese personal name: a family name and one or two characters. */
export function isName(word: string): boolean {
  if (LONG_NAME.test(word) || (FOUR.test(word) && COMPOUND.test(word))) return true;
  return NAME.test(word) && SURNAMES.has(word.charAt(0));
}

/**
 * Reads names separated by spaces, commas or enumeration commas (`张 三` with a space inside counts
 * as one). Returns them, or `null` when anything else stands in the text.
 */
export function readNames(text: string): string[] | null {
  const joined = text
    .trim()
    .replace(
      /(^|[\s、，,;；/])(\p{Script=Han})[\s\u3000]+(\p{Script=Han})(?=$|[\s、，,;；/])/gu,
      '$1$2$3',
    );
  const words = joined.split(/[\s\u3000、，,;；/]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 10) return null;
  return words.every(isName) ? words : null;
}
