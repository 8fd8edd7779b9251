import type { TextItem } from './items';

/** The words of one printed line out of the pieces that it was set in. */

/** What is written in squares: Han, kana, hangul and their punctuation. */
const WIDE =
  /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\u{20000}-\u{3FFFF}]/u;
/** Signs that both scripts have. */
const SHARED = /[“”‘’…—·]/;
const HAN = /\p{Script=Han}/u;
/** Ems. A space between Latin words is a quarter, one that is meant between Han a half or more. */
const LATIN_SPACE = 0.15;
const WIDE_SPACE = 0.6;
/** A space that was set as one may be narrower. */
const SET_SPACE = 0.18;
/** Letter-spaced words are set no wider than this. */
const TRACKED = 2.2;

interface Joint {
  /** Ems, not a number when it is unknown. */
  gap: number;
  /** White space was set there. */
  spaced: boolean;
  between: 'han' | 'wide' | 'latin';
}

/**
 * Joins a line's pieces, sorted from the left. Latin words keep their spaces; between Han there are
 * none, unless a gap stands alone as between two names.
 */
export function lineText(items: readonly TextItem[]): string {
  const parts: string[] = [];
  const joints: Joint[] = [];
  items.forEach((item, index) => {
    const before = items[index - 1];
    item.text.split(' ').forEach((word, at) => {
      const last = parts.at(-1);
      if (last !== undefined) {
        joints.push({
          gap: at > 0 || !before ? gapInside(item) : gapBetween(before, item),
          spaced: at > 0 || item.spaced,
          between: kindOf(last, word),
        });
      }
      parts.push(word);
    });
  });
  const spread = isSpread(parts, joints);
  let text = parts[0] ?? '';
  joints.forEach((joint, index) => {
    text += (needsSpace(joint, spread) ? ' ' : '') + (parts[index + 1] ?? '');
  });
  return text;
}

/** Ems: how wide its spaces are. Only known where everything else is as wide as high. */
function gapInside({ text, width, size }: TextItem): number {
  const words = text.split(' ');
  const characters = Array.from(words.join(''));
  const square = characters.every((each) => WIDE.test(each) || SHARED.test(each));
  if (words.length < 2 || !square) return Number.NaN;
  return (width / size - characters.length) / (words.length - 1);
}

/** Ems of the smaller type. */
export function gapBetween(a: TextItem, b: TextItem): number {
  return (b.x - a.x - a.width) / Math.min(a.size, b.size);
}

function kindOf(before: string, after: string): Joint['between'] {
  const last = Array.from(before.slice(-2)).at(-1) ?? '';
  const first = Array.from(after.slice(0, 2))[0] ?? '';
  if (HAN.test(last) && HAN.test(first)) return 'han';
  if (SHARED.test(last) && SHARED.test(first)) return 'wide';
  return WIDE.test(last) || WIDE.test(first) ? 'wide' : 'latin';
}

function needsSpace(joint: Joint, spread: boolean): boolean {
  // Inside a piece a space is one of the text's own, or a gap that is as wide.
  if (joint.between === 'latin') return !(joint.gap < LATIN_SPACE);
  if (joint.between === 'wide') return joint.gap >= WIDE_SPACE;
  return isApart(joint) && !(spread && !(joint.gap > TRACKED));
}

function isApart({ gap, spaced }: Joint): boolean {
  return !(gap < (spaced ? SET_SPACE : WIDE_SPACE));
}

/** Whether the line's Han are letter-spaced: most of them stand apart from the next. */
function isSpread(parts: readonly string[], joints: readonly Joint[]): boolean {
  const apart = joints.filter((joint) => joint.between === 'han' && isApart(joint));
  if (apart.length === 0) return false;
  const pairs = parts.join('').match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0;
  return apart.length >= pairs * 0.5;
}
