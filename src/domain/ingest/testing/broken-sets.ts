import { type BrokenFile, breakArticles } from './break-articles';
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
      yield breakArticles(articles, style, captionWriter(random, half), random);
    }
  }
}
