import type { SearchSource } from '@domain/search/source';

/** Where articles are in a source, by their ids; made once for each. */
const ordinals = new WeakMap<SearchSource, Map<string, number>>();

function ordinalsOf(source: SearchSource): Map<string, number> {
  const known = ordinals.get(source);
  if (known !== undefined) return known;
  const map = new Map(source.articles.map(({ id }, ordinal) => [id, ordinal]));
  ordinals.set(source, map);
  return map;
}

/**
 * Whether these articles still have in a later source the texts that they have in an earlier one; where
 * that is not known, they have not.
 *
 * @param articles ordinals in the earlier one
 */
export function haveSameTexts(
  earlier: SearchSource,
  later: SearchSource,
  articles: Uint32Array,
): boolean {
  if (earlier === later) return true;
  const map = ordinalsOf(later);
  return articles.every((article) => {
    const ordinal = map.get(earlier.articles[article]?.id ?? '');
    return ordinal !== undefined && stateOf(later, ordinal) === stateOf(earlier, article);
  });
}

/** Whether two sources have the same articles in the same order, with the same titles and texts. */
export function haveSameWords(earlier: SearchSource, later: SearchSource): boolean {
  if (earlier === later) return true;
  return (
    earlier.articles.length === later.articles.length &&
    earlier.articles.every(({ id, title }, article) => {
      const now = later.articles[article];
      return (
        now?.id === id &&
        now.title === title &&
        stateOf(earlier, article) === stateOf(later, article)
      );
    })
  );
}

function stateOf(source: SearchSource, article: number): unknown {
  return source.textState?.(article);
}
