import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCounts, writeCounts } from './document-counts';
import { ByteSink } from './varint';

it('says how often something stands in each document, however often and however far apart', () => {
  const counts = fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12), fc.nat(3000)),
    { maxLength: 300 },
  );
  fc.assert(
    fc.property(counts, fc.nat(40), (each, before) => {
      const starts = new Uint32Array(each.length + 1);
      each.forEach((count, document) => {
        starts[document + 1] = (starts[document] as number) + count + 1;
      });
      const positions = each.flatMap((count, document) =>
        Array.from({ length: count }, (_, at) => (starts[document] as number) + at),
      );
      const sink = new ByteSink(0);
      sink.reserve(before);
      sink.length = before;
      writeCounts(sink, Uint32Array.from(positions), starts);
      const list = { bytes: sink.bytes, start: before, end: sink.length };
      const read = readCounts(list);
      const found = Array.from({ length: read.size }, (_, at) => [
        read.documents[at],
        read.counts[at],
      ]);
      expect(found).toEqual([...each.entries()].filter(([, count]) => count > 0));
    }),
  );
});
