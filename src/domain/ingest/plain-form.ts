/**
 * Traditional characters of the words that the rules look for, with their simplified forms. Only
 * for matching: what is stored keeps its own characters.
 */
const PAIRS =
  '來来據据報报導导訊讯電电記记編编輯辑責责審审對对時时間间發发佈布載载轉转處处網网臺台聯联會会協协' +
  '體体視视頻频點点擊击瀏浏覽览閱阅讀读數数號号關关鍵键詞词類类題题標标連连線线圖图攝摄區区縣县鄉乡鎮镇' +
  '開开啟启動动舉举辦办揭揭獲获悉悉這这們们為为後后與与於于從从個个說说認认強强調调業业務务員员長长' +
  '書书聞闻簡简單单訪访問问現现場场義义學学習习獎奖頒颁證证贈赠參参觀观隊队老老進进邁迈統统計计' +
  '黨党國国際际將将讓让給给護护衛卫醫医療疗養养孩孩歲岁陽阳東东華华報报傳传達达廣广專专題题節节慶庆' +
  '資资總总職职駐驻採采紀纪錄录綜综約约館馆廳厅屆届婦妇兒儿樓楼頁页會会' +
  '應应團团結结構构機机關关門门負负責责領领導导幫帮帶带陪陪師师種种樹树畫画麵面麼么';
const SIMPLE = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) {
  const char = PAIRS.charAt(i);
  // Those that are the same in both are frequent in simplified texts, which need no replacing.
  if (char !== PAIRS.charAt(i + 1)) SIMPLE.set(char, PAIRS.charAt(i + 1));
}

const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g');
const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const char of SIMPLE.keys()) IS_TRADITIONAL[char.charCodeAt(0)] = 1;

/** The text in simplified characters, as far as the rules' words go; of the same length. */
export function plainForm(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    if (IS_TRADITIONAL[text.charCodeAt(i)] === 1) {
      return text.replace(TRADITIONAL, (char) => SIMPLE.get(char) ?? char);
    }
  }
  return text;
}

const OCR_DIGIT = /(?<=\d)[lIO](?![A-Za-z])|(?<![A-Za-z])[lIO](?=\d)|(?<=\d)[lIO](?=[lIO\d])/g;

/** `2Ol9.O3`, `2l`: figures that optical recognition took for letters; of the same length. */
export function withOcrFigures(text: string): string {
  if (text.length > 40 || !/[lIO]/.test(text) || !/\d/.test(text)) return text;
  let fixed = text;
  for (let round = 0; round < 3; round += 1)
    fixed = fixed.replace(OCR_DIGIT, (char) => (char === 'O' ? '0' : '1'));
  return fixed;
}

const SPACED = /(?<=[\p{Script=Han}\p{P}]) (?=[\p{Script=Han}\p{P}\d])/gu;

/**
 * The text without the spaces that optical recognition strews between Han characters, when it has
 * many of them; otherwise the text itself.
 */
export function withoutStraySpaces(text: string): string {
  if (text.length > 400 || !text.includes(' ')) return text;
  const spaced = text.match(SPACED)?.length ?? 0;
  // Wide gaps between the parts of a line say nothing of its words.
  const size = text.includes('\u3000\u3000') ? text.replace(/\u3000+/g, '').length : text.length;
  return spaced >= 3 && spaced * 4 >= size ? text.replace(SPACED, '') : text;
}
