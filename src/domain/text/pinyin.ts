import { match } from 'pinyin-pro';

/**
 * Whether a name can be meant by what was typed in Latin letters: the initials of its characters
 * (`shgz`), whole syllables (`shehuigongzuo`) or a mixture, one character after the other from any
 * place on. Characters with several readings fit with each. What holds other than Latin letters,
 * digits and spaces fits nothing.
 */
export function fitsPinyin(name: string, typed: string): boolean {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (!/^[a-zü\d]+$/.test(wanted) || !/\p{Script=Han}/u.test(name)) return false;
  return match(name, wanted, { precision: 'start', continuous: true, v: true }) !== null;
}
