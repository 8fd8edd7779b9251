import fc from 'fast-check';
import type { SegmentDocument } from '../segment';

/** Few different characters, so that they repeat: Han with variants, pairs, halves of pairs, the sentinel. */
const CHARACTERS = [
  ...[
    '社',
    '会',
    '會',
    '工',
    '发',
    '發',
    '髮',
    '\n',
    ' ',
    '\u3000',
    'a',
    'A',
    'Ａ',
    'ß',
    '“',
    '「',
  ],
  ...['😀', '𠮷', '\ud842', '\udfb7', '\ufffe', '\uffff', '\0', '。', '𐐀', '𐐨'],
];

const anyCharacter = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...CHARACTERS.slice(0, 6)) },
  { weight: 4, arbitrary: fc.constantFrom(...CHARACTERS) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  },
);

const textOf = (minLength: number, maxLength: number) =>
  fc
    .array(anyCharacter, { minLength, maxLength, size: 'max' })
    .map((characters) => characters.join(''));

export const anyDocuments: fc.Arbitrary<SegmentDocument[]> = fc.array(
  fc.record({
    field: fc.constantFrom('title' as const, 'text' as const, 'note' as const),
    id: fc.oneof(fc.constantFrom('a', 'b'), fc.string()),
    text: textOf(0, 80),
  }),
  { maxLength: 8 },
);

export const anyQuery = fc.oneof(textOf(1, 6), textOf(1, 2));
