import { findAll } from './exact';
import { fold } from './fold';
import { Scanner } from './query/scanner';
import type { Literal } from './source';

/** A range of UTF-16 units, end exclusive. */
interface Found {
  start: number;
  end: number;
}

/**
 * Every place of a phrase in a text, in order and without overlap: the same places that a search for
 * it as one plain term has there. What is typed is one phrase, white space included; `=词` and
 * `"…"` mean what they mean in a search. `written`: as with `=`. An empty phrase is nowhere.
 */
export function findInText(text: string, phrase: string, written: boolean): Found[] {
  const term = termOf(phrase);
  const isWritten = written || term.likeness === 'written';
  const where = isWritten ? text : fold(text);
  const what = isWritten ? term.text : fold(term.text);
  return Array.from(findAll(where, what), (start) => ({ start, end: start + what.length }));
}

/** Reads the signs that a search knows too, as long as they are all that stands around a phrase. */
function termOf(phrase: string): Literal {
  const scanner = new Scanner(phrase);
  scanner.skipSpace();
  const likeness = /[=＝]/.test(scanner.next) ? 'written' : 'folded';
  if (likeness === 'written') scanner.at += 1;
  const from = scanner.at;
  const quoted = scanner.quoted();
  if (quoted !== null && scanner.atEnd()) return { text: quoted.text, likeness };
  const rest = phrase.slice(from);
  return likeness === 'written' && rest !== ''
    ? { text: rest, likeness }
    : { text: phrase, likeness: 'folded' };
}
