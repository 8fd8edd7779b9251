import { compareTagNames } from '@domain/codebook/tags';
import { fileOf, heading, inlineText } from './blocks';
import { linkAddress } from './file-names';
import { frontMatter } from './front-matter';
import { type ExportStrings, fill } from './strings';
import type { IndexEntry, IndexExport, IndexTag } from './types';

/**
 * The table of contents of an export: the articles in the order given, with outlet, date and number
 * of annotations, and the codebook as nested lists sorted by pinyin.
 */
export function indexToMarkdown(input: IndexExport, strings: ExportStrings): string {
  const { articles, tags, notesFile } = input;
  const annotations = articles.reduce((sum, entry) => sum + entry.annotations, 0);
  const head = frontMatter({
    title: strings.index,
    articles: articles.length,
    annotations,
    'exported-by': 'zhaiji',
  });
  return fileOf(head, [
    heading(1, strings.index),
    notesFile === null ? null : linked(strings.archiveNotes, notesFile),
    heading(2, strings.articles),
    fill(strings.articleCount, { n: articles.length }),
    articles.map((entry) => articleLine(entry, strings)).join('\n'),
    ...(tags.length > 0 ? [heading(2, strings.codebook), codebookLines(tags, strings)] : []),
  ]);
}

function articleLine({ article, file, annotations }: IndexEntry, strings: ExportStrings): string {
  const facts = [
    linked(article.title || strings.untitled, file),
    oneLine(article.outlet),
    oneLine(article.date),
    annotations > 0 ? fill(strings.annotationCount, { n: annotations }) : '',
  ];
  return `- ${facts.filter((fact) => fact !== '').join(strings.separator)}`;
}

function codebookLines(tags: readonly IndexTag[], strings: ExportStrings): string {
  const ids = new Set(tags.map(({ tag }) => tag.id));
  const sorted = tags.toSorted((a, b) => compareTagNames(a.tag.name, b.tag.name));
  const written = new Set<string>();
  const lines: string[] = [];
  const write = (entry: IndexTag, depth: number) => {
    if (written.has(entry.tag.id)) return;
    written.add(entry.tag.id);
    lines.push(`${'  '.repeat(depth)}- ${tagLine(entry, strings)}`);
    for (const child of sorted) if (child.tag.parentId === entry.tag.id) write(child, depth + 1);
  };
  for (const entry of sorted) {
    const { parentId } = entry.tag;
    if (parentId === null || !ids.has(parentId)) write(entry, 0);
  }
  // Tags whose parents go round in a circle have no top; they are listed all the same.
  for (const entry of sorted) write(entry, 0);
  return lines.join('\n');
}

function tagLine({ tag, file, annotations }: IndexTag, strings: ExportStrings): string {
  const count = fill(strings.annotationCount, { n: annotations });
  const facts = [linked(tag.name, file), count, oneLine(tag.description)];
  return facts.filter((fact) => fact !== '').join(strings.separator);
}

function linked(text: string, file: string | null): string {
  return file === null ? oneLine(text) : `[${oneLine(text)}](${linkAddress(file)})`;
}

function oneLine(text: string): string {
  return inlineText(text.replace(/\s*[\r\n]+\s*/g, ' ').trim());
}
