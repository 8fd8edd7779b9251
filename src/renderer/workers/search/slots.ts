/** In the place of an ordinal: there is none. */
export const NONE = 0xffffffff;

/** Rows without gaps, as they were at one moment. */
export interface Dense<T> {
  rows: readonly T[];
  /** The place of each slot's row in `rows`; `NONE` for an empty slot. */
  ordinals: Uint32Array;
}

/**
 * Rows by id, each in a slot that stays its own for good, also when the row is gone and comes back.
 * What is handed out is never changed afterwards.
 */
export class Slots<T> {
  /** Counts up when a slot is filled or emptied, so that ordinals change. */
  structure = 0;
  private readonly slots = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly rows: (T | null)[] = [];
  private known: Dense<T> | null = null;

  /** Slots that were given, filled or not. */
  get size(): number {
    return this.rows.length;
  }

  slotOf(id: string): number {
    const known = this.slots.get(id);
    if (known !== undefined) return known;
    this.slots.set(id, this.rows.length);
    this.ids.push(id);
    return this.rows.push(null) - 1;
  }

  /** The id as it is held here: rows that take it hold no copy of it. */
  idOf(slot: number): string {
    return this.ids[slot] ?? '';
  }

  at(slot: number): T | null {
    return this.rows[slot] ?? null;
  }

  get(id: string): T | null {
    const slot = this.slots.get(id);
    return slot === undefined ? null : this.at(slot);
  }

  put(id: string, row: T): void {
    this.putAt(this.slotOf(id), row);
  }

  /** The same where the slot is known. */
  putAt(slot: number, row: T): void {
    if (this.rows[slot] === null) this.structure += 1;
    this.rows[slot] = row;
    this.known = null;
  }

  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined || this.rows[slot] === null) return;
    this.rows[slot] = null;
    this.structure += 1;
    this.known = null;
  }

  dense(): Dense<T> {
    if (this.known !== null && this.known.ordinals.length === this.rows.length) return this.known;
    const rows = this.rows.filter((row): row is NonNullable<typeof row> => row !== null);
    this.known = { rows, ordinals: this.ordinals() };
    return this.known;
  }

  private ordinals(): Uint32Array {
    const ordinals = new Uint32Array(this.rows.length).fill(NONE);
    let ordinal = 0;
    for (let slot = 0; slot < ordinals.length; slot += 1) {
      if (this.rows[slot] !== null) ordinals[slot] = ordinal++;
    }
    return ordinals;
  }
}
