import { archiveNotesToMarkdown } from '@domain/interchange/markdown/archive-notes-markdown';
import { articleToMarkdown } from '@domain/interchange/markdown/article-markdown';
import { FileNames, safeFileName, uniqueFileNames } from '@domain/interchange/markdown/file-names';
import { indexToMarkdown } from '@domain/interchange/markdown/index-markdown';
import {
  type ExportStrings,
  exportStringsEn,
  exportStringsZh,
} from '@domain/interchange/markdown/strings';
import { tagToMarkdown } from '@domain/interchange/markdown/tag-markdown';
import type { Tag } from '@domain/model';
import { findArticleText } from '@renderer/data/articles';
import { type ArticleParts, articlesAfter, articlesAmong } from '@renderer/data/library-rows';
import { noteOf } from '@renderer/data/notes';
import { allTags } from '@renderer/data/tags';
import { type ErrorCode, errorCodeOf, ZhaijiError } from '@shared/errors';
import { ARCHIVE_TARGET_ID } from '@shared/ids';
import type { Language } from '@shared/ipc';
import { articleSummaries } from './articles';
import { ExportPictures } from './export-pictures';
import { annotationViews, openArticle, passagesOfTag, tagViews } from './queries';

/** What is handed out. */
export type ExportScope =
  | { kind: 'selection'; ids: string[] }
  | { kind: 'tag'; tagId: string }
  | { kind: 'archive' };

export interface ExportOptions {
  /** With the articles' paragraphs, or only quotes and notes. */
  includeText: boolean;
  language: Language;
}

/** The files that an export will write; each is made only when its turn comes. */
export interface ExportPlan {
  /** Relative to the folder, with `/`. */
  names: string[];
  files: { name: string; render(options: ExportOptions): Promise<string> }[];
  /** What the rendered files show; written beside them. */
  pictures: ExportPictures;
}

/** Where an export goes; in the window it is the bridge to the main process. */
export interface ExportTarget {
  existingInFolder(folder: string, names: string[]): Promise<string[]>;
  writeToFolder(
    folder: string,
    name: string,
    content: string | Uint8Array,
    overwrite: boolean,
  ): Promise<void>;
}

export interface ExportProgress {
  done: number;
  total: number;
  current: string;
}

export interface ExportOutcome {
  written: string[];
  /** Names that were there already and were kept. */
  skipped: string[];
  failed: { name: string; code: ErrorCode }[];
  cancelled: boolean;
}

/** @throws ZhaijiError `article-missing` or `tag-missing`. */
export async function planExport(scope: ExportScope, language: Language): Promise<ExportPlan> {
  const strings = stringsOf(language);
  const pictures = new ExportPictures(strings.pictures);
  const files = await filesOf(scope, strings, pictures);
  return { files, names: files.map((file) => file.name), pictures };
}

/** The names of a plan that the folder has already. */
export function findConflicts(
  plan: ExportPlan,
  folder: string,
  target: ExportTarget,
): Promise<string[]> {
  return target.existingInFolder(folder, plan.names);
}

/**
 * Writes the files of a plan, each whole or not at all. Without `overwrite` a file that exists is
 * kept and told as skipped; what fails is told and the rest goes on.
 */
export async function runExport(
  plan: ExportPlan,
  folder: string,
  target: ExportTarget,
  options: ExportOptions & {
    overwrite: boolean;
    signal?: AbortSignal;
    onProgress?: (progress: ExportProgress) => void;
  },
): Promise<ExportOutcome> {
  const outcome: ExportOutcome = { written: [], skipped: [], failed: [], cancelled: false };
  const total = plan.files.length;
  for (const [done, { name, render }] of plan.files.entries()) {
    if (options.signal?.aborted === true) return { ...outcome, cancelled: true };
    options.onProgress?.({ done, total, current: name });
    try {
      await target.writeToFolder(folder, name, await render(options), options.overwrite);
      outcome.written.push(name);
      const shown = await plan.pictures.write((picture, bytes) =>
        target.writeToFolder(folder, picture, bytes, true),
      );
      outcome.written.push(...shown.written);
      outcome.failed.push(...shown.failed);
    } catch (error) {
      const code = errorCodeOf(error);
      if (code === 'file-exists') outcome.skipped.push(name);
      else outcome.failed.push({ name, code });
    }
  }
  options.onProgress?.({ done: total, total, current: '' });
  return outcome;
}

type PlannedFile = ExportPlan['files'][number];

/** Articles that are read before the window may draw again. */
const PIECE = 500;

function stringsOf(language: Language): ExportStrings {
  return language === 'en' ? exportStringsEn : exportStringsZh;
}

