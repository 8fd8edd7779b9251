import { matchTags } from '@domain/codebook/tags';
import { fitsPinyin } from '@domain/text/pinyin';
import {
  FIELD_NAMES,
  fieldNamed,
  HAS_NAMES,
  KIND_NAMES,
  QUERY_FIELDS,
  type QueryField,
} from './fields';
import { quoteIfNeeded } from './print';

/** What may stand behind fields, and in which language the fields themselves are offered. */
export interface Vocabulary {
  language: 'zh-CN' | 'en';
  outlets: readonly string[];
  tags: readonly { name: string }[];
}

/** How the query could go on: each text takes the place of `[start, end)`. UTF-16 offsets. */
export interface Suggestions {
  start: number;
  end: number;
  choices: { kind: 'field' | 'outlet' | 'tag' | 'kind' | 'has'; text: string }[];
}

const MOST = 8;

/** What could be meant by the word before the caret; `null` when nothing is to be said. */
export function suggest(text: string, caret: number, vocabulary: Vocabulary): Suggestions | null {
  const before = text.slice(0, caret);
  const [word = ''] = /\S*$/u.exec(before) ?? [];
  const [signs = ''] = /^[-－(（]*/u.exec(word) ?? [];
  const start = caret - word.length + signs.length;
  const typed = word.slice(signs.length);
  const named = /^([^:：]+)[:：]([(（]*)/u.exec(typed);
  const field = named === null ? null : fieldNamed(named[1] ?? '');
  if (named !== null && field !== null) {
    const [head] = named;
    return given(start + head.length, caret, values(field, typed.slice(head.length), vocabulary));
  }
  // In a group of values, `来源:(人民日报 OR `, the field stands before the parenthesis.
  const [, outer = ''] = /([^\s:：()（）]+)[:：][(（][^()（）]*$/u.exec(before) ?? [];
  const group = fieldNamed(outer);
  if (group !== null) {
    const found = given(start, caret, values(group, typed, vocabulary));
    if (found !== null) return found;
  }
  return given(start, caret, fields(typed, vocabulary));
}

function given(start: number, end: number, choices: Suggestions['choices']): Suggestions | null {
  return choices.length === 0 ? null : { start, end, choices: choices.slice(0, MOST) };
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

function fits(name: string, typed: string): boolean {
  return plain(name).startsWith(plain(typed)) || fitsPinyin(name, typed);
}

function fields(typed: string, { language }: Vocabulary): Suggestions['choices'] {
  if (typed === '') return [];
  return QUERY_FIELDS.filter((field) => FIELD_NAMES[field].some((name) => fits(name, typed))).map(
    (field) => ({ kind: 'field', text: `${nameIn(FIELD_NAMES[field], language)}:` }),
  );
}

function nameIn([english = '', chinese = english]: readonly string[], language: string): string {
  return language === 'en' ? english : chinese;
}

function values(
  field: QueryField,
  value: string,
  { language, outlets, tags }: Vocabulary,
): Suggestions['choices'] {
  const typed = value.replace(/^["“”「＂]/u, '');
  switch (field) {
    case 'tag':
      return matchTags(tags, typed).map(({ name }) => ({ kind: 'tag', text: quoteIfNeeded(name) }));
    case 'outlet':
      return matchTags(
        [...new Set(outlets)].filter((name) => name !== '').map((name) => ({ name })),
        typed,
      ).map(({ name }) => ({ kind: 'outlet', text: quoteIfNeeded(name) }));
    case 'kind':
    case 'has':
      return Object.values<readonly string[]>(field === 'kind' ? KIND_NAMES : HAS_NAMES)
        .filter((names) => names.some((name) => fits(name, typed)))
        .map((names) => ({ kind: field, text: nameIn(names, language) }));
    default:
      return [];
  }
}
