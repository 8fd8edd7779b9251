import { compareTagNames } from '@domain/codebook/tags';
import type { ArticleText, Paragraph } from '@domain/model';
import { annotationBlocks, inTextOrder } from './annotation-markdown';
import { fileOf, heading, inlineText, noteBlocks } from './blocks';
import { frontMatter } from './front-matter';
import { type ExportStrings, fill } from './strings';
import { obsidianTags } from './tag-names';
import type { ArticleExport, ArticleMarkdownOptions } from './types';

/**
 * An article as one Markdown file for Obsidian, GitHub and other readers of CommonMark: front
 * matter, title, the paragraphs with their numbers and Obsidian block ids (`^p3`), the annotations in
 * text order with exact quotes, the article's note. Any text renders as itself.
 */
export function articleToMarkdown(
  input: ArticleExport,
  strings: ExportStrings,
  options: ArticleMarkdownOptions = {},
): string {
  const { article, text, source, note } = input;
  const includeText = options.includeText ?? true;
  const annotations = inTextOrder(input.annotations);
  const codebook = input.codebook ?? [];
  const tags = obsidianTags(
    annotations.flatMap((item) => item.tags),
    codebook,
  ).sort(compareTagNames);
  const head = frontMatter({
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    byline: article.byline,
    page: article.page,
    'source-file': source?.name ?? '',
    'source-sha256': source?.sha256 ?? '',
    'source-lines': `${article.firstLine}-${article.lastLine}`,
    ...partsOf(input),
    tags,
    annotations: annotations.length,
    id: article.id,
    'exported-by': 'zhaiji',
  });
  const place = {
    paragraphs: text.paragraphs,
    codebook,
    address: includeText ? '' : null,
    level: 3,
    pictures: input.pictures,
  };
  const noteText = noteBlocks(note, 2, input.pictures);
  const count = fill(strings.annotationCount, { n: annotations.length });
  return fileOf(head, [
    heading(1, article.title || strings.untitled),
    ...(includeText ? paragraphBlocks(text) : []),
    // The article's own headings are on the same level as ours.
    includeText && (annotations.length > 0 || noteText !== null) ? '***' : null,
    ...(annotations.length > 0 ? [heading(2, strings.annotations), count] : []),
    ...annotations.flatMap((item, index) => annotationBlocks(item, index + 1, place, strings)),
    ...(noteText === null ? [] : [heading(2, strings.note), noteText]),
  ]);
}

/** What an article that was joined from several files says of each. */
function partsOf({ parts = [] }: ArticleExport): { 'source-parts'?: string[] } {
  if (parts.length < 2) return {};
  const words = parts.map(
    (part) => `${part.source?.name ?? ''} ${part.firstLine}-${part.lastLine}`,
  );
  return { 'source-parts': words };
}

function paragraphBlocks({ text, paragraphs }: ArticleText): string[] {
  return paragraphs.map((paragraph, index) => {
    const number = index + 1;
    const words = paragraphMarkdown(paragraph, text.slice(paragraph.start, paragraph.end));
    const parts = [`**[${number}]**`, words, `^p${number}`].filter((part) => part !== '');
    return `${paragraph.kind === 'heading' ? '## ' : ''}${parts.join(' ')}`;
  });
}

function paragraphMarkdown({ kind }: Paragraph, text: string): string {
  return inlineText(text, kind === 'caption' ? 'italic' : undefined);
}
