import type { ExpectedArticle } from '../fixtures/texts';

/** The words of an article as they are kept: what it says of itself stands before its body. */
export function wordsOf({ title, outlet, date, body }: ExpectedArticle): string[] {
  return [title, [`来源：${outlet}`, `日期：${date}`, ...body].join('\n')];
}

/** How often a phrase stands in titles and texts, and in how many articles. */
export function occurrencesIn(
  among: readonly ExpectedArticle[],
  phrase: string,
): { places: number; found: number } {
  const counts = among.map((article) => wordsOf(article).join('\n').split(phrase).length - 1);
  return {
    places: counts.reduce((sum, count) => sum + count, 0),
    found: counts.filter((count) => count > 0).length,
  };
}
