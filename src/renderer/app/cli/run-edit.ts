import type { TextRevision } from '@domain/model-history';
import { correctText, restoreText } from '@renderer/archive/correct-text';
import { openArticle, textRevisions } from '@renderer/archive/queries';
import { t } from '@renderer/i18n';
import type { Bridge } from '@shared/bridge';
import { ZhaijiError } from '@shared/errors';
import type { ExitCode, Request } from './run-import';

/** `edit ID`: replaces a range of the text and prints the revision with its effects. */
export async function runEdit(request: Request<'edit'>, bridge: Bridge): Promise<ExitCode> {
  const { id, start, end, text } = request;
  const revision = await correctText(id, [{ start, end, text }]);
  if (revision === null) await bridge.cliMessage(t('edit.nothing'));
  else await printLast(id, revision, bridge);
  return 0;
}

/** `history ID`: one line per change of the text, the first one first; or brings a text back. */
export async function runHistory(request: Request<'history'>, bridge: Bridge): Promise<ExitCode> {
  const { id, restore } = request;
  if ((await openArticle(id)) === null) throw new ZhaijiError('article-missing', id);
  const revisions = (await textRevisions(id)).reverse();
  if (restore === null) {
    for (const [index, one] of revisions.entries()) {
      await bridge.cliResult(revisionJson(one, index + 1));
    }
    return 0;
  }
  const wanted = revisions[restore - 1];
  if (wanted === undefined) throw new ZhaijiError('revision-missing', String(restore));
  const revision = await restoreText(wanted.id);
  if (revision === null) await bridge.cliMessage(t('edit.nothing'));
  else await printLast(id, revision, bridge);
  return 0;
}

async function printLast(id: string, revision: TextRevision, bridge: Bridge): Promise<void> {
  await bridge.cliResult(revisionJson(revision, (await textRevisions(id)).length));
}

/** A promise like the other shapes: fields are added, never renamed or removed. */
function revisionJson(
  { id, articleId, created, cause, before, edits, effects }: TextRevision,
  number: number,
) {
  return {
    id,
    number,
    articleId,
    created,
    cause,
    edits: edits.map(({ start, end, text }) => ({
      start,
      end,
      before: before.text.slice(start, end),
      text,
    })),
    effects: effects.map(({ annotationId, effect, exact, start, end }) => ({
      annotationId,
      effect,
      exact,
      start,
      end,
    })),
    before: { text: before.text, sha256: before.sha256 },
  };
}
