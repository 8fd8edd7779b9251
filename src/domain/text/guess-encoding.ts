import type { Encoding } from '@domain/model';
import { scanUtf8 } from './encodings';

/**
 * The commonest characters of modern written Chinese (simplified and a few traditional forms).
 * About half of any Chinese text consists of these; of a wrongly decoded text almost nothing does.
 */
const COMMON_HAN = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行' +
    '所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力' +
    '它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产' +
    '或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口' +
    '认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区' +
    '保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张' +
    '该交规万取拉格望觉术领共确传师观清今切院让识候带导争运们国會這個來時說為對發經後業區' +
    '会社工服务中心组织居委街道镇村县省党群众基层治理未成年人保护法院',
);

const SAMPLE = 1 << 16;

/**
 * Guesses the encoding of text bytes without a byte order mark.
 * Returns `null` when NULs or control characters say that these bytes are not text.
 * Valid UTF-8 wins unless its only non-ASCII characters read better as GB18030; UTF-16 is told by
 * where the zero and Han high bytes lie; the rest is decided by the share of common characters.
 */
export function guessEncoding(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nulls = count(sample, 0);
  const ascii = sample.every((byte) => byte < 0x80);
  if (nulls === 0 && ascii) return 'utf-8';
  const wide = guessUtf16(sample, nulls);
  if (wide) return wide;
  if (nulls > sample.length / 1000) return null;
  const strays = scanUtf8(bytes).count;
  if (strays === 0) return readsAsGb(sample) ? 'gb18030' : 'utf-8';
  return quality(sample, 'gb18030') > quality(sample, 'utf-8') ? 'gb18030' : 'utf-8';
}

function count(bytes: Uint8Array, value: number): number {
  let found = 0;
  for (const byte of bytes) if (byte === value) found += 1;
  return found;
}

/**
 * UTF-16 has many zero bytes on one side only (ASCII and line breaks), or, in pure Chinese, high
 * bytes that all lie in the Han and punctuation blocks.
 */
function guessUtf16(sample: Uint8Array, nulls: number): Encoding | null {
  if (sample.length < 2) return null;
  const even = sample.subarray(0, sample.length - (sample.length % 2));
  // Without zero bytes it could still be Chinese in UTF-16; then it must not be UTF-8 as well.
  if (nulls === 0 && (sample.length % 2 === 1 || scanUtf8(sample).count === 0)) return null;
  const little = quality(even, 'utf-16le');
  const big = quality(even, 'utf-16be');
  const best = Math.max(little, big);
  const other = nulls > 0 ? 0 : Math.max(quality(sample, 'utf-8'), quality(sample, 'gb18030'));
  if (best < 0.4 || best <= other) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** Bytes that happen to be valid UTF-8 without one CJK character, but are common Han in GB18030. */
function readsAsGb(sample: Uint8Array): boolean {
  if (sample.some((byte) => byte >= 0xe0)) return false;
  const text = new TextDecoder('gb18030').decode(sample, { stream: true });
  let han = 0;
  for (const char of text) {
    if (char.charCodeAt(0) < 0x80) continue;
    if (!COMMON_HAN.has(char) && !isCjkPunctuation(char.charCodeAt(0))) return false;
    han += 1;
  }
  return han >= 2;
}

function isCjkPunctuation(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff01 && unit <= 0xff5e);
}

/**
 * How much a decoding looks like text: the mean of what its characters are worth (ASCII letters and
 * common Han most, other Han less, control characters, private use and replacement below zero).
 */
function quality(sample: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  let worth = 0;
  let counted = 0;
  for (const char of text) {
    worth += charWorth(char);
    counted += 1;
  }
  return counted === 0 ? 0 : worth / counted;
}

function charWorth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 9 || code === 10 || code === 13 || code === 12 ? 1 : -3;
  if (code < 0x7f) return 0.8;
  if (COMMON_HAN.has(char)) return 1;
  if (isCjkPunctuation(code) || (code >= 0x2010 && code <= 0x2026)) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 0.35;
  if (code === 0xfffd) return -3;
  if (code >= 0xe000 && code <= 0xf8ff) return -2;
  return code < 0xa0 ? -2 : -0.2;
}
