import { squeeze, trimLine } from '../blocks';
import type { ExtractedText } from '../types';

/** What a page says of itself outside its text. */
export interface PageFacts {
  /** As the page's data give it (JSON-LD, meta tags), empty when they do not. */
  title: string;
  /** The `<title>` as it stands, usually with the name of the site. */
  documentTitle: string;
  facts: Omit<ExtractedText['facts'], 'title'>;
}

/** Longer values are no facts but whole texts. */
const MAX_FACT = 200;
/** JSON-LD is small; what is larger is not looked into. In UTF-16 units. */
const MAX_JSON = 1 << 20;

/**
 * Names of meta tags, the surest first, in lower case: Open Graph, Dublin Core, the naming rule of
 * Chinese government sites (国办发〔2017〕47号) and what Chinese news sites and systems write.
 */
const META = {
  title: ['og:title', 'articletitle', 'twitter:title', 'dc.title', 'dcterms.title'],
  outlet: [
    'contentsource',
    'mediaid',
    'source',
    'og:article:source',
    'article:source',
    'og:site_name',
    'dc.publisher',
    'sitename',
  ],
  date: [
    'article:published_time',
    'og:article:published_time',
    'og:release_date',
    'pubdate',
    'publishdate',
    'publish_date',
    'datepublished',
    'firstpublishedtime',
    'dc.date.issued',
    'dc.date',
    'dcterms.date',
    'date',
  ],
  byline: ['article:author', 'og:article:author', 'author', 'dc.creator', 'byl'],
} as const;

/** Reads JSON-LD, meta tags, `<time>` and `<title>`. */
export function readFacts(document: Document): PageFacts {
  const metas = readMetas(document);
  const data = readJsonLd(document);
  const meta = (names: readonly string[]): string[] => names.map((name) => metas.get(name) ?? '');
  const date = [data.date, ...meta(META.date), timeOf(document)].map(plainDate).find(Boolean);
  const outlet = [data.outlet, ...meta(META.outlet)].map(clean).find(isName);
  const byline = [data.byline, ...meta(META.byline)].map(clean).find(isName);
  const facts: PageFacts['facts'] = {};
  if (date) facts.date = date;
  if (outlet) facts.outlet = outlet;
  // Many sites name themselves as the author.
  if (byline && byline !== outlet && byline !== metas.get('og:site_name')) facts.byline = byline;
  const title = [data.title, ...meta(META.title)].map(clean).find(Boolean) ?? '';
  return { title, documentTitle: clean(document.querySelector('title')?.textContent ?? ''), facts };
}

function clean(value: string): string {
  const line = trimLine(value.replace(/[\s\u00a0]+/g, ' '));
  return line.length > MAX_FACT ? '' : line;
}

/** Addresses and numbers are what systems write, no names. */
function isName(value: string): boolean {
  return value !== '' && !/^(https?:|www\.|[\d\s_-]+$|null$|undefined$|admin)/i.test(value);
}

function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name');
    const value = element.getAttribute('content')?.trim() ?? '';
    const key = name?.trim().toLowerCase() ?? '';
    if (key !== '' && value !== '' && !metas.has(key)) metas.set(key, value);
  }
  return metas;
}

/** One `<time>` is that of the article; of several only one marked as such. */
function timeOf(document: Document): string {
  const times = [...document.querySelectorAll('time')];
  const marked = times.filter(
    (time) => time.hasAttribute('pubdate') || time.getAttribute('itemprop') === 'datePublished',
  );
  const [time, ...more] = marked.length > 0 ? marked : times;
  if (time === undefined || more.length > 0) return '';
  return time.getAttribute('datetime') ?? time.textContent ?? '';
}

interface Data {
  title: string;
  outlet: string;
  date: string;
  byline: string;
}

