import type { SearchSource } from '@domain/search/source';
import { HeldOnce } from '@shared/held-once';
import { FACET_KINDS, type FacetChoice, type FacetCount, type Facets } from '../search-types';
import { type Found, kindsOf, narrow } from './found';
import { groupPlaces } from './groups';

/** What is looked at in an article that the facets are counted by. */
interface Facts {
  outlet: string;
  year: string;
  tagIds: readonly string[];
}

const NONE: Facts = { outlet: '', year: '', tagIds: [] };

const known = new WeakMap<SearchSource, Facts[]>();

/** Of each article; its tags are those on it and on passages of it. */
function factsOf(source: SearchSource): Facts[] {
  const before = known.get(source);
  if (before !== undefined) return before;
  const tags = new Map<number, Set<string>>();
  for (const { article, tagIds } of source.passages) {
    if (tagIds.length === 0) continue;
    const set = tags.get(article) ?? new Set(source.articles[article]?.tagIds);
    for (const id of tagIds) set.add(id);
    tags.set(article, set);
  }
  const once = new HeldOnce();
  const facts = source.articles.map(({ outlet, date, tagIds }, article) => {
    const all = tags.get(article);
    const year = once.text(date.slice(0, 4));
    return { outlet, year, tagIds: all === undefined ? tagIds : once.list([...all]) };
  });
  known.set(source, facts);
  return facts;
}

/** Which of three facets of articles a group is in. Loose notes have neither outlet, year nor tag. */
function checks({ outlets, years, tagIds }: FacetChoice) {
  return {
    outlet: ({ outlet }: Facts) => outlets.length === 0 || outlets.includes(outlet),
    year: ({ year }: Facts) => years.length === 0 || years.includes(year),
    tag: (facts: Facts) => tagIds.length === 0 || facts.tagIds.some((id) => tagIds.includes(id)),
  };
}

/** `1` for each kind that is wanted, by its index. */
function wantedKinds({ kinds }: FacetChoice): Uint8Array {
  return Uint8Array.from(FACET_KINDS, (kind) =>
    kinds.length === 0 || kinds.includes(kind) ? 1 : 0,
  );
}

export function choosesNothing({ outlets, years, tagIds, kinds }: FacetChoice): boolean {
  return outlets.length + years.length + tagIds.length + kinds.length === 0;
}

/** What is left of a result when it is narrowed to what was chosen. */
export function applyFacets(found: Found, choice: FacetChoice): Found {
  if (choosesNothing(choice)) return found;
  const { source, evaluation } = found;
  const facts = factsOf(source);
  const { outlet, year, tag } = checks(choice);
  const { of, from } = groupPlaces(found);
  const kinds = choice.kinds.length === 0 ? null : kindsOf(found);
  const wanted = wantedKinds(choice);
  const keep = new Uint8Array(evaluation.fields.length);
  const articles: number[] = [];
  const looseNotes: number[] = [];
  for (const [group, what] of of.entries()) {
    const own = what < 0 ? NONE : (facts[what] ?? NONE);
    const restricted = choice.outlets.length + choice.years.length + choice.tagIds.length > 0;
    if (what < 0 ? restricted : !(outlet(own) && year(own) && tag(own))) continue;
    let count = 0;
    for (let place = from[group] ?? 0; place < (from[group + 1] ?? 0); place += 1) {
      if (kinds !== null && wanted[kinds[place] ?? 0] === 0) continue;
      keep[place] = 1;
      count += 1;
    }
    if (kinds !== null && count === 0) continue;
    if (what < 0) looseNotes.push(-1 - what);
    else articles.push(what);
  }
  return {
    source,
    evaluation: narrow(
      evaluation,
      (place) => keep[place] === 1,
      Uint32Array.from(articles),
      Uint32Array.from(looseNotes),
    ),
  };
}

class Counter {
  private readonly counts = new Map<string, FacetCount>();

  add(value: string, places: number): void {
    const count = this.counts.get(value);
    if (count === undefined) this.counts.set(value, { value, articles: 1, places });
    else {
      count.articles += 1;
      count.places += places;
    }
  }

  /** Most articles first. */
  all(): FacetCount[] {
    return [...this.counts.values()].sort(
      (a, b) => b.articles - a.articles || b.places - a.places || (a.value < b.value ? -1 : 1),
    );
  }
}

/**
 * Counts a result (before anything was chosen) by each facet. What was chosen of the other facets
 * counts, so that the numbers are those that choosing would give.
 */
export function countFacets(found: Found, choice: FacetChoice): Facets {
  const facts = factsOf(found.source);
  const kinds = kindsOf(found);
  const wanted = wantedKinds(choice);
  const byKind = choice.kinds.length > 0;
  const { outlet, year, tag } = checks(choice);
  const outlets = new Counter();
  const years = new Counter();
  const tags = new Counter();
  const kindCounts = FACET_KINDS.map((value) => ({ value, articles: 0, places: 0 }));
  const perKind = new Uint32Array(FACET_KINDS.length);
  const { of, from } = groupPlaces(found);
  for (const [group, what] of of.entries()) {
    perKind.fill(0);
    let places = 0;
    for (let place = from[group] ?? 0; place < (from[group + 1] ?? 0); place += 1) {
      const kind = kinds[place] ?? 0;
      perKind[kind] = (perKind[kind] ?? 0) + 1;
      places += wanted[kind] ?? 0;
    }
    const own = what < 0 ? NONE : (facts[what] ?? NONE);
    const ok = { outlet: outlet(own), year: year(own), tag: tag(own) };
    if (ok.outlet && ok.year && ok.tag) {
      for (const [kind, count] of kindCounts.entries()) {
        const here = perKind[kind] ?? 0;
        if (here === 0) continue;
        count.articles += what < 0 ? 0 : 1;
        count.places += here;
      }
    }
    if (what < 0 || (byKind && places === 0)) continue;
    if (ok.year && ok.tag) outlets.add(own.outlet, places);
    if (ok.outlet && ok.tag) years.add(own.year, places);
    if (ok.outlet && ok.year) for (const id of own.tagIds) tags.add(id, places);
  }
  return {
    outlets: outlets.all(),
    years: years.all().sort((a, b) => (a.value > b.value ? -1 : 1)),
    tags: tags.all(),
    kinds: kindCounts.filter(({ places }) => places > 0),
  };
}
