import { type Grammar, Writer } from './grammar';
import { HELD_OUT_GRAMMAR } from './grammar-held-out';
import { TUNING_GRAMMAR } from './grammar-tuning';
import type { Random } from './random';

/** Clean articles of many genres, written from a grammar of invented people and places. */

/** `text` may be cut and wrapped; lines of verse, tables and letters' ends stay whole. */
export interface CleanBlock {
  kind: 'text' | 'line' | 'heading' | 'signature';
  text: string;
}

export interface CleanArticle {
  title: string;
  subtitle?: string;
  blocks: readonly CleanBlock[];
  outlet: string;
  /** `YYYY-MM-DD`. */
  date: string;
  byline: string;
}

export type Genre =
  | 'brief'
  | 'report'
  | 'feature'
  | 'interview'
  | 'opinion'
  | 'document'
  | 'letter'
  | 'verse'
  | 'notice';

export type Half = 'tuning' | 'held-out';

const GRAMMARS: Readonly<Record<Half, Grammar>> = {
  tuning: TUNING_GRAMMAR,
  'held-out': HELD_OUT_GRAMMAR,
};

/** The usual mixture of a news file: mostly reports, some of everything. */
const MIXTURE: readonly Genre[] = [
  ...Array<Genre>(3).fill('brief'),
  ...Array<Genre>(8).fill('report'),
  ...Array<Genre>(4).fill('feature'),
  'interview',
  'opinion',
  'opinion',
  'document',
  'letter',
  'verse',
  'notice',
];

/** An article of the genre, or of one that the random source picks. */
export function cleanArticle(random: Random, half: Half, genre?: Genre): CleanArticle {
  const writer = new Writer(GRAMMARS[half], random);
  const own = genre ?? random.pick(MIXTURE);
  const text = (kind: CleanBlock['kind'], name: string): CleanBlock => ({
    kind,
    text: writer.write(name),
  });
  const paragraph = (most: number): CleanBlock => ({
    kind: 'text',
    text: Array.from({ length: random.int(1, most) }, () => writer.write('sentence')).join(''),
  });
  const title = writer.write(TITLES[own]);
  const subtitle =
    (own === 'feature' || own === 'report') && random.chance(0.12) ? writer.write('subtitle') : '';
  return {
    title,
    ...(subtitle === '' ? {} : { subtitle }),
    blocks: BUILDERS[own]({ random, writer, text, paragraph }),
    outlet: writer.write('outlet').replace(/[《》]|杂志$/g, ''),
    date: isoDate(random),
    byline: writer.write('person'),
  };
}

/** Gives photo captions; none returns soon. */
export function captionWriter(random: Random, half: Half): () => string {
  const writer = new Writer(GRAMMARS[half], random);
  const given = new Set<string>();
  return () => {
    let words = writer.write('caption');
    for (let tries = 0; given.has(words) && tries < 9; tries += 1) words = writer.write('caption');
    given.add(words);
    return words;
  };
}

function isoDate(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${random.int(2009, 2025)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

const TITLES: Readonly<Record<Genre, string>> = {
  brief: 'newsTitle',
  report: 'newsTitle',
  feature: 'featureTitle',
  interview: 'interviewTitle',
  opinion: 'opinionTitle',
  document: 'newsTitle',
  letter: 'letterTitle',
  verse: 'verseTitle',
  notice: 'noticeTitle',
};

interface Tools {
  random: Random;
  writer: Writer;
  text: (kind: CleanBlock['kind'], name: string) => CleanBlock;
  paragraph: (most: number) => CleanBlock;
}

const BUILDERS: Readonly<Record<Genre, (tools: Tools) => CleanBlock[]>> = {
  brief: ({ random, text }) => [
    text('text', 'lead'),
    ...(random.chance(0.3) ? [text('text', 'sentence')] : []),
  ],
  report: ({ random, text, paragraph }) => [
    text('text', 'lead'),
    ...many(random.int(1, 7), () => paragraph(5)),
    ...(random.chance(0.6) ? [text('text', 'closing')] : []),
  ],
  feature: ({ random, writer, text, paragraph }) => {
    const titles = new Set<string>();
    for (let left = random.int(0, 4); left > 0; left -= 1) titles.add(writer.write('heading'));
    const numbered = random.chance(0.2);
    return [
      ...(random.chance(0.4) ? [text('text', 'lead')] : []),
      ...many(random.int(1, 3), () => paragraph(4)),
      ...[...titles].flatMap((heading, index) => [
        {
          kind: 'heading' as const,
          text: numbered ? `${'一二三四五'[index]}、${heading}` : heading,
        },
        ...many(random.int(1, 4), () => paragraph(5)),
      ]),
      ...(random.chance(0.5) ? [text('text', 'closing')] : []),
    ];
  },
  interview: ({ random, writer, text }) => {
    const [ask, reply] = random.pick([
      ['问：', '答：'],
      ['记者：', `${writer.write('@person')}：`],
    ] as const);
    return [
      text('text', 'lead'),
      ...many(random.int(2, 6), () => [
        { kind: 'text' as const, text: ask + writer.write('question') },
        { kind: 'text' as const, text: reply + writer.write('answer') },
      ]).flat(),
    ];
  },
  opinion: ({ random, paragraph }) => many(random.int(3, 6), () => paragraph(5)),
  document: ({ random, writer, text, paragraph }) => {
    const marks = random.pick([
      ['一是', '二是', '三是', '四是'],
      ['第一，', '第二，', '第三，', '第四，'],
      ['1.', '2.', '3.', '4.'],
      ['（一）', '（二）', '（三）', '（四）'],
      ['●', '●', '●', '●'],
    ] as const);
    const end = random.pick(['。', '。', '；']);
    const count = random.int(2, 4);
    return [
      text('text', 'lead'),
      paragraph(2),
      ...many(count, (index) => ({
        kind: 'text' as const,
        text: `${marks[index]}${writer.write('point')}${index === count - 1 ? '。' : end}`,
      })),
      ...(random.chance(0.6) ? [paragraph(3)] : []),
    ];
  },
  letter: ({ random, writer, text, paragraph }) => [
    text('line', 'salutation'),
    ...many(random.int(2, 5), () => paragraph(4)),
    ...writer
      .write('letterEnd')
      .split('\n')
      .map((line) => ({ kind: 'line' as const, text: line })),
    { kind: 'signature', text: `${writer.write('@place')}${writer.write('body')}` },
    { kind: 'signature', text: printDate(isoDate(random)) },
  ],
  verse: ({ random, writer }) => {
    const lines = new Set<string>();
    for (let left = random.int(8, 16); left > 0; left -= 1) lines.add(writer.write('verse'));
    return [...lines].map((line) => ({ kind: 'line', text: line }));
  },
  notice: ({ random, writer, text }) => [
    text('text', 'lead'),
    ...many(random.int(3, 6), () => ({
      kind: 'line' as const,
      text: `${writer.write('place')}\t${writer.write('person')}\t${random.int(100, 999)}`,
    })),
    ...(random.chance(0.5) ? [text('line', 'note')] : []),
  ],
};

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** `2023年3月8日`. */
export function printDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
