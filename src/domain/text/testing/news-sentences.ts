// For tests only: news-like sentences of invented people and places, put together at random.

export type Script = 'simplified' | 'traditional';

interface Words {
  places: readonly string[];
  people: readonly string[];
  subjects: readonly string[];
  verbs: readonly string[];
  things: readonly string[];
  fillers: readonly string[];
}

const WORDS: Readonly<Record<Script, Words>> = {
  simplified: {
    places: [
      '临溪市',
      '梧桐巷',
      '雁栖镇',
      '渔浦区',
      '鹤鸣县',
      '石榴苑',
      '枫桥渡',
      '望潮村',
      '槐荫里',
    ],
    people: ['顾砚秋', '裴小满', '骆振邦', '邢雅琴', '阮听雨', '戚伯庸', '翟玉莹', '尹思聪'],
    subjects: [
      '灌溉站',
      '粮食局',
      '渔业队',
      '纺织厂',
      '供暖公司',
      '乡村剧团',
      '图书馆',
      '法援律师',
      '护林员',
    ],
    verbs: [
      '修缮',
      '巡查',
      '清点',
      '抢收',
      '筹备',
      '拍摄',
      '赠送',
      '检验',
      '租借',
      '讨论',
      '翻译',
      '嘲笑',
    ],
    things: [
      '堤坝裂缝',
      '稻谷样本',
      '旧船缆绳',
      '锅炉零件',
      '戏服',
      '地方志',
      '合同纠纷',
      '苗圃',
      '糖果罐',
      '雨棚',
    ],
    fillers: [
      '据悉',
      '与此同时',
      '令人遗憾的是',
      '傍晚时分',
      '经协商',
      '凭票',
      '顺便',
      '仍然',
      '迅速',
      '悄悄',
    ],
  },
  traditional: {
    places: [
      '臨溪市',
      '梧桐巷',
      '雁棲鎮',
      '漁浦區',
      '鶴鳴縣',
      '石榴苑',
      '楓橋渡',
      '望潮村',
      '灣仔里',
    ],
    people: ['顧硯秋', '裴小滿', '駱振邦', '邢雅琴', '阮聽雨', '戚伯庸', '翟玉瑩', '尹思聰'],
    subjects: [
      '灌溉站',
      '糧食局',
      '漁業隊',
      '紡織廠',
      '供暖公司',
      '鄉村劇團',
      '圖書館',
      '法援律師',
      '護林員',
    ],
    verbs: [
      '修繕',
      '巡查',
      '清點',
      '搶收',
      '籌備',
      '拍攝',
      '贈送',
      '檢驗',
      '租借',
      '討論',
      '翻譯',
      '嘲笑',
    ],
    things: [
      '堤壩裂縫',
      '稻穀樣本',
      '舊船纜繩',
      '鍋爐零件',
      '戲服',
      '地方誌',
      '合約糾紛',
      '苗圃',
      '糖果罐',
      '雨棚',
    ],
    fillers: [
      '據悉',
      '與此同時',
      '令人遺憾的是',
      '傍晚時分',
      '經協商',
      '憑票',
      '順便',
      '仍然',
      '迅速',
      '悄悄',
    ],
  },
};

const LATIN = ['GDP', 'Wi-Fi', 'No.7', '2019', '36.5%', 'A4', 'covid', '12', '8:30', 'Q&A'];
const FULL = ['，', '；', '、', '：', '（', '）', '“', '”', '《', '》', '——', '……'];

/** Draws a whole number from 0 up to `below`. */
export type Draw = (below: number) => number;

/** A repeatable draw (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A text with exactly so many Han characters; `mixed` puts Latin, digits and punctuation between. */
export function newsText(script: Script, han: number, mixed: boolean, draw: Draw): string {
  const words = WORDS[script];
  const pick = (list: readonly string[]): string => list[draw(list.length)] ?? '';
  const kinds = [
    words.fillers,
    words.places,
    words.subjects,
    words.people,
    words.verbs,
    words.things,
  ];
  let text = '';
  let left = han;
  for (let turn = draw(kinds.length); left > 0; turn += 1) {
    const word = pick(kinds[turn % kinds.length] ?? []).slice(0, left);
    left -= word.length;
    text += word;
    if (!mixed) continue;
    if (draw(4) === 0) text += pick(LATIN);
    if (draw(3) === 0) text += pick(FULL);
    if (draw(9) === 0) text += '。\n';
  }
  return text;
}
