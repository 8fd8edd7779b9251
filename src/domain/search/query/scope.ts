import type { ParagraphKind } from '@domain/model';
import type { Places, SearchSource, TextField } from '../source';
import type { KindQuery, NotQuery, Query } from './ast';
import { filterPlaces } from './place-list';

/** Paragraphs of these kinds only, or all else: then titles and notes as well. */
interface KindCondition {
  kinds: ReadonlySet<ParagraphKind>;
  outside: boolean;
}

/** Where words are looked for. */
export interface Scope {
  fields: readonly TextField[];
  kinds: readonly KindCondition[];
}

export const EVERYWHERE: Scope = { fields: ['title', 'text', 'note'], kinds: [] };

export function inField(scope: Scope, field: TextField): Scope {
  return { fields: [field], kinds: field === 'text' ? scope.kinds : [] };
}

/** `类型:…` or `-类型:…`, which beside words says where these are looked for. */
export type KindPart = KindQuery | (NotQuery & { part: KindQuery });

export function isKindPart(query: Query): query is KindPart {
  return query.kind === 'kind' || (query.kind === 'not' && query.part.kind === 'kind');
}

export function inKinds(scope: Scope, parts: readonly KindPart[]): Scope {
  const conditions = parts.map((part): KindCondition => {
    const outside = part.kind === 'not';
    return { kinds: new Set((outside ? part.part : part).kinds), outside };
  });
  const onlyText = conditions.some(({ outside }) => !outside);
  return {
    fields: onlyText ? scope.fields.filter((field) => field === 'text') : scope.fields,
    kinds: [...scope.kinds, ...conditions],
  };
}

/** Whether a query asks for words, also for their absence. */
export function hasWords(query: Query): boolean {
  return words(query, false);
}

/** Whether a query asks for the presence of words: then they are its places, and nothing else. */
export function wantsWords(query: Query): boolean {
  return words(query, true);
}

function words(query: Query, present: boolean): boolean {
  switch (query.kind) {
    case 'literal':
    case 'pattern':
    case 'word':
    case 'regex':
    case 'chain':
      return true;
    case 'and':
    case 'or':
      return query.parts.some((part) => words(part, present));
    case 'in':
      return words(query.part, present);
    case 'not':
      return !present && words(query.part, present);
    default:
      return false;
  }
}

/** The places in texts that lie in paragraphs as the scope wants them. */
export function inParagraphs(places: Places, scope: Scope, source: SearchSource): Places {
  if (scope.kinds.length === 0) return places;
  const { owners, starts, ends } = places;
  return filterPlaces(places, (index) => {
    const paragraphs = source.paragraphs(owners[index] ?? 0);
    const start = starts[index] ?? 0;
    const paragraph = paragraphs[lastFrom(paragraphs, start)];
    const kind = paragraph !== undefined && (ends[index] ?? 0) <= paragraph.end && paragraph.kind;
    return scope.kinds.every(
      (condition) => (kind !== false && condition.kinds.has(kind)) !== condition.outside,
    );
  });
}

/** Index of the last of these that starts at an offset or before it; -1 when none does. */
export function lastFrom(ranges: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
