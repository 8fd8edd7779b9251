/**
 * Writes `src/domain/search/fold/classes.ts`: which characters the search takes for one another.
 * Run by hand when one of the tables below changes; the test beside this file says when it is due.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import hongKong from 'opencc-js/dict/HKVariants';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariants';

/**
 * Variants that OpenCC's tables of characters do not join: older printed forms, forms of Taiwan and
 * Hong Kong, Japanese ones that are no Chinese word of their own.
 */
const VARIANTS =
  '清淸 青靑 户戸 值値 只祇衹 仿彷 佛彿 赞讃賛 污汚 乡鄕 绪緖 郎郞 姬姫 效効 券劵 喻喩 填塡 奖奨 姊姉 ' +
  '尚尙 屏屛 岛嶋 慎愼 戏戯 考攷 暨曁 榆楡 每毎 净浄 潜濳 麻痲 研硏 棋碁 窗窻 并竝 粽糭 总縂 翱翺 ' +
  '胸胷 赖頼 乃迺 阱穽 鼓皷 你妳 它牠 宁甯 准凖 闹閙 凳櫈 剩賸 侄姪 强彊 遍徧 榨搾 棕椶 浚濬 阔濶 ' +
  '炮砲 皋皐 碰掽 翻飜 耀燿 局跼 软輭 迤迆 村邨 邻隣 枪鎗 铁鉄 验験 鸡鶏 碱硷 点奌 妆粧 答荅 账帐';

/** Radicals that stand for characters in texts taken from PDF files, as far as NFKC leaves them. */
const RADICALS =
  '兀⺎ 巳⺒ 幺⺓ 月⺝ 民⺠ 王⺩ 竹⺮ 糸⺯ 羊⺶ 虎⻁ 西⻄ 见⻅ 角⻆ 贝⻉ 车⻋ 長⻑⻒ 长⻓ 门⻔ 雨⻗ 青⻘ ' +
  '韦⻙ 页⻚ 风⻛ 飞⻜ 食⻝⻞ 首⻡ 马⻢ 骨⻣ 鬼⻤ 鱼⻥ 鸟⻦ 卤⻧ 麦⻨ 黄⻩ 黾⻪ 齐⻬ 齿⻮ 龙⻰ 龟⻳';

/**
 * Punctuation that differs by the edition: quotation marks (the corner brackets of traditional print
 * are the curly ones of simplified print), dashes, hyphens, points in names, dots, tildes, spaces, zero.
 */
const PUNCTUATION = [
  '"“”„‟「」〝〞〟',
  "'‘’‚‛『』",
  '—―─━⸺',
  '-‐‑‒–−',
  '·•‧・∙⋅•',
  '…⋯',
  '~〜∼',
  ' \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  '〇○◯',
];

/** Ranges of code points whose letters differ by case; only old ones, which no version changes. */
const CASED = [
  [0x41, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x531, 0x586],
  [0x1e00, 0x1fff],
  [0x212a, 0x212b],
  [0x2160, 0x217f],
  [0x24b6, 0x24e9],
  [0xff21, 0xff5a],
  [0x10400, 0x1044f],
];

/** Ranges of code points that are other forms of what NFKC says: width, vertical, small, radicals. */
const FORMS = [
  [0x2e80, 0x2fd5],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe4f],
  [0xfe50, 0xfe6b],
  [0xff01, 0xffee],
  [0x2f800, 0x2fa1d],
];

const parents = new Map();
function rootOf(character) {
  let root = character;
  while (parents.has(root)) root = parents.get(root);
  return root;
}

/** Only characters of one length: offsets in a folded text are offsets in the text. */
function join(one, other) {
  if (one.length !== other.length || [...other].length !== 1) return;
  const [root, child] = [rootOf(one), rootOf(other)];
  if (root !== child) parents.set(child, root);
  members.add(one).add(other);
}
const members = new Set();

const simplified = new Set();
for (const table of [simplifiedToTraditional, traditionalToSimplified, taiwan, hongKong])
  for (const row of table.split('|')) {
    const [character, ...forms] = row.split(' ');
    for (const form of forms) join(character, form);
    if (table === traditionalToSimplified && !forms.includes(character)) simplified.add(forms[0]);
  }
for (const group of VARIANTS.split(' ')) simplified.add([...group][0]);
for (const [first, ...others] of [
  ...VARIANTS.split(' '),
  ...RADICALS.split(' '),
  ...PUNCTUATION,
].map((group) => [...group]))
  for (const other of others) join(first, other);
for (const [from, to] of CASED)
  for (let code = from; code <= to; code += 1) {
    const character = String.fromCodePoint(code);
    join(character, character.toLowerCase());
    join(character, character.toUpperCase());
  }
for (const [from, to] of FORMS)
  for (let code = from; code <= to; code += 1) {
    const character = String.fromCodePoint(code);
    join(character, character.normalize('NFKC'));
  }

const classes = new Map();
for (const character of members) {
  const root = rootOf(character);
  classes.set(root, [...(classes.get(root) ?? []), character]);
}

/** As Chinese print has it, so that most texts are folded to what they are. */
const PRINTED = '，；：？！（）“‘《》【】—·…～';

/**
 * The first of a class is what the others are folded to: as printed, no other form, simplified, small,
 * the lowest.
 */
function rank(character) {
  if (PRINTED.includes(character)) return 0;
  const code = character.codePointAt(0);
  const isForm = FORMS.some(([from, to]) => code >= from && code <= to);
  const isCapital = character !== character.toLowerCase();
  const worse = (isForm ? 8e6 : 0) + (simplified.has(character) ? 0 : 4e6) + (isCapital ? 2e6 : 0);
  return worse + code + 1;
}
const lists = [...classes.values()]
  .map((characters) => characters.sort((a, b) => rank(a) - rank(b)))
  .sort((a, b) => a[0].codePointAt(0) - b[0].codePointAt(0));

const isPlain = /[a-z0-9\p{Unified_Ideograph}]/u;
const written = (character) =>
  isPlain.test(character) && character.length === 1
    ? character
    : [...Array(character.length).keys()]
        .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
        .join('');

const rows = [''];
for (const list of lists) {
  const text = list.map(written).join('');
  if (rows[rows.length - 1].length + text.length > 900) rows.push('');
  rows[rows.length - 1] += `${text}\\n`;
}

/** What the file has to be. */
export const FILE = `/*
 * Made by build/fold-classes.mjs; not to be edited. Classes of characters that are folded to their first,
 * all members of a class equally long, each class on a line. The Chinese characters are from OpenCC
 * (https://github.com/BYVoid/OpenCC, Apache License 2.0, see OPENCC-LICENSE.txt) by way of opencc-js 1.4.2,
 * with additions of our own.
 */
export const CLASSES = [
${rows.map((row) => `  '${row}',`).join('\n')}
].join('');
`;

const target = path.join(import.meta.dirname, '../src/domain/search/fold/classes.ts');
if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(target, FILE);
