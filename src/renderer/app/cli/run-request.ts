import { HIGHLIGHT_COLORS } from '@domain/model';
import { markdownToNote } from '@domain/note/markdown';
import { addAnnotation } from '@renderer/archive/annotate';
import { articleSummaries } from '@renderer/archive/articles';
import { checkArchive } from '@renderer/archive/check';
import { planExport, runExport } from '@renderer/archive/export-markdown';
import { annotationViews, openArticle, tagViews } from '@renderer/archive/queries';
import { currentLanguage, t } from '@renderer/i18n';
import type { Bridge } from '@shared/bridge';
import { ZhaijiError } from '@shared/errors';
import type { CliRequest } from '@shared/ipc';
import { annotationJson, articleJson, listJson } from './json';
import { runEdit, runHistory } from './run-edit';
import { type ExitCode, type Request, runImport, runReimport } from './run-import';
import { runKwic } from './run-kwic';
import { runNotes } from './run-notes';
import { runSearch } from './run-search';
import { runTags } from './run-tags';

/** Does what the command line asked for. Results and messages go out through the bridge. */
export async function runRequest(request: CliRequest, bridge: Bridge): Promise<ExitCode> {
  switch (request.command) {
    case 'import':
      return runImport(request, bridge);
    case 'reimport':
      return runReimport(request, bridge);
    case 'list':
      return runList(bridge);
    case 'show':
      return runShow(request, bridge);
    case 'search':
      return runSearch(request, bridge);
    case 'kwic':
      return runKwic(request, bridge);
    case 'annotate':
      return runAnnotate(request, bridge);
    case 'notes':
      return runNotes(request, bridge);
    case 'edit':
      return runEdit(request, bridge);
    case 'history':
      return runHistory(request, bridge);
    case 'export-markdown':
      return runMarkdownExport(request, bridge);
    case 'tags':
    case 'tags-export':
    case 'tags-import':
      return runTags(request, bridge);
    case 'check': {
      const result = await checkArchive();
      await bridge.cliResult(result);
      return result.ok ? 0 : 1;
    }
  }
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
