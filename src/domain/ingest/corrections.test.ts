import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import { anyHints, anyLines, anyText, expectWhole } from './testing/any-text';
import {
  CORRECTION_LABELS,
  type Correction,
  type CorrectionLabel,
  type ReconstructedFile,
} from './types';

const TEXT = `石桥村建起暖心灶

石桥村的灶台上周生起了火，三十位老人有了热饭吃。

社工与老人一起包粽子

村支书说，这口灶还要一直烧下去，谁家有难处都可以来。

柳浪社区办起百家宴

柳浪社区近日在小院里摆起十二张圆桌，六十户居民端着拿手菜赴宴。

居民说，以前对门都不认识，现在一个眼神就知道谁要添饭。`;

function read(
  text: string,
  ...corrections: [line: number, as: CorrectionLabel][]
): ReconstructedFile {
  return reconstruct(text, { corrections: corrections.map(([line, as]) => ({ line, as })) });
}

const show = (file: ReconstructedFile): string[][] =>
  file.articles.map(({ title, text, paragraphs }) => [
    title,
    ...paragraphs.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).slice(0, 8)}`),
  ]);

describe('a correction', () => {
  it('needs none here', () => {
    expect(show(read(TEXT))).toEqual([
      [
        '石桥村建起暖心灶',
        'body: 石桥村的灶台上周',
        'caption: 社工与老人一起包',
        'body: 村支书说，这口灶',
      ],
      ['柳浪社区办起百家宴', 'body: 柳浪社区近日在小', 'body: 居民说，以前对门'],
    ]);
  });

  it('makes a line the title of a new article', () => {
    const file = read(TEXT, [5, 'title']);
    expect(file.articles.map(({ title, titleLines }) => [title, titleLines])).toEqual([
      ['石桥村建起暖心灶', [1]],
      ['社工与老人一起包粽子', [5]],
      ['柳浪社区办起百家宴', [9]],
    ]);
    const split = file.decisions.find(({ action, line }) => action === 'split' && line === 5);
    expect(split).toMatchObject({ evidence: ['corrected'], confidence: 1 });
    expect(file.articles[1]?.facts.title).toEqual({ rule: 'corrected', line: 5, confidence: 1 });
  });

  it('makes a title longer', () => {
    const [article] = read(TEXT, [3, 'title']).articles;
    expect(article?.titleLines).toEqual([1, 3]);
    expect(article?.title).toMatch(/^石桥村建起暖心灶石桥村的灶台/);
  });

  it('begins an article without a title', () => {
    const file = read(TEXT, [7, 'start']);
    expect(file.articles.map(({ firstLine }) => firstLine)).toEqual([1, 7, 9]);
    expect(file.articles[1]).toMatchObject({ titleLines: [], title: '村支书说' });
    expect(file.decisions.filter(({ line }) => line === 7)[0]).toMatchObject({
      action: 'split',
      evidence: ['corrected', 'untitled'],
      confidence: 1,
    });
  });

  it('joins over a caption, over a heading and into the article before', () => {
    expect(show(read(TEXT, [7, 'join']))[0]).toEqual([
      '石桥村建起暖心灶',
      'body: 石桥村的灶台上周',
      'caption: 社工与老人一起包',
    ]);
    const file = read(TEXT, [5, 'heading'], [7, 'join'], [9, 'join'], [11, 'body']);
    expect(show(file)).toEqual([
      [
        '石桥村建起暖心灶',
        'body: 石桥村的灶台上周',
        'heading: 社工与老人一起包',
        'body: 柳浪社区近日在小',
        'body: 居民说，以前对门',
      ],
    ]);
    expect(file.articles[0]?.text).toContain('都可以来。柳浪社区办起百家宴\n');
    const joins = file.decisions.filter(({ action }) => action === 'join');
    expect(joins).toMatchObject([{ line: 7, lastLine: 9, evidence: ['corrected'], confidence: 1 }]);
  });

  it('parts a paragraph and lifts a line', () => {
    const text =
      '石桥村建起暖心灶\n\n石桥村的灶台上周生起了火，三十位老人有了热饭吃，村支书说，这口灶还要一直烧下去，\n老人有了热饭吃，大家都说这口灶好。\n\n鲁山摄影工作室';
    const plain = read(text, [4, 'body'], [6, 'byline']);
    expect(show(plain)[0]?.slice(1)).toEqual([
      ...['body: 石桥村的灶台上周', 'body: 老人有了热饭吃，', 'byline: 鲁山摄影工作室'],
    ]);
    expect(plain.articles[0]?.byline).toBe('鲁山摄影工作室');
    const source = read(text, [6, 'attribution']).articles[0];
    expect(source).toMatchObject({ outlet: '鲁山摄影工作室', facts: { outlet: { line: 6 } } });
  });

  it('is the last of a line, and nothing on a blank or missing line', () => {
    expect(show(read(TEXT, [5, 'title'], [5, 'caption']))).toEqual(show(read(TEXT)));
    expect(read(TEXT, [2, 'title'], [999, 'start'])).toEqual(read(TEXT));
  });

  it('gives the one title where nothing is split', () => {
    const { articles } = reconstruct(TEXT, {
      single: true,
      corrections: [
        { line: 9, as: 'title' },
        { line: 7, as: 'start' },
      ],
    });
    expect(articles).toHaveLength(1);
    expect(articles[0]?.title).toBe('石桥村建起暖心灶柳浪社区办起百家宴');
    expect(articles[0]?.titleLines).toEqual([1, 9]);
  });
});

/** What the result says that a line is; `null` for lines of which nothing is left. */
function labelsAt(file: ReconstructedFile, line: number): CorrectionLabel[] | null {
  const article = file.articles[file.lineOwners?.articles[line - 1] ?? -1];
  if (!article) return null;
  const paragraph = article.paragraphs[file.lineOwners?.paragraphs[line - 1] ?? -1];
  if (!paragraph) return ['title'];
  const lift = file.decisions.find((each) => each.action === 'lift' && each.line === line);
  if (paragraph.kind === 'attribution') return ['attribution', 'furniture'];
  if (paragraph.kind === 'heading') return ['heading', 'subtitle'];
  if (paragraph.kind !== 'body') return [lift?.kind === 'caption' ? 'caption' : 'byline'];
  if (paragraph.firstLine < line) return ['join'];
  // Without a paragraph before it a joined line begins one.
  const first = article.paragraphs.find(({ kind }) => kind === 'body') === paragraph;
  return [
    'body',
    ...(first ? (['join'] as const) : []),
    ...(article.titleLines.length === 0 ? (['start'] as const) : []),
  ];
}

const corrections = fc.array(
  fc.record({ line: fc.integer({ min: 1, max: 30 }), as: fc.constantFrom(...CORRECTION_LABELS) }),
  { maxLength: 8 },
);

describe('any corrections of any text', { timeout: 60_000 }, () => {
  const check = (text: string, list: readonly Correction[]): void => {
    const file = reconstruct(text, { corrections: list });
    expectWhole(text, file);
    const last = new Map(list.map(({ line, as }) => [line, as]));
    for (const [line, as] of last) {
      const labels = labelsAt(file, line);
      if (labels) expect(labels).toContain(as);
    }
  };

  it('hold, and lose nothing', () => {
    fc.assert(fc.property(anyLines, corrections, check), { numRuns: 200 });
    fc.assert(fc.property(anyText, corrections, check), { numRuns: 200 });
  });

  it('hold beside any hints', () => {
    fc.assert(
      fc.property(anyText, anyHints, corrections, (text, hints, list) => {
        expectWhole(text, reconstruct(text, { ...hints, corrections: list }));
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing when they say what is so', () => {
    const plain = ({ articles }: ReconstructedFile): unknown =>
      articles.map(({ facts: _, confidence: __, ...article }) => article);
    fc.assert(
      fc.property(anyLines, fc.nat(), (text, pick) => {
        const before = reconstruct(text);
        const lines = text.split('\n').flatMap((line, i) => (line === '' ? [] : [i + 1]));
        const line = lines[pick % lines.length] ?? 1;
        const labels = labelsAt(before, line) ?? [];
        const lift = before.decisions.find((each) => each.action === 'lift' && each.line === line);
        const isFurniture = lift?.evidence.includes('page-furniture');
        const article = before.articles[before.lineOwners?.articles[line - 1] ?? -1];
        const isSubtitle =
          labels[0] === 'heading' && article?.subtitle?.includes(text.split('\n')[line - 1] ?? '');
        const as = isFurniture ? 'furniture' : isSubtitle ? 'subtitle' : labels[0];
        // A title right under a title makes that one longer, by contract.
        const above = before.articles.some(({ titleLines, paragraphs }) => {
          return paragraphs.length === 0 && titleLines.every((each) => each < line);
        });
        if (!as || (as === 'title' && above)) return;
        const after = reconstruct(text, { corrections: [{ line, as }] });
        expect(plain(after)).toEqual(plain(before));
      }),
      { numRuns: 200 },
    );
  });
});
