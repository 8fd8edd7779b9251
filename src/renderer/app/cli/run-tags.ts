import { type TreeNode, tagTree } from '@domain/codebook/tree';
import { type CodebookView, codebookViews } from '@renderer/archive/code-queries';
import {
  exportCodebook,
  importCodebook,
  previewCodebook,
  readCodebook,
} from '@renderer/archive/codebook-files';
import type { Bridge } from '@shared/bridge';
import { ZhaijiError } from '@shared/errors';
import type { ExitCode, Request } from './run-import';

type TagsRequest = Request<'tags'> | Request<'tags-export'> | Request<'tags-import'>;

/** `tags`, `tags export FILE` and `tags import FILE`. */
export async function runTags(request: TagsRequest, bridge: Bridge): Promise<ExitCode> {
  if (request.command === 'tags') {
    const views = new Map((await codebookViews()).map((view) => [view.tag.id, view]));
    const tree = tagTree([...views.values()].map((view) => view.tag));
    for (const node of tree) await bridge.cliResult(tagJson(node, views));
    return 0;
  }
  if (request.command === 'tags-export') {
    const { folder, name, overwrite } = request;
    const text = await exportCodebook(/\.qdc$/i.test(name) ? 'qdc' : 'csv');
    await bridge.writeToFolder(folder.handle, name, text, overwrite);
    await bridge.cliResult({
      file: `${folder.path}/${name}`,
      tags: (await codebookViews()).length,
    });
    return 0;
  }
  const [problem] = request.problems;
  if (problem !== undefined) throw new ZhaijiError(problem.code, problem.path);
  const [file] = request.files;
  if (file === undefined) throw new ZhaijiError('file-missing');
  const codes = readCodebook(await bridge.readFile(file.handle));
  const plan = await (request.dryRun ? previewCodebook(codes) : importCodebook(codes));
  const count = (kind: string) => plan.codes.filter((code) => code.kind === kind).length;
  await bridge.cliResult({
    file: file.name,
    made: count('made'),
    filled: count('filled'),
    same: count('same'),
    renamed: plan.renamed,
    tags: plan.codes.map(({ kind, name, parent }) => ({ status: kind, name, parent })),
  });
  return 0;
}

interface TagJson {
  id: string;
  name: string;
  color: string;
  description: string;
  shortcut: string | null;
  archived: boolean;
  /** Ids of passages that were marked as examples. */
  examples: string[];
  /** Passages that carry it. */
  count: number;
  /** Passages that carry it or a tag under it, each counted once. */
  total: number;
  /** Articles that carry it as a whole. */
  articles: number;
  children: TagJson[];
}

/** The fields are a promise: added, never renamed or removed. */
function tagJson({ tag, children }: TreeNode, views: ReadonlyMap<string, CodebookView>): TagJson {
  const view = views.get(tag.id);
  return {
    id: tag.id,
    name: tag.name,
    color: tag.color,
    description: tag.description,
    shortcut: tag.shortcut ?? null,
    archived: tag.archived === true,
    examples: tag.examples ?? [],
    count: view?.count ?? 0,
    total: view?.total ?? 0,
    articles: view?.articleCount ?? 0,
    children: children.map((child) => tagJson(child, views)),
  };
}
