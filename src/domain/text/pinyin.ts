import { match, pinyin } from 'pinyin-pro';

/**
 * Whether a name can be meant by what was typed in Latin letters: the initials of its characters
 * (`shgz`), whole syllables (`shehuigongzuo`) or a mixture, one character after the other from any
 * place on. Characters with several readings fit with each. What holds other than Latin letters,
 * digits and spaces fits nothing.
 */
export function fitsPinyin(name: string, typed: string): boolean {
  return pinyinAt(name, typed) !== null;
}

/** The character from which a name fits what was typed, as in `fitsPinyin`; null when it does not. */
export function pinyinAt(name: string, typed: string): number | null {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (!/^[a-zü\d]+$/.test(wanted) || !/\p{Script=Han}/u.test(name)) return null;
  return match(name, wanted, { precision: 'start', continuous: true, v: true })?.[0] ?? null;
}

/** How a text sounds, without tones, when it is all Han characters; otherwise empty. */
export function soundOf(text: string): string {
  if (!/^\p{Script=Han}+$/u.test(text)) return '';
  return pinyin(text, { toneType: 'none', v: true, type: 'array' }).join(' ');
}

/**
 * Looks for what sounds like a word: like its characters, or like what was typed in Latin letters (whole
 * syllables or initials, at least three letters). Answers the first such part of a name, or `null`.
 */
export function homophoneFinder(word: string): (name: string) => string | null {
  const sound = soundOf(word).replaceAll(' ', '');
  const typed = word.toLowerCase().replace(/\s+/g, '');
  const wanted = sound === '' ? typed : sound;
  if (sound === '' && !/^[a-zü]{3,}$/.test(typed)) return () => null;
  const isWhole = sound !== '';
  return (name) => {
    for (let at = 0; at < name.length; at += 1) {
      const end = endOfSound(name, at, wanted, isWhole);
      if (end > at) return name.slice(at, end);
    }
    return null;
  };
}

/** Where the characters of a name from one on have told all that is wanted; -1: they do not. */
function endOfSound(name: string, at: number, wanted: string, isWhole: boolean): number {
  if (wanted === '') return at;
  if (at >= name.length) return -1;
  for (const reading of readingsOf(name.charAt(at))) {
    // Of what was typed a character may have any beginning, the longest first.
    for (let length = reading.length; length > 0; length -= 1) {
      if (isWhole && length < reading.length) break;
      if (!wanted.startsWith(reading.slice(0, length))) continue;
      const end = endOfSound(name, at + 1, wanted.slice(length), isWhole);
      if (end >= 0) return end;
    }
  }
  return -1;
}

/** The same few thousand characters come again and again. */
const readings = new Map<string, readonly string[]>();

/** How a Han character may sound, without tones. */
function readingsOf(character: string): readonly string[] {
  let known = readings.get(character);
  if (known === undefined) {
    const all = pinyin(character, { multiple: true, toneType: 'none', v: true, type: 'array' });
    known = HAN.test(character) ? [...new Set(all)] : [];
    readings.set(character, known);
  }
  return known;
}

const HAN = /^\p{Script=Han}$/u;
