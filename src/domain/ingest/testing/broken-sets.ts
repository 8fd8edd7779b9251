import { type BrokenFile, breakArticles } from './break-articles';
import { breakWithJumps } from './break-jumps';
import { structureOf } from './break-structure';
import { type BreakStyle, randomStyle } from './break-styles';
import { type CleanArticle, captionWriter, cleanArticle, type Half } from './clean-articles';
import { Random } from './random';

/**
 * Broken files of one style, the same for the same seed. `take` gives clean articles from
 * elsewhere instead of the generator's.
 */
export function* brokenFiles(
  seed: number,
  files: number,
  half: Half,
  change: Partial<BreakStyle> = {},
  take?: (random: Random) => CleanArticle | null,
): Generator<BrokenFile> {
  const random = new Random(seed);
  for (let i = 0; i < files; i += 1) {
    const style = { ...randomStyle(random), ...change };
    const articles: CleanArticle[] = [];
    const titles = new Set<string>();
    for (let left = random.int(...style.articles); left > 0; left -= 1) {
      const genre = style.genres.length > 0 ? random.pick(style.genres) : undefined;
      const article = take ? take(random) : cleanArticle(random, half, genre);
      if (!article || titles.has(article.title)) continue;
      titles.add(article.title);
      articles.push(article);
    }
    if (articles.length > 0) {
      const texts = style.latin ? articles.map((each) => withLatinNames(each, random)) : articles;
      const broken = (style.jumps ? breakWithJumps : breakArticles)(
        texts,
        style,
        captionWriter(random, half),
        random,
      );
      if (style.structure) broken.hints = structureOf(broken, style.structure, random);
      yield broken;
    }
  }
}

const LATIN_NAMES = [
  'Riverside Community Foundation',
  'International Volunteers Association',
  'Family Resource Centre',
  'Neighbourhood Learning Programme',
];

/** The article with a name in brackets after the first clause of most paragraphs. */
function withLatinNames(article: CleanArticle, random: Random): CleanArticle {
  const blocks = article.blocks.map((block) => {
    const isLong = block.kind === 'text' && block.text.length > 40 && random.chance(0.8);
    if (!isLong) return block;
    const name = random.pick(LATIN_NAMES);
    return { ...block, text: block.text.replace('，', () => `（${name}），`) };
  });
  return { ...article, blocks };
}
