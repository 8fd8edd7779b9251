import { BINS, type Fingerprint, hasSketch } from './fingerprint';
import { mix32 } from './hashing';

/**
 * A sketch must promise this much for a text to be a candidate. The estimate strays by 0.05 at a
 * similarity of 0.8, so that three in a thousand of those exactly at the threshold are missed and
 * of those at 0.85 none to speak of.
 */
export const CANDIDATE_ESTIMATE = 0.65;

const BANDS = 16;
const ROWS = BINS / BANDS;
/** The chain of texts by hash comes after those of the bands. */
const BY_HASH = BANDS;
const CHAINS = BANDS + 1;
const MAX_UNEQUAL = Math.floor(BINS * (1 - CANDIDATE_ESTIMATE));
const FIRST_CAPACITY = 1024;
/** Sketches compared in one look-up at most, should thousands share a form with few words filled in. */
const MAX_COMPARED = 10_000;
const DEFAULT_LIMIT = 100;

export interface Candidate {
  key: number;
  /** Jaccard similarity as the sketches promise it, 0 to 1. */
  estimate: number;
  /** The hashes are equal. */
  same: boolean;
}

/**
 * Finds similar texts without looking at all: locality-sensitive hashing of the sketches by bands
 * (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4). With 16 bands of 4 rows a
 * text of similarity 0.85 is met with a probability above 0.9999, of 0.8 with 0.9998, of 0.2 with
 * 0.03. Buckets are chains through typed arrays, 217 bytes and up to 136 of table for each
 * different text; texts with the same words share one place, however many they are.
 */
export class SimilarIndex {
  /** How many sketches were compared so far. */
  compared = 0;

  private capacity = 0;
  private used = 0;
  private free: number[] = [];
  private dead = 0;
  private keys = new Float64Array(0);
  private alive = new Uint8Array(0);
  private hashes = new Uint32Array(0);
  private bins = new Uint16Array(0);
  /** Next slot + 1 in each chain, 0 at its end. */
  private next = new Int32Array(0);
  private heads = new Int32Array(0);
  private mask = 0;
  /** The number of the look-up that met the slot last. */
  private met = new Uint32Array(0);
  private lookUp = 0;
  private readonly slotOf = new Map<number, number>();
  /** Further keys of slots that stand for several texts. */
  private readonly others = new Map<number, Set<number>>();

  /** How many keys are in it; texts without words are never taken in. */
  get size(): number {
    return this.slotOf.size;
  }

  /** Adds a text; one that has the key already is replaced. */
  add(key: number, fingerprint: Fingerprint): void {
    this.remove(key);
    if (fingerprint.high === 0 && fingerprint.low === 0) return;
    const twin = this.findHash(fingerprint);
    if (twin >= 0) {
      const set = this.others.get(twin) ?? new Set();
      this.others.set(twin, set.add(key));
      this.slotOf.set(key, twin);
      return;
    }
    const slot = this.takeSlot();
    this.keys[slot] = key;
    this.alive[slot] = 1;
    this.hashes[slot * 2] = fingerprint.high;
    this.hashes[slot * 2 + 1] = fingerprint.low;
    this.bins.set(fingerprint.bins, slot * BINS);
    this.link(slot);
    this.slotOf.set(key, slot);
  }

  /** Forgets a text; nothing happens when the key is not there. */
  remove(key: number): void {
    const slot = this.slotOf.get(key);
    if (slot === undefined) return;
    this.slotOf.delete(key);
    const set = this.others.get(slot);
    if (!set) {
      // It stays in its chains, unseen, until the slots are linked anew.
      this.alive[slot] = 0;
      this.dead += 1;
      return;
    }
    if (!set.delete(key)) {
      const heir = set.values().next().value ?? key;
      set.delete(heir);
      this.keys[slot] = heir;
    }
    if (set.size === 0) this.others.delete(slot);
  }

  /**
   * Texts that may be like this one, the likeliest first. Each is to be verified by `similarity`.
   *
   * @param limit how many are wanted at most
   */
  candidates(fingerprint: Fingerprint, limit: number = DEFAULT_LIMIT): Candidate[] {
    if (fingerprint.high === 0 && fingerprint.low === 0) return [];
    const found: { slot: number; estimate: number; same: boolean }[] = [];
    const twin = this.findHash(fingerprint);
    if (twin >= 0) found.push({ slot: twin, estimate: 1, same: true });
    if (hasSketch(fingerprint)) {
      for (const { slot, equal } of this.alike(fingerprint, twin))
        found.push({ slot, estimate: equal / BINS, same: false });
    }
    found.sort((a, b) => Number(b.same) - Number(a.same) || b.estimate - a.estimate);
    const result: Candidate[] = [];
    for (const { slot, estimate, same } of found) {
      if (result.length >= limit) return result;
      result.push({ key: this.keys[slot] ?? 0, estimate, same });
      for (const key of this.others.get(slot) ?? []) {
        if (result.length >= limit) return result;
        result.push({ key, estimate, same });
      }
    }
    return result;
  }

