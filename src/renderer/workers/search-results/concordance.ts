import { FOUND_FIELDS } from '@domain/search/evaluation';
import type { KwicKey, KwicOrder, KwicUnit } from '@domain/search/kwic';
import type { TextField } from '@domain/search/source';
import type { Found } from './found';
import { neighboursOf } from './neighbours';
import { textOrder } from './text-order';

/** Milliseconds of work before others get a turn. */
const PIECE = 30;
/** Texts read at a time. */
const BATCH = 100;

export interface Work {
  signal?: AbortSignal;
  /** Places done, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * All places of a result in the order wanted, as their numbers; equal ones by place. Reads the texts
 * only for words on the left and right, in pieces.
 * @throws the signal's reason when it is aborted
 */
export async function sortPlaces(
  found: Found,
  { keys, unit }: KwicOrder,
  work: Work = {},
): Promise<Uint32Array> {
  const { length } = found.evaluation.fields;
  const order = Uint32Array.from({ length }, (_, place) => place);
  const wanted = keys.slice(0, keys.indexOf('place') + 1 || keys.length);
  const words = await wordRanks(found, wanted, unit, work);
  const ranks = wanted.flatMap((key) => words.get(key) ?? factRanks(found, key) ?? []);
  if (ranks.length === 0) return order;
  return order.sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] ?? 0) - (rank[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** Texts of places that are put in order: each different one once. */
class Ranking {
  private readonly ids = new Map<string, number>();
  private readonly of: Uint32Array;

  constructor(length: number) {
    this.of = new Uint32Array(length);
  }

  set(place: number, text: string): void {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(text, id);
    }
    this.of[place] = id;
  }

  ranks(): Uint32Array {
    const texts = [...this.ids.keys()];
    const rank = new Uint32Array(texts.length);
    const sorted = [...texts].sort(textOrder(texts));
    for (const [index, text] of sorted.entries()) rank[this.ids.get(text) ?? 0] = index;
    return this.of.map((id) => rank[id] ?? 0);
  }
}

/** Ranks by what is in the texts: the match itself and its neighbours. */
async function wordRanks(
  found: Found,
  keys: readonly KwicKey[],
  unit: KwicUnit,
  work: Work,
): Promise<Map<KwicKey, Uint32Array>> {
  const inText = keys.filter((key) => /^(?:left|right|match)/.test(key));
  if (inText.length === 0) return new Map();
  const { starts, ends, fields } = found.evaluation;
  const rankings = inText.map((key) => ({ key, ranking: new Ranking(fields.length) }));
  const sides = (['left', 'right'] as const).filter((side) =>
    inText.some((key) => key.startsWith(side)),
  );
  await eachPlace(found, work, (place, text) => {
    const start = starts[place] ?? 0;
    const end = ends[place] ?? 0;
    const near = { left: [] as string[], right: [] as string[] };
    for (const side of sides) near[side] = neighboursOf(text, start, end, side, unit);
    for (const { key, ranking } of rankings) {
      if (key === 'match') ranking.set(place, text.slice(start, end));
      else {
        const side = key.startsWith('left') ? 'left' : 'right';
        ranking.set(place, near[side][Number(key.at(-1)) - 1] ?? '');
      }
    }
  });
  return new Map(rankings.map(({ key, ranking }) => [key, ranking.ranks()]));
}

/** Calls back with each place and the text that it is in; each text is read once. */
async function eachPlace(
  { source, evaluation }: Found,
  { signal, onProgress }: Work,
  visit: (place: number, text: string) => void,
): Promise<void> {
  const { fields, owners } = evaluation;
  let done = 0;
  let began = performance.now();
  for (const field of ['title', 'text', 'note'] as const) {
    const places = placesIn(fields, field);
    for (let at = 0; at < places.length; ) {
      // As many places as lie in a batch of owners.
      const wanted = new Set<number>();
      let end = at;
      for (; end < places.length; end += 1) {
        const owner = owners[places[end] ?? 0] ?? 0;
        if (wanted.size === BATCH && !wanted.has(owner)) break;
        wanted.add(owner);
      }
      const ids = Uint32Array.from(wanted).sort();
      const read = await source.texts(field, ids);
      const texts = new Map(read.map((text, index) => [ids[index] ?? 0, text]));
      for (; at < end; at += 1) {
        const place = places[at] ?? 0;
        visit(place, texts.get(owners[place] ?? 0) ?? '');
        done += 1;
        if (performance.now() - began < PIECE) continue;
        onProgress?.(done, fields.length);
        // A macrotask, in which newer questions arrive.
        await new Promise((resolve) => setTimeout(resolve, 0));
        signal?.throwIfAborted();
        began = performance.now();
      }
    }
  }
}

/** The places that lie in texts of a kind; passages with a tag lie in the articles' texts. */
function placesIn(fields: Uint8Array, field: TextField): Uint32Array {
  const wanted = FOUND_FIELDS.map((each) => (each === 'tag' ? 'text' : each) === field);
  return Uint32Array.from(fields.keys()).filter((place) => wanted[fields[place] ?? 0]);
}

/** Ranks by what is known of the article: the earliest first, texts by pinyin, what is missing last. */
function factRanks({ source, evaluation }: Found, key: KwicKey): Uint32Array | null {
  if (key !== 'date' && key !== 'outlet' && key !== 'title') return null;
  const { fields, owners } = evaluation;
  const note = FOUND_FIELDS.indexOf('note');
  const texts = source.articles.map((article) => article[key]);
  const distinct = [...new Set(texts)];
  if (key === 'date') distinct.sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  else distinct.sort(textOrder(distinct));
  const rank = new Map(distinct.map((text, index) => [text, index]));
  const ofArticle = Uint32Array.from(texts, (text) => rank.get(text) ?? 0);
  return Uint32Array.from(owners, (owner, place) => {
    const article = fields[place] === note ? (source.notes[owner]?.article ?? -1) : owner;
    return ofArticle[article] ?? distinct.length;
  });
}
