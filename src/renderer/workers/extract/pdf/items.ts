import { partStacks } from './stacks';

/**
 * The text layer of a page as pieces with a place: turned upright, cleaned, printed once.
 * All lengths are points, `x` from the left, `y` downwards from the top.
 */

/** A piece of text set in one go. */
export interface TextItem {
  /** Without white space at the ends, never empty. */
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Size of the type. */
  size: number;
  /** Stands for the font within its page; tells no name. */
  font: string;
  /** It was printed twice to look bold. */
  bold: boolean;
  /** White space was set before it. */
  spaced: boolean;
}

/** Text of one direction, turned so that it runs from the left to the right. */
export interface Flow {
  items: TextItem[];
  /** Of the page when it is turned so. */
  width: number;
  height: number;
  /** Set aslant over the page, as watermarks are. */
  slanted: boolean;
}

/** What pdf.js gives of a piece of text. */
export interface RawItem {
  str: string;
  /** From the text's space (size 1, `y` upwards) to the page's. */
  transform: readonly number[];
  width: number;
  height: number;
  fontName: string;
}

/** What is known of a font. */
export interface FontStyle {
  /** `serif`, `sans-serif` or `monospace`. */
  fontFamily: string;
  ascent: number;
  descent: number;
  /** It runs from top to bottom. */
  vertical: boolean;
}

export interface RawPage {
  items: readonly RawItem[];
  /** From the page's space to points from the top left, `[a, b, c, d, e, f]`. */
  view: readonly number[];
  width: number;
  height: number;
  /** By `fontName`. */
  styles: Readonly<Record<string, FontStyle>>;
}

type Way = 'right' | 'down' | 'left' | 'up' | 'slanted' | 'columns';
type Matrix = [number, number, number, number, number, number];

const WAYS: readonly Way[] = ['right', 'down', 'left', 'up'];
const NO_SIZE = 0.01;
/** With more fonts on a page each holds only some letters of one face. */
const MANY_FONTS = 10;
/** Ems: copies nearer than this make a bold letter, not two letters. */
const SAME_PLACE = 0.12;

/** Sorts a page's text by the direction it runs in; the flow with the most text comes first. */
export function readFlows(page: RawPage): Flow[] {
  const ways = new Map<Way, TextItem[]>();
  const faces = faceNames(page);
  let spaced = false;
  for (const raw of page.items) {
    const text = cleanText(raw.str);
    spaced ||= /^\s/.test(raw.str);
    if (text === '') continue;
    const matrix = multiply(page.view, raw.transform);
    const way = page.styles[raw.fontName]?.vertical ? 'columns' : wayOf(matrix);
    const placed = place(way, matrix, raw, page);
    if (!placed) continue;
    const face = faces.get(raw.fontName) ?? '';
    const item: TextItem = { ...placed, text, font: face, bold: false, spaced };
    spaced = /\s$/.test(raw.str);
    const list = ways.get(way);
    if (list) list.push(item);
    else ways.set(way, [item]);
  }
  standUp(ways, page);
  const flows = [...ways].map(([way, items]): Flow => {
    const turned = way === 'down' || way === 'up' || way === 'columns';
    return {
      items: dropDoublePrints(items),
      width: turned ? page.height : page.width,
      height: turned ? page.width : page.height,
      slanted: way === 'slanted',
    };
  });
  return flows.sort((a, b) => weight(b) - weight(a));
}

/** Moves vertical writing that is set in single characters to the flow that it belongs to. */
function standUp(ways: Map<Way, TextItem[]>, page: RawPage): void {
  const { rest, stacks } = partStacks(ways.get('right') ?? []);
  if (stacks.length === 0) return;
  const columns = stacks.flat().map((item): TextItem => {
    // In vertical writing a place is the middle of the character's upper edge.
    const [x, y] = turn('columns', item.x + item.size / 2, item.y - 0.88 * item.size, page);
    return { ...item, x, y, width: item.size };
  });
  ways.set('columns', [...(ways.get('columns') ?? []), ...columns]);
  if (rest.length > 0) ways.set('right', rest);
  else ways.delete('right');
}

