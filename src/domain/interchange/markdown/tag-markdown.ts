import { tagPath } from '@domain/codebook/tags';
import { annotationBlocks, inTextOrder } from './annotation-markdown';
import { fileOf, heading, inlineText, noteBlocks, quotation } from './blocks';
import { linkAddress } from './file-names';
import { frontMatter } from './front-matter';
import { type ExportStrings, fill } from './strings';
import { obsidianTag } from './tag-names';
import type { TagExport, TagExportGroup } from './types';

/**
 * A tag with its description, its memo and all its passages, article by article in the order given, within an
 * article in text order. Headings link to the articles' files, paragraph numbers to the paragraphs.
 */
export function tagToMarkdown(input: TagExport, strings: ExportStrings): string {
  const { tag, groups } = input;
  const codebook = input.codebook ?? [];
  const path = tagPath(tag, new Map(codebook.map((other) => [other.id, other])));
  const total = groups.reduce((sum, group) => sum + group.annotations.length, 0);
  const head = frontMatter({
    title: path.join('/'),
    tags: [obsidianTag(path)],
    color: tag.color,
    annotations: total,
    articles: groups.length,
    id: tag.id,
    'exported-by': 'zhaiji',
  });
  const counts = [
    fill(strings.articleCount, { n: groups.length }),
    fill(strings.annotationCount, { n: total }),
  ];
  let number = 0;
  return fileOf(head, [
    heading(1, path.join('/') || strings.untitledTag),
    ...tag.description.split(/[\r\n]+/).map((line) => inlineText(line.trim())),
    noteBlocks(input.note ?? null, 1, input.pictures),
    ...exampleBlocks(input, strings),
    counts.join(strings.separator),
    ...groups.flatMap((group) => {
      const address = group.file === null ? null : linkAddress(group.file);
      const place = {
        paragraphs: group.paragraphs,
        codebook,
        address: group.hasText ? address : null,
        level: 3,
        pictures: input.pictures,
      };
      return [
        ...groupHead(group, address, strings),
        ...inTextOrder(group.annotations).flatMap((item) =>
          annotationBlocks(item, ++number, place, strings),
        ),
      ];
    }),
  ]);
}

/** The passages that show what the tag means, before all of them. */
function exampleBlocks({ tag, groups }: TagExport, strings: ExportStrings): string[] {
  const marked = groups
    .flatMap((group) => inTextOrder(group.annotations))
    .filter(({ annotation }) => tag.examples?.includes(annotation.id) === true);
  if (marked.length === 0) return [];
  const quotes = marked.map(({ annotation }) => quotation(annotation.exact));
  return [heading(2, strings.examples), ...quotes];
}

function groupHead(
  { article }: TagExportGroup,
  address: string | null,
  strings: ExportStrings,
): string[] {
  const title = inlineText((article.title || strings.untitled).replace(/\s*[\r\n]+\s*/g, ' '));
  const facts = [article.outlet, article.date]
    .filter((fact) => fact !== '')
    .map((fact) => inlineText(fact));
  return [
    address === null ? `## ${title}` : `## [${title}](${address})`,
    facts.join(strings.separator),
  ];
}
