import type { Link, Query } from './ast';
import { raise } from './raise';
import type { Stretch } from './scanner';

/** Characters between two words that are near, when it is not said, and the most that can be said. */
const NEAR = 10;
const FURTHEST = 1000;

/** As an input method writes it that is set to full width. */
const plain = (word: string) => word.normalize('NFKC');

export function isOr(word: string): boolean {
  return /^(?:OR|\|)$/u.test(plain(word));
}

export const isAnd = (word: string): boolean => plain(word) === 'AND';
export const isNot = (word: string): boolean => plain(word) === 'NOT';

/** Some Chinese input methods write `、` for the key `/`. */
export function isLink(word: string): boolean {
  return /^(?:NEAR|SAME)(?:[/、].*)?$/su.test(plain(word));
}

/** Whether a word is one of the language's own: quoted, it is looked for. */
export function isOperator(word: string): boolean {
  return isOr(word) || isAnd(word) || isNot(word) || isLink(word);
}

/** @throws ProblemFound for an option that there is not */
export function linkOf(word: Stretch): Link {
  const [name = '', option = ''] = plain(word.text).split(/[/、]/u);
  if (name === 'SAME') {
    if (/^(?:[Ss句]|)$/u.test(option)) return { by: 'sentence' };
    return /^[Pp段]$/u.test(option) ? { by: 'paragraph' } : raise('same-unit', word, option);
  }
  const most = option === '' ? NEAR : Number(option);
  const fits = Number.isInteger(most) && most >= 0 && most <= FURTHEST;
  return fits ? { by: 'characters', most } : raise('near-distance', word, option);
}

/** Whether a part says where, so that it can be near to something. */
export function hasPlaces(query: Query): boolean {
  switch (query.kind) {
    case 'literal':
    case 'pattern':
    case 'word':
    case 'regex':
    case 'chain':
      return true;
    case 'or':
      return query.parts.every(hasPlaces);
    case 'in':
      return hasPlaces(query.part);
    default:
      return false;
  }
}
