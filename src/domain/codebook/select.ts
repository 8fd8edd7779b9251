/** Which passages are wanted by their tags. */
export interface CodeQuery {
  /** Ids of tags that a passage must carry: all of them or any. */
  include: string[];
  match: 'all' | 'any';
  /** Ids of tags that it must not carry. */
  exclude: string[];
  /** A tag stands also for those that lie under it. */
  subTags: boolean;
}

/**
 * Whether a query wants a passage with these tags. With nothing to include all that carry any tag are
 * taken, so that “not” can stand alone.
 *
 * @param under a tag with all that lie under it
 */
export function passageFilter(
  query: CodeQuery,
  under: (tagId: string) => Iterable<string>,
): (tagIds: readonly string[]) => boolean {
  const setOf = (tagId: string) => new Set(query.subTags ? under(tagId) : [tagId]);
  const included = query.include.map(setOf);
  const excluded = new Set(query.exclude.flatMap((id) => [...setOf(id)]));
  return (tagIds) => {
    const carries = (set: ReadonlySet<string>) => tagIds.some((id) => set.has(id));
    if (tagIds.length === 0 || carries(excluded)) return false;
    if (included.length === 0) return true;
    return query.match === 'any' ? included.some(carries) : included.every(carries);
  };
}