function weight(flow: Flow): number {
  return flow.slanted ? 0 : flow.items.reduce((sum, item) => sum + item.text.length, 0);
}

function wayOf([a, b]: Matrix): Way {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.05) return 'slanted';
  return WAYS[(nearest + 4) % 4] ?? 'right';
}

/** By the font's name, what tells it from the page's other faces. */
function faceNames({ items, styles }: RawPage): Map<string, string> {
  const names = [...new Set(items.map((item) => item.fontName))];
  return new Map(
    names.map((name) => {
      const style = styles[name];
      const shape = `${style?.fontFamily} ${style?.ascent} ${style?.descent}`;
      return [name, names.length > MANY_FONTS ? shape : name];
    }),
  );
}

function place(
  way: Way,
  matrix: Matrix,
  raw: RawItem,
  page: RawPage,
): Pick<TextItem, 'x' | 'y' | 'width' | 'size'> | null {
  const [a, b, c, d, left, top] = matrix;
  const isColumn = way === 'columns';
  const size = (isColumn ? Math.hypot(a, b) : Math.hypot(c, d)) || NO_SIZE;
  const length = isColumn ? raw.height : raw.width;
  const [x, y] = turn(way, left, top, page);
  // A place that is no number has nothing to do with the page.
  if (![x, y, length, size].every(Number.isFinite)) return null;
  return { x, y, width: Math.abs(length), size };
}

function turn(way: Way, x: number, y: number, page: RawPage): [number, number] {
  if (way === 'down' || way === 'columns') return [y, page.width - x];
  if (way === 'up') return [page.height - y, x];
  if (way === 'left') return [page.width - x, page.height - y];
  return [x, y];
}

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\uFEFF\uFFFE\uFFFF]/g;
/** Radicals and compatibility characters, which stand for the Han character of the same shape. */
const COMPATIBLE = /[\u2F00-\u2FD5\uF900-\uFAFF]/g;
/** Those that Unicode has no such rule for, each before its Han character. */
const RADICALS = new Map(
  (
    '⺁厂⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼' +
    '⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⺀冫⺈刀⺌小⺍小⺎兀⺒巳⺓幺⺛旡' +
    '⺜日⺝月⺞歺⺩王⺮竹⺶羊⺷羊⺼肉⺽臼⺾艹⻂衤⻈讠⻌辶⻏阝⻐钅⻖阝⻟飠⻠饣⺅亻⺖忄⺘扌⺡氵⺣灬' +
    '⺨犭⺭礻⺯糹⺰纟⺉刂⺋㔾⺆冂⺏尣⺐尢⺔彑⺕彐⺙攵⺢氺⺤爫⺥爫⺦丬⺧牛⺬示⺱罓⺲罒⺹耂⺺肀⻃覀⻒镸'
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(COMPATIBLE, (character) => character.normalize('NFKC'))
    .replace(/[\u2E80-\u2EFF]/g, (radical) => RADICALS.get(radical) ?? radical)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Takes out exact copies at the same place: type is printed twice, a hair apart, to look bold.
 * What stays of them is `bold`. Nothing else is ever left out.
 */
export function dropDoublePrints(items: readonly TextItem[]): TextItem[] {
  const kept: TextItem[] = [];
  const byText = new Map<string, TextItem[]>();
  for (const item of items) {
    const alike = byText.get(item.text);
    // Copies follow each other closely, so that a few back is far enough.
    const original = alike?.slice(-8).find((other) => isSamePlace(other, item));
    if (original) {
      original.bold = true;
      continue;
    }
    const copy = { ...item };
    kept.push(copy);
    if (alike) alike.push(copy);
    else byText.set(item.text, [copy]);
  }
  return kept;
}

function isSamePlace(a: TextItem, b: TextItem): boolean {
  const reach = SAME_PLACE * Math.min(a.size, b.size);
  return (
    Math.abs(a.x - b.x) <= reach &&
    Math.abs(a.y - b.y) <= reach &&
    Math.abs(a.size - b.size) <= reach
  );
}
