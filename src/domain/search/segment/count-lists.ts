import { type OwnerCounts, TEXT_FIELD_NAMES, type TextField } from '../source';

/** Of one field, in arrays that grow. */
class CountList {
  owners = new Uint32Array(64);
  counts = new Uint32Array(64);
  size = 0;

  add(owner: number, count: number): void {
    if (this.size === this.owners.length) this.grow();
    this.owners[this.size] = owner;
    this.counts[this.size] = count;
    this.size += 1;
  }

  private grow(): void {
    const { owners, counts } = this;
    this.owners = new Uint32Array(owners.length * 2);
    this.owners.set(owners);
    this.counts = new Uint32Array(counts.length * 2);
    this.counts.set(counts);
  }

  /** What was added; it is empty then. */
  take(): OwnerCounts {
    const { owners, counts, size } = this;
    this.size = 0;
    return { owners: owners.slice(0, size), counts: counts.slice(0, size) };
  }
}

/**
 * What several segments count, gathered by field. To be used again: with each key that is typed new arrays
 * of this size would be garbage, and to look for garbage takes longer than to count.
 */
export class CountLists {
  /** In the order in which segments number the fields. */
  private readonly lists = TEXT_FIELD_NAMES.map(() => new CountList());

  add(field: number, owner: number, count: number): void {
    (this.lists[field] as CountList).add(owner, count);
  }

  /** What was added; they are empty then. */
  take(): Record<TextField, OwnerCounts> {
    const [title, text, note] = this.lists.map((list) => list.take()) as [
      OwnerCounts,
      OwnerCounts,
      OwnerCounts,
    ];
    return { title, text, note };
  }
}
