import { parseDateInput } from '@domain/text/date-input';
import type { DateQuery, HasQuery, KindQuery, PatternPart, Query } from './ast';
import { choiceNamed, kindNamed } from './fields';
import { raise } from './raise';
import type { Stretch } from './scanner';

/** Among them what a Chinese input method writes for two full stops. */
const RANGE = /\.\.+|。。+|．．+|…+|—+|~|～|至/u;

/** `2023`, `2023-11..2024`, `..2020`; a range holds the whole of its last year, month or day. */
export function dateValue(value: Stretch): DateQuery {
  const text = value.text.trim();
  const bounds = RANGE.test(text) ? splitOnce(text) : [text, text];
  const [from, to] = bounds.map((bound) => parseDateInput(bound ?? ''));
  if (from == null || to == null) raise('date', value, text);
  if (text === '') raise('value-missing', value, '');
  if (from !== '' && to !== '' && firstDay(from) > lastDay(to)) raise('date-order', value, text);
  return { kind: 'date', from, to };
}

function splitOnce(text: string): string[] {
  const match = RANGE.exec(text);
  const at = match?.index ?? 0;
  return [text.slice(0, at), text.slice(at + (match?.[0].length ?? 0))];
}

/** The first day of a date that may lack its day or month; for comparison. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);
/** The last day, or one behind it that no month has; for comparison. */
export const lastDay = (date: string): string => date + '-12-31'.slice(date.length - 4);

export function kindValue(value: Stretch): KindQuery {
  const kinds = value.text.split(/[,，、]/u).map((name) => {
    return kindNamed(name) ?? raise('kind', value, name.trim());
  });
  return { kind: 'kind', kinds: [...new Set(kinds)] };
}

export function hasValue(value: Stretch): HasQuery {
  return { kind: 'has', what: choiceNamed(value.text) ?? raise('has', value, value.text.trim()) };
}

/** What two of stand in a row when a Latin word goes on: letters with their marks, and digits. */
const LATIN = /[\p{Script=Latin}\p{M}\p{Nd}_]/u;
export const isLatin = (char: string): boolean => LATIN.test(char);

/** A word as it is typed, with `*` and `?` in it. */
export function wordValue(word: Stretch, whole: boolean): Query {
  const text = word.text.replaceAll('＊', '*');
  const core = text.replace(/^\*+|\*+$/g, '');
  if (/^[*?]*$/.test(core)) raise('only-wildcards', word, text);
  const starBefore = text.startsWith('*');
  const starAfter = text.endsWith('*');
  if (/[*?]/.test(core)) return { kind: 'pattern', parts: patternParts(core) };
  const before = starBefore && isLatin(core[0] ?? '');
  const after = starAfter && isLatin(core.at(-1) ?? '');
  if (whole || before || after) return { kind: 'word', text: core, before, after };
  return { kind: 'literal', text: core, likeness: 'folded' };
}

function patternParts(core: string): PatternPart[] {
  return (core.match(/\*+|\?|[^*?]+/gu) ?? []).map((part) =>
    part === '?' ? { any: 'one' } : part.startsWith('*') ? { any: 'many' } : { text: part },
  );
}
