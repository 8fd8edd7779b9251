import type { SourceFingerprints } from '@domain/model';
import {
  articlesWithPartIn,
  findArticle,
  findArticleText,
  sourceArticles,
} from '@renderer/data/articles';
import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { ZhaijiError } from '@shared/errors';
import { keepRevision } from './correct-text';
import { commit } from './history';
import { takeOver } from './inherit';
import { type Moved, moveAnnotations } from './move-annotations';

/**
 * Lets a newly imported article take the place of an old one: the old one's annotations, tags and
 * note move to the new text, and it keeps the old one's id, so that what points to it still does.
 * @throws ZhaijiError `article-missing`
 */
export function replaceArticle(oldId: string, newId: string): Promise<Moved> {
  return commit({ name: 'replace-article', count: 1 }, async (journal) => {
    const { tables } = journal;
    const [old, oldText] = [await findArticle(oldId, tables), await findArticleText(oldId, tables)];
    const [next, nextText] = [
      await findArticle(newId, tables),
      await findArticleText(newId, tables),
    ];
    if (!old || !oldText) throw new ZhaijiError('article-missing', oldId);
    if (!next || !nextText) throw new ZhaijiError('article-missing', newId);
    const words = { articleId: oldId, text: oldText.text };
    const { effects, ...moved } = await moveAnnotations(journal, words, [
      { ...words, text: nextText.text },
    ]);
    const { created, authorId } = old;
    const heir = takeOver({ ...next, id: oldId, created, authorId }, [old]);
    await journal.put('articles', changed(heir, {}));
    await keepRevision(journal, oldText, nextText, { cause: 'replace', effects });
    await journal.put('articleTexts', { ...nextText, articleId: oldId });
    await journal.remove('articles', newId);
    await renameFingerprint(journal, next.sourceFileId, newId, oldId);
    for (const id of [old.sourceFileId, ...(old.partFileIds ?? [])]) {
      await removeIfEmpty(journal, id);
    }
    return moved;
  });
}

async function renameFingerprint(
  journal: Journal,
  sourceFileId: string,
  from: string,
  to: string,
): Promise<void> {
  const known = await journal.tables
    .table<SourceFingerprints, string>('sourceFingerprints')
    .get(sourceFileId);
  if (known === undefined) return;
  const articleIds = known.articleIds.map((id) => (id === from ? to : id));
  await journal.put('sourceFingerprints', { ...known, articleIds });
}

/** The record of a file without articles would only keep it from being imported again. */
async function removeIfEmpty(journal: Journal, sourceFileId: string): Promise<void> {
  const left = [
    ...(await sourceArticles(sourceFileId, journal.tables)),
    ...(await articlesWithPartIn(sourceFileId, journal.tables)),
  ];
  if (left.length === 0) await journal.remove('sourceFiles', sourceFileId);
}
