import { tagKey } from '@domain/codebook/tags';
import { withSubTags } from '@domain/codebook/tree';
import { pageKey } from '@domain/ingest/jumps';
import { fold } from '../fold';
import type { Places, SearchArticle, SearchSource, SearchTag } from '../source';
import type { DateQuery, FactQuery, HasQuery, KindQuery } from './ast';
import { PlaceList } from './place-list';
import { UnitSet } from './units';
import { firstDay, lastDay } from './values';
import type { Work } from './work';

/** The articles that a condition on what is not their words holds for. */
function articlesWith({ source, units }: Work, has: (article: SearchArticle) => boolean): UnitSet {
  const found = UnitSet.none(units.size);
  for (const [ordinal, article] of source.articles.entries()) if (has(article)) found.add(ordinal);
  return found;
}

/** Many articles have the same outlet or date, so each value is looked at once. */
function onceEach(
  field: 'outlet' | 'byline' | 'page' | 'date',
  fits: (value: string) => boolean,
): (article: SearchArticle) => boolean {
  const known = new Map<string, boolean>();
  return ({ [field]: value }) => {
    let answer = known.get(value);
    if (answer === undefined) {
      answer = fits(value);
      known.set(value, answer);
    }
    return answer;
  };
}

export function byFact(work: Work, { field, value }: FactQuery): UnitSet {
  const wanted = fold(value);
  const page = field === 'page' ? pageKey(value) : '';
  return articlesWith(
    work,
    onceEach(field, (written) =>
      page !== '' ? pageKey(written) === page : fold(written).includes(wanted),
    ),
  );
}

/** An article whose day is not known is in a range when it must be, wherever its day was. */
export function byDate(work: Work, { from, to }: DateQuery): UnitSet {
  const first = from === '' ? '' : firstDay(from);
  const last = to === '' ? '9999-12-31' : lastDay(to);
  return articlesWith(
    work,
    onceEach('date', (date) => date !== '' && firstDay(date) >= first && lastDay(date) <= last),
  );
}

/** Articles that have paragraphs of a kind, and where these are when that is `wanted`. */
export async function byKind(
  work: Work,
  { kinds }: KindQuery,
  among: UnitSet | null,
  wanted: boolean,
): Promise<{ units: UnitSet; places: Places }> {
  const units = UnitSet.none(work.units.size);
  const places = new PlaceList();
  const articles = (among ?? units.not()).between(0, work.units.articles);
  await work.source.readParagraphs?.(articles, work.signal);
  for (const article of articles) {
    if (article % 64 === 0) await work.pause();
    for (const { kind, start, end } of work.source.paragraphs(article)) {
      if (!kinds.includes(kind)) continue;
      units.add(article);
      if (wanted && end > start) places.add(article, start, end);
    }
  }
  return { units, places: places.places() };
}

export function byPossession(work: Work, { what }: HasQuery): UnitSet {
  const { source, units } = work;
  if (what === 'note') {
    const found = UnitSet.none(units.size);
    for (const unit of units.ofNote) found.add(unit);
    return found;
  }
  const found =
    what === 'tag'
      ? articlesWith(work, ({ tagIds }) => tagIds.length > 0)
      : UnitSet.none(units.size);
  for (const { article, isHighlighted, tagIds } of source.passages) {
    if (what === 'tag' ? tagIds.length > 0 : isHighlighted) found.add(article);
  }
  return found;
}

/** Articles that carry a tag, as a whole or somewhere; and the passages that do. */
export function byTag(work: Work, name: string): { units: UnitSet; places: Places } {
  const { source } = work;
  const tagIds = tagsNamed(source, name);
  const carries = (ids: readonly string[]) => ids.some((id) => tagIds.has(id));
  const units = articlesWith(work, (article) => carries(article.tagIds));
  const passages = source.passages
    .filter((passage) => carries(passage.tagIds))
    .sort((a, b) => a.article - b.article || a.start - b.start || a.end - b.end);
  const places = new PlaceList();
  for (const { article, start, end } of passages) {
    units.add(article);
    if (end > start) places.add(article, start, end);
  }
  return { units, places: places.places() };
}

/** The tags of a name, written alone or behind those above it (`治理/社区`), and all below them. */
function tagsNamed({ tags }: SearchSource, name: string): Set<string> {
  const wanted = fold(tagKey(name));
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const found = new Set<string>();
  for (const tag of tags) {
    const path = pathOf(tag, byId);
    const isNamed = path.some((_, at) => path.slice(at).join('/') === wanted);
    if (isNamed) for (const id of withSubTags(tags, tag.id)) found.add(id);
  }
  return found;
}

/** Folded names from the topmost tag down. */
function pathOf(tag: SearchTag, byId: ReadonlyMap<string, SearchTag>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: SearchTag | undefined = tag; at !== undefined && !seen.has(at.id); ) {
    seen.add(at.id);
    path.unshift(fold(tagKey(at.name)));
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}
