import type { LineHint } from '../types';
import { AROUND, breakParagraph, type Seam } from './break-paragraph';
import type { BreakStyle } from './break-styles';
import { type CleanArticle, type CleanBlock, printDate } from './clean-articles';
import type { Random } from './random';

/** Turns clean articles into a messy file as researchers have them, and keeps what is true. */

export interface TrueArticle {
  title: string;
  body: string[];
  headings: string[];
  captions: string[];
  /** Source, author and editor lines. */
  attributions: string[];
  /** `null` where the file does not say it, or says it in a way that is not judged. */
  outlet: string | null;
  date: string | null;
  byline: string | null;
}

export interface BrokenFile {
  text: string;
  articles: TrueArticle[];
  /** Where paragraphs have to be joined. */
  seams: Seam[];
  /** Where lines stand after each other that are not one paragraph: the end and the beginning. */
  breaks: string[];
  furniture: string[];
  /** By 1-based line, where the file's format says something of its lines. */
  hints?: ReadonlyMap<number, LineHint>;
}

const END_MARKS: readonly ((outlet: string) => string)[] = [
  (outlet) => `(据${outlet})`,
  (outlet) => `（据${outlet}）`,
  (outlet) => `（来源：${outlet}）`,
  (outlet) => `来源：${outlet}`,
  (outlet) => `（原载《${outlet}》）`,
  (outlet) => `（转自${outlet}）`,
  (outlet) => `（摘自《${outlet}》）`,
  (outlet) => `稿件来源：${outlet}`,
];

const INLINE_ENDS: readonly ((article: CleanArticle) => string)[] = [
  (article) => `（记者 ${article.byline}）`,
  (article) => `（据《${article.outlet}》）`,
  (article) => `（来源：${article.outlet}）`,
];

const EDITOR_LINES = [
  '责任编辑：顾明',
  '（责任编辑：顾明 贺兰）',
  '编辑 / 顾明',
  '责编：顾明 审核：贺兰',
];

interface Header {
  print: (article: CleanArticle) => string;
  has: readonly ('outlet' | 'date' | 'byline')[];
}

const HEADERS: readonly Header[] = [
  { print: (a) => `${a.date} 10:30 来源：${a.outlet}`, has: ['outlet', 'date'] },
  { print: (a) => `来源：${a.outlet} 发布时间：${a.date}`, has: ['outlet', 'date'] },
  {
    print: (a) => `时间：${printDate(a.date)} 来源：${a.outlet} 作者：${a.byline}`,
    has: ['outlet', 'date', 'byline'],
  },
  { print: (a) => `作者：${a.byline}`, has: ['byline'] },
  { print: (a) => `本报记者 ${a.byline}`, has: ['byline'] },
  { print: (a) => `□ 记者 ${a.byline}`, has: ['byline'] },
];

