import type { TextField } from '../../source';
import type { Query } from '../ast';
import type { ArticleSpec } from './archive';
import { everywhere, isBorder, paragraphsOf, type Range, sentences, shortest } from './naive-texts';

/*
 * A second evaluation, made to be compared with: unit by unit, text by text, every combination tried,
 * in the plainest way and with none of the evaluator's code.
 */

export interface NaiveTag {
  id: string;
  name: string;
  parentId: string | null;
}

export interface NaiveUnit {
  spec: ArticleSpec;
  isLoose: boolean;
  notes: { ordinal: number; text: string }[];
}

export type NaivePlace = { field: TextField | 'tag'; owner: number; start: number; end: number };
type Where = { fields: string[]; allows: (paragraph: { kind: string } | undefined) => boolean };

export class Naive {
  constructor(
    private readonly tags: readonly NaiveTag[],
    private readonly fold: (text: string) => string,
    private readonly words: boolean,
  ) {}

  /** The places of a query in a unit; `null` when it is not true of it. */
  holds(query: Query, unit: NaiveUnit, owner: number, where: Where = ALL): NaivePlace[] | null {
    const { spec } = unit;
    const only = (yes: boolean): NaivePlace[] | null => (yes && !unit.isLoose ? [] : null);
    switch (query.kind) {
      case 'and': {
        const kinds = query.parts.filter((part) => kindsOf(part) !== null);
        const others = query.parts.filter((part) => kindsOf(part) === null);
        const scoped =
          kinds.length > 0 &&
          others.some((part) => /"(literal|pattern|word|regex)"/.test(JSON.stringify(part)));
        const inner = scoped ? kinds.reduce(narrowed, where) : where;
        const all = (scoped ? others : query.parts).map((part) =>
          this.holds(part, unit, owner, inner),
        );
        return all.some((each) => each === null) ? null : all.flatMap((each) => each ?? []);
      }
      case 'or': {
        const all = query.parts.map((part) => this.holds(part, unit, owner, where));
        return all.every((each) => each === null) ? null : all.flatMap((each) => each ?? []);
      }
      case 'not':
        return this.holds(query.part, unit, owner, where) === null ? [] : null;
      case 'in':
        return this.holds(query.part, unit, owner, {
          fields: [query.field],
          allows: query.field === 'text' ? where.allows : () => true,
        });
      case 'fact':
        return only(this.fact(spec[query.field] ?? '', query.field, query.value));
      case 'date': {
        const { date = '' } = spec;
        const days = (text: string) => [
          `${text}-01-01`.slice(0, 10),
          text.length === 4 ? `${text}-12-31` : text.length === 7 ? `${text}-31` : text,
        ];
        const [first = '', last = ''] = days(date);
        return only(
          date !== '' &&
            (query.from === '' || first >= (days(query.from)[0] ?? '')) &&
            (query.to === '' || last <= (days(query.to)[1] ?? '')),
        );
      }
      case 'has':
        if (query.what === 'note') return unit.notes.length > 0 ? [] : null;
        return only(
          query.what === 'tag'
            ? [spec, ...(spec.passages ?? [])].some(({ tagIds = [] }) => tagIds.length > 0)
            : (spec.passages ?? []).some(({ highlighted }) => highlighted === true),
        );
      case 'tag': {
        const carries = (ids: readonly string[] = []) =>
          ids.some((id) => this.isNamed(id, query.name));
        const passages = (spec.passages ?? []).filter(({ tagIds }) => carries(tagIds));
        if (!carries(spec.tagIds) && passages.length === 0) return null;
        if (this.words) return [];
        return passages.map(({ start, end }) => ({ field: 'tag', owner, start, end }));
      }
      case 'kind': {
        const fitting = unit.isLoose
          ? []
          : paragraphsOf(spec).filter(({ kind }) => query.kinds.some((each) => each === kind));
        if (fitting.length === 0) return null;
        return this.words
          ? []
          : fitting
              .filter(({ start, end }) => end > start)
              .map(({ start, end }) => ({ field: 'text', owner, start, end }));
      }
      default: {
        const found = this.placed(query, unit, owner, where);
        return found.length > 0 ? found : null;
      }
    }
  }

  private placed(query: Query, unit: NaiveUnit, owner: number, where: Where): NaivePlace[] {
    const texts: { field: TextField; owner: number; text: string }[] = unit.notes.map(
      ({ ordinal, text }) => ({ field: 'note', owner: ordinal, text }),
    );
    if (!unit.isLoose) {
      texts.push({ field: 'title', owner, text: unit.spec.title ?? '' });
      texts.push({ field: 'text', owner, text: unit.spec.text ?? '' });
    }
    return texts.flatMap((text) =>
      this.inText(query, text.text, text.field, unit.spec, where).map(([start, end]) => ({
        field: text.field,
        owner: text.owner,
        start,
        end,
      })),
    );
  }

