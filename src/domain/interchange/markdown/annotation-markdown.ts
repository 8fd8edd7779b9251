import type { Annotation, Paragraph, Tag } from '@domain/model';
import type { PictureAddress } from '@domain/note/markdown-forms';
import { paragraphAt } from '@domain/search/exact';
import { heading, noteBlocks, quotation } from './blocks';
import { type ExportStrings, fill } from './strings';
import { obsidianTags } from './tag-names';
import type { AnnotationExport } from './types';

/** What the annotations of one article have in common. */
export interface AnnotationPlace {
  paragraphs: readonly Paragraph[];
  codebook: readonly Tag[];
  /** Address before `#^p3` of the file with the paragraphs: empty for the same file, `null` for none. */
  address: string | null;
  /** Level of the heading over each annotation. */
  level: number;
  pictures?: PictureAddress | undefined;
}

/** Annotations in text order; of those that start together the longer first. */
export function inTextOrder(annotations: readonly AnnotationExport[]): AnnotationExport[] {
  return annotations.toSorted(
    ({ annotation: a }, { annotation: b }) =>
      a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** One annotation: numbered heading, quotation, a line of place, colour and tags, the note. */
export function annotationBlocks(
  { annotation, tags, note }: AnnotationExport,
  number: number,
  place: AnnotationPlace,
  strings: ExportStrings,
): (string | null)[] {
  const facts = [
    paragraphLink(annotation, place, strings),
    annotation.color === null ? '' : strings.colors[annotation.color],
    obsidianTags(tags, place.codebook)
      .map((tag) => `#${tag}`)
      .join(' '),
  ];
  return [
    heading(place.level, fill(strings.annotationNumber, { n: number })),
    quotation(annotation.exact),
    facts.filter((fact) => fact !== '').join(strings.separator),
    noteBlocks(note, place.level, place.pictures),
  ];
}

function paragraphLink(
  { start, end }: Annotation,
  { paragraphs, address }: AnnotationPlace,
  strings: ExportStrings,
): string {
  const from = paragraphAt(paragraphs, start) + 1;
  const to = paragraphAt(paragraphs, Math.max(start, end - 1)) + 1;
  if (from === 0) return '';
  const label =
    from === to ? fill(strings.paragraph, { n: from }) : fill(strings.paragraphs, { from, to });
  return address === null ? label : `[${label}](${address}#^p${from})`;
}
