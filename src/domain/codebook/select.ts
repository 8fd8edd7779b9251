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
 * The ids of the passages that a query wants. With nothing to include all that carry any tag are
 * taken, so that “not” can stand alone.
 *
 * @param uses the passages of each tag
 * @param under a tag with all that lie under it
 */
export function selectUses(
  query: CodeQuery,
  uses: ReadonlyMap<string, readonly string[]>,
  under: (tagId: string) => Iterable<string>,
): Set<string> {
  const usesOf = (tagId: string): Set<string> => {
    const ids = query.subTags ? [...under(tagId)] : [tagId];
    return new Set(ids.flatMap((id) => uses.get(id) ?? []));
  };
  const sets = query.include.map(usesOf);
  const wanted = new Set<string>();
  if (sets.length === 0) for (const ids of uses.values()) for (const id of ids) wanted.add(id);
  else if (query.match === 'any') for (const set of sets) for (const id of set) wanted.add(id);
  else {
    const [first, ...others] = sets;
    for (const id of first ?? []) if (others.every((set) => set.has(id))) wanted.add(id);
  }
  for (const tagId of query.exclude) for (const id of usesOf(tagId)) wanted.delete(id);
  return wanted;
}
