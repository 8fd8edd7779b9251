import type { Literal, Places, SearchSource, TextField } from '../source';
import { nextTurn } from '../turn';
import { PlaceList } from './place-list';
import { UnitSet, type Units } from './units';

/** Milliseconds of work before others have their turn: messages such as a newer query. */
const TURN = 8;
/** Texts that are read at a time. */
const BATCH = 100;

/** What the parts of an evaluation share. */
export class Work {
  private turn = Date.now();
  /** The same array for the same units, so that what it leads to is made once. */
  private readonly narrowed = new WeakMap<UnitSet, Uint32Array>();

  constructor(
    readonly source: SearchSource,
    readonly units: Units,
    readonly signal: AbortSignal | undefined,
    /** Nothing is looked for in others than these: what that costs is not to be spent twice. */
    private readonly part: UnitSet | null = null,
  ) {}

  /**
   * Lets others have their turn when it is time.
   * @throws the signal's reason when it is aborted
   */
  async pause(): Promise<void> {
    this.signal?.throwIfAborted();
    if (Date.now() - this.turn < TURN) return;
    await nextTurn();
    this.turn = Date.now();
    this.signal?.throwIfAborted();
  }

  unitOf(field: TextField, owner: number): number {
    return field === 'note' ? (this.units.ofNote[owner] ?? 0) : owner;
  }

  /** The owners of a field that belong to these units; `undefined`: so many that all may be asked. */
  ownersIn(field: TextField, among: UnitSet | null): Uint32Array | undefined {
    if (among === null) return undefined;
    if (this.part === null && among.count() * 2 > this.units.size) return undefined;
    if (field !== 'note') {
      const articles = this.narrowed.get(among) ?? among.between(0, this.units.articles);
      this.narrowed.set(among, articles);
      return articles;
    }
    return this.allOwners('note').filter((note) => among.has(this.units.ofNote[note] ?? 0));
  }

  allOwners(field: TextField): Uint32Array {
    const { notes, articles } = this.source;
    const { length } = field === 'note' ? notes : articles;
    return Uint32Array.from({ length }, (_, ordinal) => ordinal);
  }

  unitsWith(field: TextField, { owners }: Places): UnitSet {
    const units = UnitSet.none(this.units.size);
    let last = -1;
    for (let index = 0; index < owners.length; index += 1) {
      const owner = owners[index] as number;
      if (owner === last) continue;
      units.add(this.unitOf(field, owner));
      last = owner;
    }
    return units;
  }

  find(field: TextField, literal: Literal, among: Uint32Array | undefined): Promise<Places> {
    return this.source.find(field, literal, among, this.signal);
  }

  /** Reads the words of owners, some at a time, and gathers the places that `find` gives. */
  async read(
    field: TextField,
    owners: Uint32Array,
    find: (text: string, owner: number) => Iterable<{ start: number; end: number }>,
  ): Promise<Places> {
    const found = new PlaceList();
    let next = this.batch(field, owners, 0);
    for (let from = 0; from < owners.length; from += BATCH) {
      const texts = await next;
      // Read while this batch is looked through.
      next = this.batch(field, owners, from + BATCH);
      for (const [index, owner] of owners.subarray(from, from + BATCH).entries()) {
        await this.pause();
        for (const { start, end } of find(texts[index] ?? '', owner)) found.add(owner, start, end);
      }
    }
    return found.places();
  }

  private batch(field: TextField, owners: Uint32Array, from: number): Promise<string[]> {
    if (from >= owners.length) return Promise.resolve([]);
    const reading = this.source.texts(field, owners.subarray(from, from + BATCH));
    // Nobody waits for it any more when the evaluation ends early.
    reading.catch(() => undefined);
    return reading;
  }
}

/** The owners of places, each once; ascending as the places are. */
export function ownersOf({ owners }: Places): Uint32Array {
  const found = new Uint32Array(owners.length);
  let count = 0;
  for (let at = 0; at < owners.length; at += 1) {
    if (at === 0 || owners[at] !== owners[at - 1]) found[count++] = owners[at] as number;
  }
  return found.slice(0, count);
}
