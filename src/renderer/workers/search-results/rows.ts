import { FOUND_FIELDS, type FoundField } from '@domain/search/evaluation';
import { contextOf } from '@domain/search/exact';
import type { SearchSource, TextField } from '@domain/search/source';
import { spanAt } from '@shared/sorted-numbers';
import type { SearchGroup, SearchHit, SearchRow } from '../search-types';
import type { Found } from './found';
import { type Groups, sizeOf } from './groups';

/** A result in the order in which it is shown. */
export interface ResultList extends Found {
  groups: Groups;
  /** Indexes of groups. */
  order: Uint32Array;
  /** The row of each group's heading, by its place in the order; at the end the number of rows. */
  rowOf: Uint32Array;
}

export function listOf(found: Found, groups: Groups, order: Uint32Array): ResultList {
  const rowOf = new Uint32Array(order.length + 1);
  for (let at = 0; at < order.length; at += 1) {
    rowOf[at + 1] = (rowOf[at] as number) + 1 + sizeOf(groups, order[at] as number);
  }
  return { ...found, groups, order, rowOf };
}

/** Places in each group, in the order of the list. */
export function sizesOf({ groups, order }: ResultList): Uint32Array<ArrayBuffer> {
  const sizes = new Uint32Array(order.length);
  for (let at = 0; at < sizes.length; at += 1) sizes[at] = sizeOf(groups, order[at] as number);
  return sizes;
}

/** UTF-16 units of context on each side of a hit. */
const CONTEXT = 30;

/** The rows `from` to `to` (exclusive), headings and places. Reads only the texts that they are of. */
export async function rowsOf(list: ResultList, from: number, to: number): Promise<SearchRow[]> {
  const { groups, order, rowOf } = list;
  const wanted: { place: number | null; group: number }[] = [];
  let at = spanAt(rowOf, Math.max(0, from));
  const last = Math.min(to, rowOf.at(-1) ?? 0);
  for (let row = Math.max(0, from); row < last; row += 1) {
    while (row >= (rowOf[at + 1] ?? 0)) at += 1;
    const group = order[at] ?? 0;
    const offset = row - (rowOf[at] ?? 0);
    wanted.push({ group, place: offset === 0 ? null : (groups.from[group] ?? 0) + offset - 1 });
  }
  const hits = await hitsOf(
    list,
    wanted.flatMap(({ place }) => place ?? []),
  );
  let next = 0;
  return wanted.map(({ place, group }): SearchRow => {
    if (place === null) return { kind: 'group', group: groupRow(list, group) };
    const hit = hits[next];
    next += 1;
    if (hit === undefined) throw new RangeError(`There is no place ${place}`);
    return { kind: 'hit', hit };
  });
}

function groupRow({ source, groups }: ResultList, group: number): SearchGroup {
  const what = groups.of[group] ?? 0;
  const count = sizeOf(groups, group);
  if (what >= 0) {
    const { id = '', title = '', outlet = '', date = '' } = source.articles[what] ?? {};
    return { articleId: id, title, outlet, date, tagId: null, count };
  }
  const note = source.notes[-1 - what];
  const tagId = note?.targetKind === 'tag' ? note.targetId : null;
  return { articleId: '', title: tagName(source, tagId), outlet: '', date: '', tagId, count };
}

function tagName({ tags }: SearchSource, tagId: string | null): string {
  return tagId === null ? '' : (tags.find(({ id }) => id === tagId)?.name ?? '');
}

/** Places with the words around them, in the order asked for; each text is read once. */
export async function hitsOf(
  { source, evaluation }: Found,
  places: readonly number[],
  width: number = CONTEXT,
): Promise<SearchHit[]> {
  const { fields, owners, starts, ends } = evaluation;
  const fieldOf = (place: number): FoundField => FOUND_FIELDS[fields[place] ?? 0] ?? 'text';
  const texts = new Map<TextField, Map<number, string>>();
  for (const field of ['title', 'text', 'note'] as const) {
    const ofField = places.filter((place) => textField(fieldOf(place)) === field);
    const wanted = Uint32Array.from(new Set(ofField.map((place) => owners[place] ?? 0))).sort();
    const read = wanted.length === 0 ? [] : await source.texts(field, wanted);
    texts.set(field, new Map(read.map((text, index) => [wanted[index] ?? 0, text])));
  }
  return places.map((place) => {
    const field = fieldOf(place);
    const owner = owners[place] ?? 0;
    const start = starts[place] ?? 0;
    const end = ends[place] ?? 0;
    const text = texts.get(textField(field))?.get(owner) ?? '';
    const note = field === 'note' ? source.notes[owner] : undefined;
    const article = note === undefined ? owner : note.article;
    const { id = '', title = '' } = source.articles[article] ?? {};
    return {
      field,
      articleId: id,
      title: note?.targetKind === 'tag' ? tagName(source, note.targetId) : title,
      paragraph: field === 'text' || field === 'tag' ? paragraphOf(source, owner, start) : 0,
      start,
      end,
      ...contextOf(text, start, end, width),
      targetId: note?.targetId ?? null,
      targetKind: note?.targetKind ?? null,
    };
  });
}

function textField(field: FoundField): TextField {
  return field === 'tag' ? 'text' : field;
}

/** 1-based. */
function paragraphOf(source: SearchSource, article: number, offset: number): number {
  const paragraphs = source.paragraphs(article);
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset > (paragraphs[middle]?.end ?? 0)) low = middle + 1;
    else high = middle;
  }
  return high + 1;
}
