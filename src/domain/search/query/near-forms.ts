import { homophoneFinder, soundOf } from '@domain/text/pinyin';
import { fold } from '../fold';
import type { Places, SearchSource, TextField } from '../source';
import { nextTurn } from '../turn';
import type { LiteralQuery, PatternPart, Query } from './ast';
import { parseQuery } from './parse';
import { printQuery } from './print';
import { findPattern } from './wildcards';
import { ownersOf } from './work';

/** The work is bounded: it answers while someone looks at an empty list. */
const TIME = 1500;
/** Milliseconds of it before others have their turn, such as a newer search. */
const TURN = 8;
const TEXTS = 60;
const NAMES = 20_000;
const CHECKED = 12;
const MOST = 5;
const LONGEST = 12;
const FIELDS: readonly TextField[] = ['title', 'text', 'note'];

/**
 * Queries near to one that finds nothing, which do find something: words of the same sound, by
 * pinyin, or with one character changed, left out or put in. Tries what it can in the time that it
 * has (`milliseconds`), so that it may miss some.
 *
 * @throws the signal's reason when it is aborted
 */
export async function nearForms(
  text: string,
  source: SearchSource,
  { signal, milliseconds = TIME }: { signal?: AbortSignal; milliseconds?: number } = {},
): Promise<string[]> {
  const { query } = parseQuery(text);
  if (query === null) return [];
  const until = Date.now() + milliseconds;
  const found: string[] = [];
  for (const literal of literalsOf(query)) {
    signal?.throwIfAborted();
    if (Date.now() > until) break;
    if ((await countOf(literal.text, source)) > 0) continue;
    const search = new NearSearch(source, until, signal);
    for (const form of await search.formsOf(literal.text)) {
      found.push(printQuery(replaced(query, literal, form)));
    }
  }
  return found.slice(0, MOST);
}

/** The words whose presence is asked for. */
function literalsOf(query: Query): LiteralQuery[] {
  switch (query.kind) {
    case 'literal':
      return [query];
    case 'and':
    case 'or':
    case 'chain':
      return query.parts.flatMap(literalsOf);
    case 'in':
      return literalsOf(query.part);
    default:
      return [];
  }
}

function replaced(query: Query, literal: LiteralQuery, text: string): Query {
  if (query === literal) return { ...literal, text, likeness: 'folded' };
  if (query.kind === 'in' || query.kind === 'not') {
    return { ...query, part: replaced(query.part, literal, text) };
  }
  if ('links' in query || query.kind === 'and' || query.kind === 'or') {
    return { ...query, parts: query.parts.map((part) => replaced(part, literal, text)) };
  }
  return query;
}

async function countOf(text: string, source: SearchSource): Promise<number> {
  let counted = 0;
  const sum = {
    add(_field: number, _owner: number, places: number) {
      counted += places;
    },
  };
  if (await source.count?.({ text, likeness: 'folded' }, sum)) return counted;
  let count = 0;
  for (const field of FIELDS) {
    count += (await source.find(field, { text, likeness: 'folded' })).owners.length;
  }
  return count;
}

class NearSearch {
  /** Forms with how often they were seen on the way. */
  private readonly seen = new Map<string, number>();
  private readonly since = Date.now();
  private turn = Date.now();
  /** Folded texts by the field and the word that they were looked up by. */
  private readonly read = new Map<string, { read: string; folded: string }[]>();

