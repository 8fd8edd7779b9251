import { type BrokenFile, breakArticles } from './break-articles';
import type { BreakStyle } from './break-styles';
import type { CleanArticle } from './clean-articles';
import type { Random } from './random';

/**
 * A file in which every other article breaks off with `（下转第4版）` and goes on, after the article
 * behind it, with `（上接第1版）`. Only articles of at least three blocks are parted.
 */
export function breakWithJumps(
  articles: readonly CleanArticle[],
  style: BreakStyle,
  captions: () => string,
  random: Random,
): BrokenFile {
  const file: BrokenFile = { text: '', articles: [], seams: [], breaks: [], furniture: [] };
  const texts: string[] = [];
  const add = (article: CleanArticle, ends: BreakStyle['ends']): BrokenFile => {
    const part = breakArticles([article], { ...style, ends }, captions, random);
    file.seams.push(...part.seams);
    file.breaks.push(...part.breaks);
    file.furniture.push(...part.furniture);
    return part;
  };
  const whole = (article: CleanArticle | undefined): void => {
    if (!article) return;
    const part = add(article, style.ends);
    file.articles.push(...part.articles);
    texts.push(part.text);
  };
  // Either the pages are marked, or the mark names the article that goes on.
  const isPaged = random.chance(0.5);
  const turn = (page: number): void => {
    if (!isPaged) return;
    file.furniture.push(`第${page}版`);
    texts.push(`第${page}版`);
  };
  for (let i = 0; i < articles.length; i += 2) {
    const [article, other] = [articles[i], articles[i + 1]];
    if (!article || !other || article.blocks.length < 3) {
      whole(article);
      whole(other);
      continue;
    }
    let at = random.int(1, article.blocks.length - 1);
    // No page ends with a heading.
    while (at > 1 && article.blocks[at - 1]?.kind === 'heading') at -= 1;
    const [page, next] = [i + 1, i + 2];
    const first = add({ ...article, blocks: article.blocks.slice(0, at) }, 'none');
    const { subtitle: _, ...plain } = article;
    const rest = add({ ...plain, blocks: article.blocks.slice(at) }, style.ends);
    const [truth, more] = [first.articles[0], rest.articles[0]];
    if (!truth || !more) continue;
    truth.outlet = more.outlet;
    for (const field of ['body', 'headings', 'captions', 'attributions'] as const) {
      truth[field].push(...more[field]);
    }
    file.articles.push(truth);
    const to = `（下转第${next}版）`;
    const from = `（上接第${page}版）${!isPaged || random.chance(0.3) ? `《${article.title}》` : ''}`;
    file.furniture.push(to, from);
    turn(page);
    texts.push(`${first.text.trimEnd()}\n${to}`);
    whole(other);
    turn(next);
    texts.push(`${from}\n${rest.text.slice(rest.text.indexOf('\n') + 1).replace(/^\n+/, '')}`);
  }
  file.text = texts.join('\n'.repeat(style.articleGap + 1));
  return file;
}