function readJsonLd(document: Document): Data {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? '';
    if (json.length > MAX_JSON) continue;
    const article = findArticle(parse(json));
    if (article === null) continue;
    return {
      title: nameOf(article.headline ?? article.name),
      outlet: nameOf(article.publisher ?? article.sourceOrganization),
      date: nameOf(article.datePublished ?? article.dateCreated),
      byline: nameOf(article.author),
    };
  }
  return { title: '', outlet: '', date: '', byline: '' };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Scripts with raw line breaks or comments are common; the meta tags remain.
    return null;
  }
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first object that is an article: itself, in a list, or in `@graph` or `mainEntity`. */
function findArticle(value: unknown, depth = 0): Json | null {
  if (depth > 4) return null;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 100)) {
      const found = findArticle(each, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(Article|BlogPosting)$/.test(type))) {
    return value;
  }
  return findArticle(value['@graph'] ?? value.mainEntity, depth + 1);
}

/** A string as it is; for people and organisations their names, joined with 、. */
function nameOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > 2) return '';
  if (Array.isArray(value)) {
    return value
      .slice(0, 20)
      .map((each) => nameOf(each, depth + 1))
      .filter(Boolean)
      .join('、');
  }
  return isObject(value) ? nameOf(value.name, depth + 1) : '';
}

const HOUR = 3_600_000;

/**
 * `YYYY-MM-DD` of a date as pages write it, empty when it is none. Times in UTC become Beijing
 * time, for that is the day under which Chinese media publish; times with an offset keep their day.
 */
export function plainDate(written: string): string {
  const value = written.trim().slice(0, MAX_FACT);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? '' : new Date(time + 8 * HOUR).toISOString().slice(0, 10);
  }
  const match =
    /(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(value) ??
    /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=\d{6}(?!\d)|(?!\d))/.exec(value);
  if (match === null) return '';
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? '' : date;
}

/** Ends of names of sites, for titles to which no other place of the page says where they end. */
const SITE_NAME = /(网|网站|报|报社|频道|新闻|在线|客户端|门户|资讯|中心|\.com|\.cn)$/i;

/** What programs write when nobody has given a title. */
const NO_TITLE =
  /^(?:无标题(?:文档)?|无題|未命名|新建网页.*|untitled.*|document|new page.*|index)$/i;

/**
 * The article's title: `<title>` with the site's name cut off where the page's data, its heading or
 * the name itself say that it is one.
 * @param heading The page's one heading of the first level, empty when there is none or several.
 * @param lines Short lines of the page; one of them may be what `<title>` begins with.
 */
export function articleTitle(
  { title, documentTitle, facts }: PageFacts,
  heading: string,
  lines: readonly string[],
): string {
  const whole = squeeze(documentTitle);
  if (heading !== '' && (whole === '' || whole.startsWith(squeeze(heading)))) return heading;
  const begun = lines.filter((line) => begins(documentTitle, line));
  const longest = begun.reduce((best, line) => (line.length > best.length ? line : best), '');
  if (longest !== '') return longest;
  // A heading of the first level on the page is surer than what names the window.
  if (heading !== '' && title === '') return heading;
  const given = cutSite(title, facts.outlet ?? '');
  if (given !== '') return given;
  const named = documentTitle !== '' && !NO_TITLE.test(documentTitle);
  return named ? cutSite(documentTitle, facts.outlet ?? '') : heading;
}

/** Whether a title is the line and then, after a mark that parts them, something else. */
function begins(title: string, line: string): boolean {
  const short = squeeze(line);
  const rest = squeeze(title).slice(short.length);
  return short.length >= 4 && squeeze(title).startsWith(short) && /^(?:$|[_|｜\-–—])/.test(rest);
}

function cutSite(title: string, outlet: string): string {
  const parts = title.split(/([_|｜]+|\s+[-–—]\s+|--+|-(?=[^-]{2,12}$))/);
  while (parts.length > 2) {
    const last = (parts.at(-1) ?? '').trim();
    if (last !== '' && last !== outlet && !SITE_NAME.test(last)) break;
    parts.splice(-2);
  }
  return parts.join('').trim();
}
