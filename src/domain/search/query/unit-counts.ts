import { type CountSink, TEXT_FIELD_NAMES, type TextField } from '../source';
import { UnitSet, type Units } from './units';

/** A place in a title counts as so many in a text. */
const TITLE_WEIGHT = 4;

export function weightOf(field: TextField): number {
  return field === 'title' ? TITLE_WEIGHT : 1;
}

const NOTE = TEXT_FIELD_NAMES.indexOf('note');
const WEIGHTS = TEXT_FIELD_NAMES.map(weightOf);

/**
 * How often a literal stands in each unit. To be used again (`release`): with each key that is typed new
 * arrays of this size would be garbage, and to look for garbage takes longer than to count.
 */
export class UnitCounts implements CountSink {
  /** Places in all fields, by unit. */
  readonly counts: Uint32Array;
  /** The same with their weights. */
  readonly frequencies: Float32Array;
  total = 0;
  private ofNote: Uint32Array;
  private noteOwners = new Uint32Array(64);
  private notesCounted = 0;

  private constructor({ size, ofNote }: Units) {
    this.counts = new Uint32Array(size);
    this.frequencies = new Float32Array(size);
    this.ofNote = ofNote;
  }

  static of(units: Units): UnitCounts {
    const before = spare.pop();
    if (before?.counts.length !== units.size) {
      // Those of another archive are of no use.
      spare.length = 0;
      return new UnitCounts(units);
    }
    before.begin(units);
    return before;
  }

  /** Others may count in it from now on. */
  release(): void {
    if (spare.length < MOST_SPARE) spare.push(this);
  }

  add(field: number, owner: number, count: number): void {
    let unit = owner;
    if (field === NOTE) {
      this.keepNote(owner);
      unit = this.ofNote[owner] as number;
    }
    this.counts[unit] = (this.counts[unit] as number) + count;
    const weighed = (WEIGHTS[field] as number) * count;
    this.frequencies[unit] = (this.frequencies[unit] as number) + weighed;
    this.total += count;
  }

  /** Notes that have some, in any order. */
  get notes(): Uint32Array {
    return this.noteOwners.subarray(0, this.notesCounted);
  }

  /** Units that have some. */
  units(): UnitSet {
    return UnitSet.where(this.counts);
  }

  private begin({ ofNote }: Units): void {
    this.ofNote = ofNote;
    this.counts.fill(0);
    this.frequencies.fill(0);
    this.total = 0;
    this.notesCounted = 0;
  }

  private keepNote(note: number): void {
    if (this.notesCounted === this.noteOwners.length) {
      const larger = new Uint32Array(this.noteOwners.length * 2);
      larger.set(this.noteOwners);
      this.noteOwners = larger;
    }
    this.noteOwners[this.notesCounted] = note;
    this.notesCounted += 1;
  }
}

const spare: UnitCounts[] = [];
const MOST_SPARE = 4;
