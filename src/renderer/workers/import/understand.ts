import { applyMetadata } from '@domain/ingest/apply-metadata';
import { reconstruct } from '@domain/ingest/reconstruct';
import type { ColumnMapping, ColumnRole, ImportSettings } from '@domain/ingest/settings';
import type { Decision, ReconstructedArticle, ReconstructedFile } from '@domain/ingest/types';
import { METADATA_FIELDS, type MetadataField } from '@domain/model';
import { repairText } from '@domain/text/repair';
import type { ExtractedTable, ExtractedText } from '../extract/types';

/** A file's articles and the source text that their line numbers speak of. */
export interface Understood {
  /** Lines end with LF. */
  text: string;
  file: ReconstructedFile;
}

/** Puts the articles of an extracted file together as its settings say. Never throws. */
export function understand(
  extraction: ExtractedText | ExtractedTable,
  name: string,
  settings: ImportSettings,
): Understood {
  const understood =
    extraction.kind === 'text'
      ? understandText(extraction, name, settings)
      : understandTable(extraction, settings);
  return { ...understood, file: applyMetadata(understood.file, settings.metadata ?? []) };
}

function understandText(
  extraction: ExtractedText,
  fileName: string,
  settings: ImportSettings,
): Understood {
  const { text } = repairText(extraction.text, settings.repair ?? {});
  const file = reconstruct(text, {
    fileName,
    format: extraction.format === 'md' ? 'md' : 'txt',
    lines: extraction.lines,
    facts: extraction.facts,
    single: settings.single ?? false,
    corrections: settings.corrections ?? [],
  });
  return { text, file };
}

/** Each row is one article; the source text is the rows' titles and texts, a blank line apart. */
function understandTable(table: ExtractedTable, settings: ImportSettings): Understood {
  const mapping = settings.columns ?? table.mapping;
  const cells = columnReader(table.columns, mapping);
  const parts: string[] = [];
  const articles: ReconstructedArticle[] = [];
  const decisions: Decision[] = [];
  const corrections = settings.corrections ?? [];
  let line = 1;
  for (const row of table.rows) {
    const { text } = repairText(cells(row, 'text').replace(/\r\n?/g, '\n'), settings.repair ?? {});
    const facts = factsOf(row, cells);
    const title = oneLine(facts.title ?? '');
    const head = title === '' ? 0 : 1;
    const height = text.split('\n').length;
    const offset = line + head - 1;
    const read = reconstruct(text, {
      single: true,
      facts,
      corrections: corrections
        .filter((each) => each.line > offset && each.line <= offset + height)
        .map((each) => ({ ...each, line: each.line - offset })),
    });
    const before = articles.length;
    for (const article of read.articles) articles.push(shiftArticle(article, offset));
    for (const decision of read.decisions) {
      decisions.push({
        ...decision,
        article: decision.article < 0 ? -1 : decision.article + before,
        line: decision.line + offset,
        lastLine: decision.lastLine + offset,
      });
    }
    parts.push(head === 1 ? `${title}\n${text}` : text);
    line += head + height + 1;
  }
  return { text: parts.join('\n\n'), file: { articles, decisions } };
}

type CellReader = (row: readonly string[], role: ColumnRole) => string;

function columnReader(columns: readonly string[], mapping: ColumnMapping): CellReader {
  const places = new Map<ColumnRole, number>();
  for (const [role, column] of Object.entries(mapping)) {
    const index = column === undefined ? -1 : columns.indexOf(column);
    if (index >= 0) places.set(role as ColumnRole, index);
  }
  return (row, role) => row[places.get(role) ?? -1] ?? '';
}

function factsOf(
  row: readonly string[],
  cells: CellReader,
): Partial<Record<MetadataField, string>> {
  const facts: Partial<Record<MetadataField, string>> = {};
  for (const field of METADATA_FIELDS) {
    const value = cells(row, field).trim();
    if (value !== '') facts[field] = value;
  }
  return facts;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function shiftArticle(article: ReconstructedArticle, offset: number): ReconstructedArticle {
  return {
    ...article,
    firstLine: article.firstLine + offset,
    lastLine: article.lastLine + offset,
    titleLines: article.titleLines.map((line) => line + offset),
    ...(article.openParts && {
      openParts: article.openParts.map((part) => ({ ...part, line: part.line + offset })),
    }),
    paragraphs: article.paragraphs.map((paragraph) => ({
      ...paragraph,
      firstLine: paragraph.firstLine + offset,
      lastLine: paragraph.lastLine + offset,
    })),
    facts: Object.fromEntries(
      Object.entries(article.facts).map(([field, fact]) => [
        field,
        fact.line === null ? fact : { ...fact, line: fact.line + offset },
      ]),
    ),
  };
}
