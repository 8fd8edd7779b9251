import { breakArticles } from './break-articles';
import { randomStyle } from './break-styles';
import { captionWriter, cleanArticle, type Half } from './clean-articles';
import { Random } from './random';

/** The files of one day's paper, a page in each. */
export interface BrokenSet {
  files: { path: string; text: string }[];
  /** Titles and paths of what goes on: `title > path of the page with the rest`. */
  pairs: string[];
  /** Paragraphs of all articles. */
  body: string[];
}

/** How a set's pages are told: by the files' names, by a line at the top, or not at all. */
const PAGES = ['name', 'line', 'none'] as const;

/** Sets in which articles go on in another file, the same for the same seed. */
export function* brokenSets(seed: number, count: number, half: Half): Generator<BrokenSet> {
  const random = new Random(seed);
  for (let number = 0; number < count; number += 1) yield brokenSet(random, half, number);
}

function brokenSet(random: Random, half: Half, number: number): BrokenSet {
  const style = {
    ...randomStyle(random),
    ...({
      ends: 'line',
      headers: false,
      titles: 'plain',
      articleRule: '',
      contents: false,
    } as const),
  };
  const told = random.pick(PAGES);
  const captions = captionWriter(random, half);
  const set: BrokenSet = { files: [], pairs: [], body: [] };
  const pages: string[][] = Array.from({ length: random.int(2, 6) }, () => []);
  const path = (page: number) => `${number}/${told === 'name' ? `第${page}版` : `文${page}`}.txt`;
  const article = () => cleanArticle(random, half, random.pick(['report', 'feature'] as const));
  const write = (blocks: ReturnType<typeof article>, ends: 'line' | 'none'): string => {
    const { text, articles } = breakArticles([blocks], { ...style, ends }, captions, random);
    set.body.push(...articles.flatMap(({ body }) => body));
    return text.trimEnd();
  };
  for (const [index, page] of pages.entries()) {
    const { subtitle: _, ...long } = article();
    const at = random.int(1, Math.max(1, long.blocks.length - 1));
    const to = random.int(1, pages.length);
    const isCut = long.blocks.length >= 3 && long.blocks[at - 1]?.kind !== 'heading';
    if (!isCut || to === index + 1) page.push(write(long, 'line'));
    else {
      const first = write({ ...long, blocks: long.blocks.slice(0, at) }, 'none');
      page.push(`${first}\n（下转第${to}版）`);
      // Of some the page with the rest is missing.
      if (random.chance(0.1)) continue;
      const rest = write({ ...long, blocks: long.blocks.slice(at) }, 'line');
      const name = told === 'none' || random.chance(0.3) ? `《${long.title}》` : '';
      const words = rest.slice(rest.indexOf('\n') + 1).replace(/^\n+/, '');
      pages[to - 1]?.push(`（上接第${index + 1}版）${name}\n${words}`);
      set.pairs.push(`${long.title} > ${path(to)}`);
    }
    page.push(write(article(), 'line'));
  }
  for (const [index, page] of pages.entries()) {
    // The rest of an article never stands over the page's own first title in all papers.
    const texts = random.chance(0.5) ? page : [...page].reverse();
    const head = told === 'line' ? [`第${index + 1}版`] : [];
    const text = [...head, ...texts].join('\n'.repeat(style.articleGap + 1));
    set.files.push({ path: path(index + 1), text });
  }
  return set;
}
