import { nextTagColor, tagKey } from '@domain/codebook/tags';
import { canLieUnder } from '@domain/codebook/tree';
import { codebookFromCsv, codebookToCsv } from '@domain/interchange/codebook/codebook-csv';
import {
  type CodebookPlan,
  type CodeInFile,
  planCodebook,
} from '@domain/interchange/codebook/codebook-file';
import { codebookFromQdc, codebookToQdc } from '@domain/interchange/codebook/codebook-qdc';
import type { Tag } from '@domain/model';
import { changed } from '@renderer/data/records';
import { allTags, findTags } from '@renderer/data/tags';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';
import { newTag } from './tags';

export type CodebookFormat = 'csv' | 'qdc';

/** The whole codebook as a file's text. */
export async function exportCodebook(format: CodebookFormat): Promise<string> {
  const tags = await allTags();
  return format === 'csv' ? codebookToCsv(tags) : codebookToQdc(tags);
}

/**
 * The tags in a file; what begins like XML is taken for REFI-QDA, all else for CSV.
 * @throws ZhaijiError `file-damaged`
 */
export function readCodebook(bytes: Uint8Array): CodeInFile[] {
  const text = decode(bytes);
  return /^\uFEFF?\s*</.test(text) ? codebookFromQdc(text) : codebookFromCsv(text);
}

/** UTF-8 or UTF-16 with a mark; Chinese spreadsheets also write GB 18030. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new ZhaijiError('file-damaged', '', { cause });
    }
  }
}

/** What an import of these tags would do now. */
export async function previewCodebook(codes: readonly CodeInFile[]): Promise<CodebookPlan> {
  return planCodebook(codes, await allTags());
}

/** Brings the tags of a file into the codebook, as one reversible write. Answers what was done. */
export function importCodebook(codes: readonly CodeInFile[]): Promise<CodebookPlan> {
  return commit({ name: 'import-codebook', count: codes.length }, async (journal) => {
    const known = await allTags(journal.tables);
    const plan = planCodebook(codes, known);
    const byName = new Map(known.map((tag) => [tagKey(tag.name), tag]));
    for (const code of plan.codes) {
      if (code.kind === 'same') continue;
      const parent = code.parent === null ? undefined : byName.get(tagKey(code.parent));
      const there = byName.get(tagKey(code.name));
      const all = [...byName.values()];
      const next = there === undefined ? made(code, all) : changed(there, {});
      if (next.description === '') next.description = code.description;
      const mayLie = parent !== undefined && canLieUnder(all, next.id, parent.id);
      if (next.parentId === null && mayLie) next.parentId = parent.id;
      // A file's GUID is kept where nothing has it, so that the tag is known again.
      const isFree =
        code.guid !== null && (await findTags([code.guid], journal.tables)).length === 0;
      if (there === undefined && code.guid !== null && isFree) next.id = code.guid;
      await journal.put('tags', next);
      byName.set(tagKey(next.name), next);
    }
    return plan;
  });
}

function made({ name, color }: CodebookPlan['codes'][number], all: Tag[]): Tag {
  return newTag(name, color ?? nextTagColor(all));
}
