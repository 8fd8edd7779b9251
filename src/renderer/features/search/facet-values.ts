import { useTags } from '@renderer/archive/queries';
import type { FacetChoice, Facets } from '@renderer/archive/search';
import { type TextKey, useT } from '@renderer/i18n';
import { useMemo } from 'react';

export const FACETS = ['outlets', 'years', 'tags', 'kinds'] as const satisfies (keyof Facets)[];
export type FacetName = (typeof FACETS)[number];

/** What a choice calls the values of a facet. */
export function chosenOf(choice: FacetChoice, facet: FacetName): readonly string[] {
  return facet === 'tags' ? choice.tagIds : choice[facet];
}

/** A choice with a value more, or without it when it was chosen. */
export function toggled(choice: FacetChoice, facet: FacetName, value: string): FacetChoice {
  const before = chosenOf(choice, facet);
  const after = before.includes(value)
    ? before.filter((each) => each !== value)
    : [...before, value];
  return { ...choice, [facet === 'tags' ? 'tagIds' : facet]: after };
}

/** What was chosen, value by value. */
export function chosenValues(choice: FacetChoice): { facet: FacetName; value: string }[] {
  return FACETS.flatMap((facet) => chosenOf(choice, facet).map((value) => ({ facet, value })));
}

/** The name of a facet's value in the user's language. */
export function useValueNames(): (facet: FacetName, value: string) => string {
  const t = useT();
  const tags = useTags();
  return useMemo(() => {
    const tagNames = new Map(tags?.map(({ tag }) => [tag.id, tag.name]));
    return (facet, value) => {
      switch (facet) {
        case 'outlets':
          return value === '' ? t('search.facet.noOutlet') : value;
        case 'years':
          return value === '' ? t('search.facet.noYear') : t('search.facet.year', { year: value });
        case 'tags':
          return `#${tagNames.get(value) ?? ''}`;
        case 'kinds':
          return t(`search.kind.${value}` as TextKey);
      }
    };
  }, [t, tags]);
}
