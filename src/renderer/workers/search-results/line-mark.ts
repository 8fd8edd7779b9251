import { FOUND_FIELDS } from '@domain/search/evaluation';
import type { Found } from './found';

const NOTE = FOUND_FIELDS.indexOf('note');

/**
 * Stands for the lines of a concordance: the same places of the same articles and notes in the same
 * order have the same mark, also in a later result. Two hashes of 32 bits, after FNV-1a.
 */
export function markOf({ source, evaluation }: Found, order: Uint32Array): string {
  const { fields, owners, starts, ends } = evaluation;
  const ids = new Map<string, [number, number]>();
  const hashOfId = (id: string) => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const hash: [number, number] = [0x811c9dc5, 0x9dc5811c];
    for (let at = 0; at < id.length; at += 1) {
      hash[0] = mixed(hash[0], id.charCodeAt(at));
      hash[1] = mixed(hash[1], id.charCodeAt(at) + 0x9e37);
    }
    ids.set(id, hash);
    return hash;
  };
  let first = 0x811c9dc5;
  let second = 0x9dc5811c;
  for (const place of order) {
    const field = fields[place] ?? 0;
    const rows = field === NOTE ? source.notes : source.articles;
    const [a, b] = hashOfId(rows[owners[place] ?? 0]?.id ?? '');
    first = mixed(mixed(mixed(first, a), starts[place] ?? 0), field);
    second = mixed(mixed(mixed(second, b), ends[place] ?? 0), field);
  }
  return `${order.length} ${first} ${second}`;
}

function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) >>> 0;
}