  constructor(
    private readonly source: SearchSource,
    private readonly until: number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Those that do occur: of the same sound first, then the more frequent. */
  async formsOf(word: string): Promise<string[]> {
    const sound = soundOf(word);
    const isSameSound = (form: string) => sound !== '' && soundOf(form) === sound;
    const characters = [...word];
    // A form of two characters with one of them changed says little, unless it sounds the same.
    const isShort = characters.length < 3;
    if (characters.length >= 2 && characters.length <= LONGEST) {
      await this.lookInTexts(oneOff(characters));
    }
    await this.lookInNames(word);
    if (characters.length > 3) for (const form of shorter(characters)) this.see(form);
    const forms = [...this.seen]
      .filter(([form]) => fold(form) !== fold(word) && (!isShort || isSameSound(form)))
      .map(([form, count]) => ({ form, count, same: isSameSound(form) }))
      .sort((a, b) => Number(b.same) - Number(a.same) || b.count - a.count)
      .slice(0, CHECKED);
    const counted = new Map<string, { form: string; count: number; same: boolean }>();
    for (const { form, same } of forms) {
      await this.giveWay();
      const count = await countOf(form, this.source);
      if (count > 0 && !counted.has(fold(form))) counted.set(fold(form), { form, count, same });
    }
    return [...counted.values()]
      .sort((a, b) => Number(b.same) - Number(a.same) || b.count - a.count)
      .map(({ form }) => form);
  }

  private see(form: string): void {
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ]*$/u.test(form)) return;
    this.seen.set(form, (this.seen.get(form) ?? 0) + 1);
  }

  /** @param kept milliseconds for what comes later */
  private isLate(kept = 0): boolean {
    this.signal?.throwIfAborted();
    return Date.now() > this.until - kept;
  }

  /**
   * Lets others have their turn when it is time.
   * @throws the signal's reason when it is aborted
   */
  private async giveWay(): Promise<void> {
    if (Date.now() - this.turn >= TURN) {
      await nextTurn();
      this.turn = Date.now();
    }
    this.signal?.throwIfAborted();
  }

  /** Pinyin, and words of the same sound, as they stand in titles, outlets and tags. */
  private async lookInNames(word: string): Promise<void> {
    const { articles, tags } = this.source;
    const names = new Set(tags.map(({ name }) => name));
    for (const { title, outlet } of articles.slice(0, NAMES)) names.add(title).add(outlet);
    const find = homophoneFinder(word);
    for (const name of names) {
      if (this.isLate()) return;
      await this.giveWay();
      const form = find(name);
      if (form !== null) this.see(form);
    }
  }

  private async lookInTexts(patterns: readonly PatternPart[][]): Promise<void> {
    for (const pattern of patterns) {
      for (const field of ['title', 'text'] as const) {
        if (this.isLate((this.until - this.since) / 3)) return;
        for (const { read, folded } of await this.textsWith(field, this.rarestIn(pattern))) {
          await this.giveWay();
          for (const { start, end } of findPattern(folded, pattern)) {
            this.see(read.slice(start, end));
          }
        }
      }
    }
  }

  /** What narrows the texts of a pattern most. */
  private rarestIn(pattern: readonly PatternPart[]): string {
    const rarity = (text: string) => this.source.roughCount?.(text) ?? 1 / text.length;
    return pattern
      .flatMap((part) => ('text' in part ? part.text : []))
      .reduce((a, b) => (rarity(b) < rarity(a) ? b : a));
  }

  /** Some texts with a word; several patterns ask for the same. */
  private async textsWith(
    field: TextField,
    text: string,
  ): Promise<readonly { read: string; folded: string }[]> {
    const key = `${field} ${text}`;
    const known = this.read.get(key);
    if (known !== undefined) return known;
    await this.giveWay();
    const literal = { text, likeness: 'folded' } as const;
    const places = await this.source.find(field, literal, undefined, this.signal);
    await this.giveWay();
    const texts: { read: string; folded: string }[] = [];
    for (const read of await this.source.texts(field, spread(places))) {
      await this.giveWay();
      texts.push({ read, folded: fold(read) });
    }
    this.read.set(key, texts);
    return texts;
  }
}

/** Some owners, from the whole archive. */
function spread(places: Places): Uint32Array {
  const owners = ownersOf(places);
  const step = Math.max(1, owners.length / TEXTS);
  return owners.filter((_, index) => Math.floor(index % step) === 0).slice(0, TEXTS);
}

/** With one character changed, in the middle first, or put in. */
function oneOff(characters: readonly string[]): PatternPart[][] {
  const join = (part: readonly string[]) => ({ text: fold(part.join('')) });
  const any = { any: 'one' } as const;
  const split = (from: number, to: number) =>
    [join(characters.slice(0, from)), any, join(characters.slice(to))].filter(
      (part) => 'any' in part || part.text !== '',
    );
  const { length } = characters;
  const changed = characters.map((_, at) => split(at, at + 1));
  const longer = length < 3 ? [] : characters.slice(1).map((_, at) => split(at + 1, at + 1));
  return [...changed, ...longer];
}

/** With one character left out. */
function shorter(characters: readonly string[]): string[] {
  return characters.map((_, at) => characters.filter((__, other) => other !== at).join(''));
}