  private inText(
    query: Query,
    text: string,
    field: TextField,
    spec: ArticleSpec,
    where: Where,
  ): Range[] {
    const allowed = (found: Range[]) =>
      found.filter(([start, end]) => {
        if (!where.fields.includes(field)) return false;
        const around = paragraphsOf(spec).find((each) => each.start <= start && end <= each.end);
        return where.allows(field === 'text' ? around : undefined);
      });
    switch (query.kind) {
      case 'literal': {
        const fold = query.likeness === 'folded' ? this.fold : (same: string) => same;
        return allowed(everywhere(fold(text), fold(query.text)));
      }
      case 'pattern':
        return allowed(
          shortest(
            this.fold(text),
            query.parts.map((part) => ('text' in part ? { text: this.fold(part.text) } : part)),
          ),
        );
      case 'word':
        return allowed(
          everywhere(this.fold(text), this.fold(query.text)).flatMap(([start, end]) => {
            let [from, to] = [start, end];
            while (query.before && !isBorder(text, from)) from -= 1;
            while (query.after && !isBorder(text, to)) to += 1;
            return isBorder(text, from) && isBorder(text, to) ? [[from, to] as Range] : [];
          }),
        );
      case 'regex': {
        const regex = new RegExp(query.source, `gmu${query.ignoreCase ? 'i' : ''}`);
        return allowed(
          [...text.matchAll(regex)]
            .map((match) => [match.index, match.index + match[0].length] as Range)
            .filter(([a, b]) => b > a),
        );
      }
      case 'or':
        return query.parts.flatMap((part) => this.inText(part, text, field, spec, where));
      case 'in':
        return query.field === field
          ? this.inText(query.part, text, field, spec, {
              fields: [field],
              allows: field === 'text' ? where.allows : () => true,
            })
          : [];
      case 'chain': {
        const lists = query.parts.map((part) => this.inText(part, text, field, spec, where));
        const found: Range[] = [];
        const extend = (taken: Range[]): void => {
          const list = lists[taken.length];
          const last = taken.at(-1);
          if (list === undefined) found.push(...taken);
          for (const next of list ?? []) {
            if (last === undefined) extend([next]);
            else {
              const [a, b] = last[0] < next[0] ? [last, next] : [next, last];
              const between = text.slice(a[1], b[0]);
              const link = query.links[taken.length - 1];
              if (b[0] < a[1] || link === undefined) continue;
              const near =
                link.by === 'characters'
                  ? between.length <= link.most
                  : !text.slice(0, b[0]).slice(a[0]).includes('\n') &&
                    (link.by === 'paragraph' || sentences(text)[a[0]] === sentences(text)[b[0]]);
              if (near) extend([...taken, next]);
            }
          }
        };
        extend([]);
        return found;
      }
      default:
        return [];
    }
  }

  private fact(written: string, field: string, value: string): boolean {
    const page = /([A-Za-z]?)\s?0*(\d{1,3})/;
    const wanted = page.exec(value.normalize('NFKC'));
    if (field !== 'page' || wanted === null) return this.fold(written).includes(this.fold(value));
    const have = page.exec(written);
    return (
      have !== null &&
      `${have[1]}${have[2]}`.toUpperCase() === `${wanted[1]}${wanted[2]}`.toUpperCase()
    );
  }

  private isNamed(id: string, name: string): boolean {
    const tag = this.tags.find((each) => each.id === id);
    if (tag === undefined) return false;
    return (
      this.fold(tag.name) === this.fold(name) ||
      (tag.parentId !== null && this.isNamed(tag.parentId, name))
    );
  }
}

const ALL: Where = { fields: ['title', 'text', 'note'], allows: () => true };

function kindsOf(query: Query): readonly string[] | null {
  if (query.kind === 'not') return query.part.kind === 'kind' ? query.part.kinds : null;
  return query.kind === 'kind' ? query.kinds : null;
}

function narrowed(where: Where, part: Query): Where {
  const kinds = kindsOf(part) ?? [];
  const outside = part.kind === 'not';
  return {
    fields: outside ? where.fields : where.fields.filter((field) => field === 'text'),
    allows: (paragraph) =>
      where.allows(paragraph) && kinds.includes(paragraph?.kind ?? '') !== outside,
  };
}
