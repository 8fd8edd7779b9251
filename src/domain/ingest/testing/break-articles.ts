import { breakParagraph, type Cut, type CutStyle } from './break-paragraph';
import type { Random } from './random';

/** Turns clean articles into a messy file as researchers have them, and keeps what is true. */

export interface CleanArticle {
  title: string;
  paragraphs: readonly string[];
  /** Headings that stand before the paragraph with the same index. */
  headings?: Readonly<Record<number, string>>;
  outlet: string;
}

export interface BreakStyle extends CutStyle {
  /** Blank lines between paragraphs. */
  gap: number;
  indent: boolean;
  /** Blank lines between articles. */
  articleGap: number;
  articleRule: '' | '----------' | '＊＊＊＊＊' | '\f';
  endMarks: boolean;
  headers: boolean;
  halfWidth: boolean;
  bracketTitles: boolean;
  captions: number;
  captionsAfterEnd: number;
}

export interface TrueArticle {
  title: string;
  body: string[];
  headings: string[];
  captions: string[];
  attributions: string[];
  outlet: string;
}

export interface BrokenFile {
  text: string;
  articles: TrueArticle[];
  cuts: Cut[];
}

/** A style as it may occur: the parts that make a file readable to people are never all missing. */
export function randomStyle(random: Random): BreakStyle {
  const gap = random.pick([0, 1, 1, 1, 2]);
  const indent = gap === 0 ? random.chance(0.6) : random.chance(0.25);
  const endMarks = random.chance(0.65);
  const headers = random.chance(endMarks ? 0.15 : 0.4);
  const marked = endMarks || headers;
  return {
    gap,
    indent,
    articleGap: marked && random.chance(0.4) ? Math.max(gap, 1) : gap + random.int(1, 3),
    articleRule: random.chance(0.15)
      ? random.pick(['----------', '＊＊＊＊＊', '\f'] as const)
      : '',
    endMarks,
    headers,
    halfWidth: random.chance(0.35),
    bracketTitles: random.chance(0.06),
    captions: random.pick([0, 0.1, 0.25]),
    captionsAfterEnd: endMarks ? random.pick([0, 0.3]) : 0,
    wrap: random.chance(0.25) ? random.int(16, 42) : 0,
    cuts: random.pick([0, 0.15, 0.35]),
    cutGap: random.int(Math.max(1, gap), 3),
    cutFurniture: random.pick([0, 0, 0.3]),
    runningHead: random.pick(['东湖社工 2023年第6期', '社会治理观察', '']),
  };
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

const HEADERS: readonly ((outlet: string) => string)[] = [
  (outlet) => `2023-11-24 10:30 来源：${outlet}`,
  (outlet) => `来源：${outlet} 发布时间：2023-06-05`,
  (outlet) => `2023年3月8日 ${outlet}`,
  (outlet) => `时间：2023年3月8日 来源：${outlet} 作者：周晓岚`,
];

/** Breaks the articles in one style and writes them into one file. */
export function breakArticles(
  articles: readonly CleanArticle[],
  style: BreakStyle,
  captions: (random: Random) => string,
  random: Random,
): BrokenFile {
  const lines: string[] = [];
  const cuts: Cut[] = [];
  const endMark = random.pick(END_MARKS);
  const header = random.pick(HEADERS);
  const punctuate = (text: string): string => (style.halfWidth ? toHalfWidth(text) : text);
  const truth = articles.map((article, index): TrueArticle => {
    if (index > 0) {
      lines.push(...blanks(style.articleGap));
      if (style.articleRule) lines.push(style.articleRule, ...blanks(style.articleGap));
    }
    const title = style.bracketTitles ? `【${article.title}】` : article.title;
    const found: TrueArticle = {
      title: punctuate(title),
      body: [],
      headings: [],
      captions: [],
      attributions: [],
      outlet: style.endMarks || style.headers ? article.outlet : '',
    };
    lines.push(found.title, ...blanks(style.gap));
    if (style.headers) {
      const line = header(article.outlet);
      lines.push(line, ...blanks(style.gap));
      found.attributions.push(line);
    }
    article.paragraphs.forEach((paragraph, number) => {
      const heading = article.headings?.[number];
      if (heading) {
        found.headings.push(heading);
        lines.push(heading, ...blanks(style.gap));
      }
      const text = punctuate(paragraph);
      found.body.push(text);
      const broken = breakParagraph(text, style, captions, random);
      cuts.push(...broken.cuts);
      found.captions.push(...broken.captions);
      lines.push(...broken.lines);
      const last = number === article.paragraphs.length - 1;
      if (!last && random.chance(style.captions * 0.3)) {
        const caption = captions(random);
        found.captions.push(caption);
        lines.push(...blanks(style.cutGap), caption);
      }
      if (!last || style.endMarks) lines.push(...blanks(style.gap));
    });
    if (style.endMarks) {
      found.attributions.push(endMark(article.outlet));
      lines.push(endMark(article.outlet));
      if (random.chance(style.captionsAfterEnd)) {
        const caption = captions(random);
        found.captions.push(caption);
        lines.push(...blanks(style.cutGap), caption);
      }
    }
    return found;
  });
  return { text: lines.join('\n'), articles: truth, cuts };
}

function blanks(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

function toHalfWidth(text: string): string {
  return text.replace(/[，；：（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
