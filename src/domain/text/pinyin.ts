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
 * The part of a name that sounds like a word: like its characters, or like what was typed in Latin
 * letters (whole syllables or initials, at least three letters).
 */
export function homophoneIn(name: string, word: string): string | null {
  if (!/\p{Script=Han}/u.test(name)) return null;
  const sound = soundOf(word).replaceAll(' ', '');
  const typed = word.toLowerCase().replace(/\s+/g, '');
  if (sound === '' && !/^[a-zü]{3,}$/.test(typed)) return null;
  const precision = sound === '' ? 'start' : 'every';
  const found = match(name, sound === '' ? typed : sound, { precision, continuous: true, v: true });
  const [first] = found ?? [];
  const last = found?.at(-1);
  if (first === undefined || last === undefined) return null;
  return [...name].length === name.length ? name.slice(first, last + 1) : null;
}