  private alike({ bins }: Fingerprint, twin: number): { slot: number; equal: number }[] {
    const found: { slot: number; equal: number }[] = [];
    if (this.used === 0) return found;
    this.lookUp += 1;
    let left = MAX_COMPARED;
    for (let band = 0; band < BANDS; band += 1) {
      const head = this.heads[this.bucket(band, bandHash(bins, 0, band))] ?? 0;
      for (let slot = head - 1; slot >= 0; slot = (this.next[slot * CHAINS + band] ?? 0) - 1) {
        if (this.met[slot] === this.lookUp || !this.alive[slot] || slot === twin) continue;
        if (!this.sharesBand(bins, slot, band)) continue;
        if (left === 0) return found;
        left -= 1;
        this.compared += 1;
        this.met[slot] = this.lookUp;
        const equal = this.equalBins(bins, slot);
        if (equal >= BINS - MAX_UNEQUAL) found.push({ slot, equal });
      }
    }
    return found;
  }

  private sharesBand(bins: Uint16Array, slot: number, band: number): boolean {
    for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1)
      if (bins[row] !== this.bins[slot * BINS + row]) return false;
    return true;
  }

  /** How many bins are equal; 0 as soon as it is clear that they are too few. */
  private equalBins(bins: Uint16Array, slot: number): number {
    let unequal = 0;
    const base = slot * BINS;
    for (let bin = 0; bin < BINS; bin += 1) {
      if (bins[bin] === this.bins[base + bin]) continue;
      unequal += 1;
      if (unequal > MAX_UNEQUAL) return 0;
    }
    return BINS - unequal;
  }

  private findHash({ high, low }: Fingerprint): number {
    if (this.used === 0) return -1;
    let slot = (this.heads[this.bucket(BY_HASH, low)] ?? 0) - 1;
    while (slot >= 0) {
      const equal = this.hashes[slot * 2] === high && this.hashes[slot * 2 + 1] === low;
      if (equal && this.alive[slot]) return slot;
      slot = (this.next[slot * CHAINS + BY_HASH] ?? 0) - 1;
    }
    return -1;
  }

  private bucket(chain: number, hash: number): number {
    return chain * (this.mask + 1) + (hash & this.mask);
  }

  private link(slot: number): void {
    const hash = this.hashes[slot * 2 + 1] ?? 0;
    this.linkInto(slot, BY_HASH, hash);
    if (this.bins[slot * BINS] === 0) return;
    for (let band = 0; band < BANDS; band += 1)
      this.linkInto(slot, band, bandHash(this.bins, slot * BINS, band));
  }

  private linkInto(slot: number, chain: number, hash: number): void {
    const bucket = this.bucket(chain, hash);
    this.next[slot * CHAINS + chain] = this.heads[bucket] ?? 0;
    this.heads[bucket] = slot + 1;
  }

  private takeSlot(): number {
    if (this.free.length === 0 && this.used === this.capacity) this.makeRoom();
    const freed = this.free.pop();
    if (freed !== undefined) return freed;
    this.used += 1;
    return this.used - 1;
  }

  /** Takes back the slots of forgotten texts when they are many, else makes the arrays longer. */
  private makeRoom(): void {
    if (this.dead * 4 < this.capacity || this.capacity === 0) {
      this.capacity = Math.max(FIRST_CAPACITY, Math.ceil(this.capacity * 1.5));
      this.keys = longer(this.keys, new Float64Array(this.capacity));
      this.alive = longer(this.alive, new Uint8Array(this.capacity));
      this.hashes = longer(this.hashes, new Uint32Array(this.capacity * 2));
      this.bins = longer(this.bins, new Uint16Array(this.capacity * BINS));
      this.next = longer(this.next, new Int32Array(this.capacity * CHAINS));
      this.met = longer(this.met, new Uint32Array(this.capacity));
      const size = 2 ** Math.ceil(Math.log2(this.capacity / 2));
      this.mask = size - 1;
      this.heads = new Int32Array(size * CHAINS);
    } else {
      this.heads.fill(0);
    }
    this.free = [];
    this.dead = 0;
    for (let slot = 0; slot < this.used; slot += 1) {
      if (this.alive[slot]) this.link(slot);
      else this.free.push(slot);
    }
  }
}

function bandHash(bins: Uint16Array, base: number, band: number): number {
  const at = base + band * ROWS;
  const first = (bins[at] ?? 0) | ((bins[at + 1] ?? 0) << 16);
  const second = (bins[at + 2] ?? 0) | ((bins[at + 3] ?? 0) << 16);
  return mix32(mix32(first) ^ second);
}

function longer<T extends { set(values: T): void }>(old: T, made: T): T {
  made.set(old);
  return made;
}
