import { HIGHLIGHT_COLORS } from '@domain/model';
import { markdownToNote } from '@domain/note/markdown';
import { addAnnotation } from '@renderer/archive/annotate';
import { articleSummaries } from '@renderer/archive/articles';
import { checkArchive } from '@renderer/archive/check';
import { planExport, runExport } from '@renderer/archive/export-markdown';
import { failedOutcome, type ImportLine, importFiles } from '@renderer/archive/import-files';
import { annotationViews, openArticle, tagViews } from '@renderer/archive/queries';
import { searchArchive } from '@renderer/archive/search';
import { currentLanguage, t } from '@renderer/i18n';
import type { Bridge } from '@shared/bridge';
import { ZhaijiError } from '@shared/errors';
import type { CliRequest } from '@shared/ipc';
import { annotationJson, articleJson, importJson, listJson, searchJson } from './json';

type ExitCode = 0 | 1 | 2;
type Request<C extends CliRequest['command']> = Extract<CliRequest, { command: C }>;

/** Does what the command line asked for. Results and messages go out through the bridge. */
export async function runRequest(request: CliRequest, bridge: Bridge): Promise<ExitCode> {
  switch (request.command) {
    case 'import':
      return runImport(request, bridge);
    case 'list':
      return runList(bridge);
    case 'show':
      return runShow(request, bridge);
    case 'search': {
      await bridge.cliResult(searchJson(await searchArchive(request.query, request.limit)));
      return 0;
    }
    case 'annotate':
      return runAnnotate(request, bridge);
    case 'export-markdown':
      return runMarkdownExport(request, bridge);
    case 'check': {
      const result = await checkArchive();
      await bridge.cliResult(result);
      return result.ok ? 0 : 1;
    }
  }
}

async function runImport(request: Request<'import'>, bridge: Bridge): Promise<ExitCode> {
  let failed = false;
  const print = (line: ImportLine) => {
    if (line.status === 'failed') failed = true;
    return bridge.cliResult(importJson(line));
  };
  for (const { path, code } of request.problems) {
    await print({ file: path, ...failedOutcome(code) });
  }
  const sources = request.files.map(({ handle, name, path, size }) => ({
    name,
    path,
    size,
    read: () => bridge.readFile(handle),
  }));
  const printed: Promise<void>[] = [];
  const report = await importFiles(sources, { onLine: (line) => printed.push(print(line)) });
  await Promise.all(printed);
  const imported = report.lines.filter((line) => line.status === 'imported').length;
  await bridge.cliMessage(t('import.cli.done', { imported, files: sources.length }));
  return failed ? 1 : 0;
}

async function runList(bridge: Bridge): Promise<ExitCode> {
  for (const summary of await articleSummaries()) await bridge.cliResult(listJson(summary));
  return 0;
}

async function runShow({ id }: Request<'show'>, bridge: Bridge): Promise<ExitCode> {
  const open = await openArticle(id);
  if (open === null) throw new ZhaijiError('article-missing', id);
  await bridge.cliResult(articleJson(open, await annotationViews(id)));
  return 0;
}

async function runAnnotate(request: Request<'annotate'>, bridge: Bridge): Promise<ExitCode> {
  const { id, start, end, tags, note } = request;
  const named = HIGHLIGHT_COLORS.find((candidate) => candidate === request.color) ?? null;
  // What is neither tagged nor noted would be invisible without a colour.
  const color = named ?? (tags.length === 0 && note === null ? 'yellow' : null);
  const annotation = await addAnnotation({
    articleId: id,
    start,
    end,
    color,
    tagNames: tags,
    ...(note === null ? {} : { note: markdownToNote(note) }),
  });
  const views = await annotationViews(id);
  const view = views.find((candidate) => candidate.annotation.id === annotation.id);
  if (view !== undefined) await bridge.cliResult(annotationJson(view));
  return 0;
}

async function runMarkdownExport(
  request: Request<'export-markdown'>,
  bridge: Bridge,
): Promise<ExitCode> {
  const { folder, articleIds, tag } = request;
  const scope =
    tag !== null
      ? ({ kind: 'tag', tagId: await tagIdOf(tag) } as const)
      : articleIds.length > 0
        ? ({ kind: 'selection', ids: articleIds } as const)
        : ({ kind: 'archive' } as const);
  const plan = await planExport(scope, currentLanguage());
  const result = await runExport(plan, folder.handle, bridge, {
    overwrite: request.overwrite,
    includeText: true,
    language: currentLanguage(),
  });
  await bridge.cliResult({ folder: folder.path, ...result });
  for (const name of result.skipped) {
    await bridge.cliMessage(`${name}: ${t('error.file-exists')} (--overwrite)`);
  }
  for (const { name, code } of result.failed) {
    await bridge.cliMessage(`${name}: ${t(`error.${code}`)}`);
  }
  return result.failed.length + result.skipped.length > 0 ? 1 : 0;
}

async function tagIdOf(name: string): Promise<string> {
  const wanted = name.replace(/^#/, '').trim().toLowerCase();
  const found = (await tagViews()).find(({ tag }) => tag.name.toLowerCase() === wanted);
  if (found === undefined) throw new ZhaijiError('tag-missing', name);
  return found.tag.id;
}
