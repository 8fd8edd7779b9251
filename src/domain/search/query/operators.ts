import type { Link, Query } from './ast';
import { raise } from './raise';
import type { Stretch } from './scanner';

/** Characters between two words that are near, when it is not said, and the most that can be said. */
const NEAR = 10;
const FURTHEST = 1000;

export function isOr(word: string): boolean {
  return word === 'OR' || word === '|' || word === '｜';
}

export function isLink(word: string): boolean {
  return /^(?:NEAR|SAME)(?:[/／].*)?$/su.test(word);
}

/** Whether a word is one of the language's own: quoted, it is looked for. */
export function isOperator(word: string): boolean {
  return isOr(word) || word === 'AND' || word === 'NOT' || isLink(word);
}

/** @throws ProblemFound for an option that there is not */
export function linkOf(word: Stretch): Link {
  const [name = '', option = ''] = word.text.split(/[/／]/u);
  if (name === 'SAME') {
    if (/^(?:[Ss句]|)$/u.test(option)) return { by: 'sentence' };
    return /^[Pp段]$/u.test(option) ? { by: 'paragraph' } : raise('same-unit', word, option);
  }
  const most = option === '' ? NEAR : Number(option.normalize('NFKC'));
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
