import { PARAGRAPH_KINDS } from '@domain/model';
import fc from 'fast-check';
import { HAS_CHOICES, type Link, type PatternPart, type Query } from '../ast';
import { isLatin } from '../values';

const TEXT_FIELDS = ['title', 'text', 'note'] as const;

/** Few characters, so that words meet in texts; some that the language itself uses. */
const words = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[社會会工治理ab]{1,3}$/) },
  fc.stringMatching(/^[社a -*?"“”「」()（）:：=/|\\OR]{1,4}$/),
);
const trimmed = words.map((text) => text.trim()).filter((text) => text !== '');
const bare = fc.stringMatching(/^[社会ab]{1,2}$/);
const latin = fc.stringMatching(/^[aB社]{1,3}$/);

const pattern: fc.Arbitrary<PatternPart[]> = fc
  .array(
    fc.oneof(
      bare.map((text) => ({ text })),
      fc.constantFrom('one', 'many').map((any) => ({ any })),
    ),
  )
  .map((parts) => tidy(parts as PatternPart[]))
  .filter((parts) => parts.some((part) => 'any' in part) && parts.some((part) => 'text' in part));

function tidy(parts: PatternPart[]): PatternPart[] {
  const kind = (part: PatternPart | undefined) =>
    part === undefined ? '' : 'text' in part ? 'text' : part.any;
  const once = parts.filter(
    (part, at) => kind(part) === 'one' || kind(part) !== kind(parts[at - 1]),
  );
  while (kind(once[0]) === 'many') once.shift();
  while (kind(once.at(-1)) === 'many') once.pop();
  return once;
}

const leaf: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('literal' as const),
      text: words,
      likeness: fc.constantFrom('folded', 'folded', 'written'),
    }),
  },
  pattern.map((parts) => ({ kind: 'pattern' as const, parts })),
  fc.tuple(latin, fc.boolean(), fc.boolean()).map(([text, before, after]) => ({
    kind: 'word' as const,
    text,
    before: before && isLatin(text[0] ?? ''),
    after: after && isLatin(text.at(-1) ?? ''),
  })),
  fc.record({
    kind: fc.constant('regex' as const),
    source: fc.constantFrom(
      '社.',
      '[会会]工',
      'a|b',
      'ab?',
      '^社',
      '(社|工)理',
      '\\/a',
      'A',
      '社{2}b',
    ),
    ignoreCase: fc.boolean(),
  }),
);

const filter: fc.Arbitrary<Query> = fc.oneof(
  fc.record({
    kind: fc.constant('fact' as const),
    field: fc.constantFrom('outlet', 'byline', 'page'),
    value: trimmed,
  }),
  fc
    .constantFrom(['2023', '2023'], ['2023-11', '2024'], ['', '2020'], ['2021-02-03', ''], ['', ''])
    .map(([from = '', to = '']) => ({ kind: 'date' as const, from, to })),
  trimmed.map((name) => ({ kind: 'tag' as const, name })),
  fc
    .subarray([...PARAGRAPH_KINDS], { minLength: 1 })
    .map((kinds) => ({ kind: 'kind' as const, kinds })),
  fc.constantFrom(...HAS_CHOICES).map((what) => ({ kind: 'has' as const, what })),
);

const link: fc.Arbitrary<Link> = fc.oneof(
  fc.nat(6).map((most) => ({ by: 'characters' as const, most })),
  fc.constantFrom<Link>({ by: 'sentence' }, { by: 'paragraph' }),
);

/** Parts of the same kind are one: `(a b) c` is `a b c`. */
function flat(kind: 'and' | 'or', parts: Query[]): Query {
  const all = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return { kind, parts: all };
}

const { any } = fc.letrec<{ positional: Query; any: Query }>((tie) => ({
  positional: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('positional'), { minLength: 2, maxLength: 3 })
        .map((parts) => flat('or', parts)),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(tie('positional'), link), { minLength: 2, maxLength: 3 })
        .map((all) => ({
          kind: 'chain' as const,
          parts: all.map(([part]) => part),
          links: all.slice(1).map(([, each]) => each),
        })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('in' as const),
        field: fc.constantFrom(...TEXT_FIELDS),
        part: tie('positional'),
      }),
    },
  ),
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: tie('positional') },
    { weight: 2, arbitrary: filter },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('and', 'and', 'or'),
          fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
        )
        .map(([kind, parts]) => flat(kind as 'and' | 'or', parts)),
    },
    { weight: 2, arbitrary: tie('any').map((part) => ({ kind: 'not' as const, part })) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('in' as const),
        field: fc.constantFrom(...TEXT_FIELDS),
        part: tie('any'),
      }),
    },
  ),
}));

export const anyQuery = any;

/** Texts of a query made of the language's own pieces. */
export const anyQueryText = fc
  .array(
    fc.constantFrom(
      ...' |  |　|社会|工|a|OR|｜|AND|NOT|-|(|)|（|）|"|“|”|「|」|=|/|*|?|:|：|标题:|来源：|日期:|标签:|类型:|has:'.split(
        '|',
      ),
      ...'|NEAR|NEAR/5|SAME/句|SAME/x|\\|2023..|图注|note|word:|版次:|x:| OR | -| NEAR/3 |治理'.split(
        '|',
      ),
      '|',
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
