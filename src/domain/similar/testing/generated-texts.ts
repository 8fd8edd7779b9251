import type { Random } from '@domain/ingest/testing/random';

/** Reports of invented people and places: stock phrases around what differs from text to text. */

const PHRASES = [
  '据介绍，今年以来当地已开展入户走访',
  '下一步，将继续完善督导制度，推动服务走深走实',
  '活动现场气氛热烈，居民们纷纷表示受益匪浅',
  '为进一步做好基层治理工作',
  '来自各街道的社工、志愿者和居民代表参加了活动',
  '把资源下沉到社区，把服务送到居民身边',
];

/** Common characters, the first of them the commonest. */
const COMMON =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
  '十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全' +
  '表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象';

/** Some characters of prose, the common ones more often, with commas. */
function prose(random: Random, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 1)
    text +=
      i % 13 === 12 ? '，' : (COMMON[Math.floor(random.next() ** 1.5 * COMMON.length)] ?? '的');
  return text;
}

/** A text of about `length` characters in paragraphs, one sentence in `stock` a stock phrase. */
export function generatedText(random: Random, length: number, stock = 4): string {
  let text = '';
  for (let count = 1; text.length < length; count += 1) {
    text += random.chance(1 / stock) ? random.pick(PHRASES) : prose(random, random.int(12, 40));
    text += count % 4 === 0 ? '。\n' : '。';
  }
  return text.slice(0, length).trim();
}

/** The text with this share of its characters misread. */
export function misread(random: Random, text: string, share: number): string {
  return [...text]
    .map((char) =>
      /\p{L}/u.test(char) && random.chance(share)
        ? String.fromCharCode(0x4e00 + random.int(0, 5000))
        : char,
    )
    .join('');
}