/** Breaks the articles in one style and writes them into one file. */
export function breakArticles(
  articles: readonly CleanArticle[],
  style: BreakStyle,
  captions: () => string,
  random: Random,
): BrokenFile {
  const file: BrokenFile = { text: '', articles: [], seams: [], breaks: [], furniture: [] };
  const habits = {
    endMark: random.pick(END_MARKS),
    inlineEnd: random.pick(INLINE_ENDS),
    editor: random.pick(EDITOR_LINES),
    header: random.pick(HEADERS),
  };
  const lines: string[] = style.contents ? contentsOf(articles, style, random) : [];
  file.furniture.push(...lines);
  const paragraphs: string[] = [];
  const put = (...more: string[]): void => {
    lines.push(...more, ...blanks(style.gap));
  };
  const punctuate = (text: string): string => (style.halfWidth ? toHalfWidth(text) : text);
  articles.forEach((article, index) => {
    if (index > 0) {
      lines.push(...blanks(style.articleGap - style.gap));
      if (style.articleRule) lines.push(style.articleRule, ...blanks(style.articleGap));
    }
    const title = punctuate(style.titles === 'brackets' ? `【${article.title}】` : article.title);
    const number = `${index + 1}${random.chance(0.5) ? '.' : '、'}`;
    const truth: TrueArticle = {
      title: style.titles === 'numbered' ? number + title : title,
      body: [],
      headings: [],
      captions: [],
      attributions: [],
      outlet: null,
      date: null,
      byline: null,
    };
    file.articles.push(truth);
    put(MARKUP[style.titles](truth.title));
    if (article.subtitle) {
      truth.headings.push(article.subtitle);
      put(article.subtitle);
    }
    if (style.headers) {
      truth.attributions.push(habits.header.print(article));
      for (const field of habits.header.has) truth[field] = article[field];
      put(habits.header.print(article));
    }
    article.blocks.forEach((block, at) => {
      const last = at === article.blocks.length - 1;
      let text = block.kind === 'heading' ? block.text : punctuate(block.text);
      if (last && style.ends === 'inline' && block.kind === 'text' && text.endsWith('。')) {
        text += punctuate(habits.inlineEnd(article));
        if (habits.inlineEnd === INLINE_ENDS[0]) truth.byline ??= article.byline;
        else truth.outlet = article.outlet;
      }
      writeBlock({ ...block, text }, article.blocks[at + 1], truth);
      if (!last && block.kind === 'text' && random.chance(style.captions * 0.3)) {
        const words = captions();
        truth.captions.push(words);
        lines.push(...blanks(style.cutGap - style.gap), words, ...blanks(style.cutGap));
      }
    });
    if (style.ends === 'line') {
      truth.attributions.push(habits.endMark(article.outlet));
      truth.outlet = article.outlet;
      put(habits.endMark(article.outlet));
      if (random.chance(style.captionsAfterEnd)) {
        const words = captions();
        truth.captions.push(words);
        lines.push(...blanks(style.cutGap - style.gap), words, ...blanks(Math.max(1, style.gap)));
      }
    } else if (style.ends === 'editor') {
      truth.attributions.push(habits.editor);
      put(habits.editor);
    }
  });
  file.text = lines.join('\n');
  for (let i = 0; i + 1 < paragraphs.length; i += 1) {
    file.breaks.push(
      (paragraphs[i] ?? '').slice(-AROUND) + (paragraphs[i + 1] ?? '').slice(0, AROUND),
    );
  }
  return file;

  function writeBlock(block: CleanBlock, next: CleanBlock | undefined, truth: TrueArticle): void {
    paragraphs.push(block.text);
    if (block.kind === 'heading') {
      truth.headings.push(block.text);
      put(style.titles === 'markdown' ? `### ${block.text}` : block.text);
    } else if (block.kind === 'signature') {
      truth.attributions.push(block.text);
      put(block.text);
    } else if (block.kind === 'line') {
      truth.body.push(block.text);
      // Lines of verse and tables are set close.
      const isClose = /\t|^[^。！：:]+$/u.test(block.text);
      if (isClose && isLine(next) && !isLetterEnd(block.text)) lines.push(block.text);
      else put(block.text);
    } else {
      const broken = breakParagraph(block.text, style, captions, random);
      truth.body.push(block.text);
      truth.captions.push(...broken.captions);
      file.seams.push(...broken.seams);
      file.furniture.push(...broken.furniture);
      put(...broken.lines);
    }
  }
}

function isLine(block: CleanBlock | undefined): boolean {
  return block?.kind === 'line';
}

function isLetterEnd(text: string): boolean {
  return text === '此致';
}

const MARKUP: Readonly<Record<BreakStyle['titles'], (title: string) => string>> = {
  plain: (title) => title,
  brackets: (title) => title,
  numbered: (title) => title,
  markdown: (title) => `# ${title}`,
  bold: (title) => title,
};

function contentsOf(
  articles: readonly CleanArticle[],
  style: BreakStyle,
  random: Random,
): string[] {
  const paged = random.chance(0.5);
  const dots = random.pick(['……', '  ', ' ···· ']);
  let page = 1;
  const entries = articles.map((article) => {
    page += random.int(1, 4);
    const title = style.halfWidth ? toHalfWidth(article.title) : article.title;
    return paged ? `${title}${dots}${page}` : title;
  });
  return [random.pick(['目录', '目  录', '本期要目']), ...entries, ...blanks(style.articleGap)];
}

function blanks(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}

function toHalfWidth(text: string): string {
  return text.replace(/[，；：（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
