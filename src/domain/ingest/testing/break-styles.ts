import type { Genre } from './clean-articles';
import type { Random } from './random';

/** The ways in which a file of news texts is set and broken. */
export interface BreakStyle {
  /** Blank lines between paragraphs. */
  gap: number;
  indent: boolean;
  /** Blank lines between articles. */
  articleGap: number;
  articleRule: '' | '----------' | '＊＊＊＊＊' | '\f';
  ends: 'none' | 'line' | 'inline' | 'editor';
  headers: boolean;
  halfWidth: boolean;
  titles: 'plain' | 'brackets' | 'numbered' | 'markdown' | 'bold';
  contents: boolean;
  /** Width of a hard-wrapped setting, 0 for none. */
  wrap: number;
  wrapBy: 'characters' | 'columns';
  /** Share of the paragraphs that a page or column break cuts. */
  cuts: number;
  /** Blank lines at a cut. */
  cutGap: number;
  captions: number;
  captionsAfterEnd: number;
  /** Share of the cuts at which a page number or running head stands. */
  cutFurniture: number;
  /** `#` stands for the page's number. */
  runningHead: string;
  /** What the file's format says of its lines: all of a web page's, the pages of a print. */
  structure: '' | 'html' | 'pdf';
  /** Articles go on after the one behind them (`下转`, `上接`). */
  jumps: boolean;
  /** Names in Latin letters stand in the texts. */
  latin: boolean;
  /** Only articles of these genres. */
  genres: readonly Genre[];
  /** How many articles a file holds, at least and at most. */
  articles: readonly [number, number];
}

/** A style as it may occur: the parts that make a file readable to people are never all missing. */
export function randomStyle(random: Random): BreakStyle {
  const gap = random.pick([0, 1, 1, 1, 2]);
  const indent = gap === 0 ? random.chance(0.6) : random.chance(0.25);
  const count = random.int(1, 6);
  const ends = random.pick(['none', 'line', 'line', 'line', 'inline', 'editor'] as const);
  const headers = random.chance(ends === 'line' ? 0.15 : 0.4);
  const marked = ends !== 'none' || headers;
  return {
    gap,
    indent,
    articleGap: marked && random.chance(0.4) ? Math.max(gap, 1) : gap + random.int(1, 3),
    articleRule: random.chance(0.15)
      ? random.pick(['----------', '＊＊＊＊＊', '\f'] as const)
      : '',
    ends,
    headers,
    halfWidth: random.chance(0.3),
    titles: random.chance(0.15)
      ? random.pick(['brackets', 'numbered', 'markdown', 'bold'] as const)
      : 'plain',
    contents: count > 2 && random.chance(0.1),
    captions: random.pick([0, 0.1, 0.25]),
    captionsAfterEnd: ends === 'line' ? random.pick([0, 0.3]) : 0,
    wrap: random.chance(0.25) ? random.int(16, 42) : 0,
    wrapBy: random.pick(['characters', 'columns'] as const),
    cuts: random.pick([0, 0.15, 0.35]),
    cutGap: random.int(Math.max(1, gap), 3),
    cutFurniture: random.pick([0, 0, 0.3]),
    runningHead: random.pick(['社会观察 2023年第6期', '时代纵横', '# 今日要闻', '']),
    structure: '',
    jumps: false,
    latin: false,
    genres: [],
    articles: [count, count],
  };
}

/** Named styles: what is said here holds, the rest is left to chance. */
export const STYLES: Readonly<Record<string, Partial<BreakStyle>>> = {
  mixture: {},
  'one clean article': { articles: [1, 1], cuts: 0, captions: 0, wrap: 0, contents: false },
  'one broken article': { articles: [1, 1], contents: false, titles: 'plain' },
  'cut across captions': { cuts: 0.8, captions: 0.45, wrap: 0 },
  'cut across page marks': { cuts: 0.8, captions: 0, cutFurniture: 1, wrap: 0 },
  'cut by columns': { cuts: 0.8, gap: 1, cutGap: 1, captions: 0.05, cutFurniture: 0, wrap: 0 },
  'cut without blank lines': { cuts: 0.5, gap: 0, cutGap: 0, wrap: 0, indent: true },
  'wrapped, blank lines': { wrap: 24, gap: 1, indent: false },
  'wrapped, indents': { wrap: 32, gap: 0, indent: true },
  'half-width marks': { halfWidth: true },
  'without any mark': { ends: 'none', headers: false, gap: 1, articleGap: 3, titles: 'plain' },
  'no blank lines': { gap: 0, indent: false, wrap: 0, articleGap: 0, ends: 'line', cuts: 0 },
  'headers under titles': { headers: true, ends: 'none' },
  'ends in the text': { ends: 'inline', headers: false },
  'editors at the end': { ends: 'editor', headers: false },
  'contents at the top': { contents: true, articles: [3, 8] },
  'titles in 【】': { titles: 'brackets' },
  'numbered titles': { titles: 'numbered', articles: [2, 8] },
  Markdown: { titles: 'markdown' },
  'round-up of briefs': { genres: ['brief'], articles: [4, 12], cuts: 0, captions: 0 },
  'features with headings': { genres: ['feature', 'opinion'] },
  'interviews and documents': { genres: ['interview', 'document'] },
  'continued on other pages': {
    jumps: true,
    genres: ['report', 'feature'],
    articles: [2, 6],
    ends: 'line',
    headers: false,
    titles: 'plain',
    articleRule: '',
    contents: false,
  },
  'web page with its structure': {
    structure: 'html',
    gap: 0,
    articleGap: 0,
    wrap: 0,
    cuts: 0,
    titles: 'plain',
    articleRule: '',
    contents: false,
  },
  'print with its pages': {
    structure: 'pdf',
    wrap: 26,
    cuts: 0.5,
    cutFurniture: 1,
    captions: 0,
    runningHead: '# 今日要闻',
    contents: false,
  },
  'Latin words with hyphens': { latin: true, wrap: 20, wrapBy: 'columns', cuts: 0 },
  'verse, letters, tables': { genres: ['verse', 'letter', 'notice', 'report'] },
};