async function filesOf(
  scope: ExportScope,
  strings: ExportStrings,
  pictures: ExportPictures,
): Promise<PlannedFile[]> {
  const codebook = await allTags();
  if (scope.kind === 'archive') return archiveFiles(codebook, strings, pictures);
  if (scope.kind === 'tag') {
    const tag = codebook.find((candidate) => candidate.id === scope.tagId);
    if (tag === undefined) throw new ZhaijiError('tag-missing', scope.tagId);
    const name = `${safeFileName(tag.name)}.md`;
    return [tagFile(name, tag, { codebook, pictures }, new Map())];
  }
  const names = new FileNames();
  const files: PlannedFile[] = [];
  const ids = [...new Set(scope.ids)];
  for (let at = 0; at < ids.length; at += PIECE) {
    const piece = ids.slice(at, at + PIECE);
    const known = new Map((await articlesAmong(piece)).map((article) => [article.id, article]));
    for (const id of piece) {
      const article = known.get(id);
      if (article === undefined) throw new ZhaijiError('article-missing', id);
      const name = names.unique(`${nameOf(article, strings)}.md`);
      files.push(articleFile(name, article, { codebook, pictures }));
    }
  }
  return files;
}

/** Articles and tags in folders of their own, the archive's note and an index beside them. */
async function archiveFiles(
  codebook: Tag[],
  strings: ExportStrings,
  pictures: ExportPictures,
): Promise<PlannedFile[]> {
  const common = { codebook, pictures };
  const names = new FileNames();
  const articles: { id: string }[] = [];
  const files = new Map<string, string>();
  for (let after: string | undefined = ''; after !== undefined; ) {
    const piece: ArticleParts[] = await articlesAfter(after, PIECE);
    for (const article of piece) {
      const { id } = article;
      articles.push({ id });
      files.set(id, `${strings.articles}/${names.unique(`${nameOf(article, strings)}.md`)}`);
    }
    after = piece.at(-1)?.id;
  }
  const tagNames = uniqueFileNames(codebook.map((tag) => `${safeFileName(tag.name)}.md`));
  const tagFiles = new Map(
    codebook.map((tag, index) => [tag.id, `${strings.codebook}/${tagNames[index]}`]),
  );
  const archiveNote = await noteOf(ARCHIVE_TARGET_ID);
  const notesFile = archiveNote === null ? null : `${strings.archiveNotes}.md`;
  return [
    ...articles.map((article) => articleFile(files.get(article.id) ?? '', article, common)),
    ...codebook.map((tag) => tagFile(tagFiles.get(tag.id) ?? '', tag, common, files)),
    ...(notesFile === null || archiveNote === null
      ? []
      : [
          {
            name: notesFile,
            render: async () =>
              archiveNotesToMarkdown(
                [archiveNote],
                strings,
                await pictures.addressesFor(notesFile),
              ),
          },
        ]),
    indexFile(files, tagFiles, notesFile, strings),
  ];
}

function nameOf({ title }: { title: string }, strings: ExportStrings): string {
  return safeFileName(title === '' ? strings.untitled : title);
}

/** What all files of an export have in common. */
interface Common {
  codebook: Tag[];
  pictures: ExportPictures;
}

function articleFile(name: string, { id }: { id: string }, common: Common): PlannedFile {
  return {
    name,
    async render({ includeText, language }) {
      const open = await openArticle(id);
      if (open === null) throw new ZhaijiError('article-missing', id);
      const [annotations, note] = await Promise.all([annotationViews(id), noteOf(id)]);
      const { codebook } = common;
      const pictures = await common.pictures.addressesFor(name);
      const input = { ...open, annotations, note, codebook, pictures };
      return articleToMarkdown(input, stringsOf(language), { includeText });
    },
  };
}

function tagFile(
  name: string,
  tag: Tag,
  common: Common,
  articleFiles: Map<string, string>,
): PlannedFile {
  return {
    name,
    async render({ includeText, language }) {
      const passages = await passagesOfTag(tag.id);
      const ids = [...new Set(passages.map((passage) => passage.article.id))];
      const groups = await Promise.all(
        ids.map(async (id) => {
          const annotations = passages.filter((passage) => passage.article.id === id);
          const article = annotations[0]?.article;
          if (article === undefined) throw new ZhaijiError('article-missing', id);
          const file = articleFiles.get(id);
          return {
            article,
            paragraphs: (await findArticleText(id))?.paragraphs ?? [],
            // A tag's file lies in a folder beside that of the articles.
            file: file === undefined ? null : `../${file}`,
            hasText: includeText,
            annotations,
          };
        }),
      );
      const [note, pictures] = await Promise.all([
        noteOf(tag.id),
        common.pictures.addressesFor(name),
      ]);
      const { codebook } = common;
      return tagToMarkdown({ tag, note, groups, codebook, pictures }, stringsOf(language));
    },
  };
}

function indexFile(
  articleFiles: Map<string, string>,
  tagFiles: Map<string, string>,
  notesFile: string | null,
  strings: ExportStrings,
): PlannedFile {
  return {
    name: `${strings.index}.md`,
    async render({ language }) {
      const [summaries, tags] = await Promise.all([articleSummaries(), tagViews()]);
      return indexToMarkdown(
        {
          articles: summaries.map((article) => ({
            article,
            file: articleFiles.get(article.id) ?? null,
            annotations: article.annotationCount,
          })),
          tags: tags.map(({ tag, count }) => ({
            tag,
            file: tagFiles.get(tag.id) ?? null,
            annotations: count,
          })),
          notesFile,
        },
        stringsOf(language),
      );
    },
  };
}
