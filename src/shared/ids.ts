import { v7 } from 'uuid';

/** A new record id: UUID version 7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** Characters of a UUID that hold the time and the number within it, with two random bits. */
const TIMED = 26;
const RANDOM = 0x10000;

/**
 * The id of the `index`-th record (up to 2²⁴) that comes with another: it sorts as if it had been
 * made right with it, however much later or in which thread it is made.
 */
export function idWithin(id: string, index: number): string {
  const random = Math.floor(Math.random() * RANDOM);
  return `${id.slice(0, TIMED)}${hex(index, 6)}${hex(random, 4)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** The target id of notes on the archive itself. */
export const ARCHIVE_TARGET_ID = 'archive';
