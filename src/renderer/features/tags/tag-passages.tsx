import { type TagView, usePassagesOfTag } from '@renderer/archive/queries';
import { markExample } from '@renderer/archive/tag-examples';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import { RovingList } from '@renderer/ui/roving-list';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useMemo } from 'react';
import { ExamplesHead, Passage, PassageHead } from './passage';
import { passageKey, passageRows } from './passage-rows';
import { TagHead } from './tag-head';

interface Props {
  tagId: string;
  views: TagView[];
  onSelectTag: (tagId: string | null) => void;
  onOpenPassage: (articleId: string, start: number, end: number, annotationId: string) => void;
  onExportTag: (tagId: string) => void;
  onBrowse: (tagId: string) => void;
}

/** Every passage of one tag, by article. */
export function TagPassages(props: Props) {
  const { tagId, views, onSelectTag, onOpenPassage, onExportTag, onBrowse } = props;
  const t = useT();
  const passages = usePassagesOfTag(tagId);
  const view = views.find(({ tag }) => tag.id === tagId);
  const examples = view?.tag.examples;
  const rows = useMemo(() => passageRows(passages ?? [], examples), [passages, examples]);
  const back = () => onSelectTag(null);
  const mark = (id: string, is: boolean) =>
    markExample(tagId, id, is).catch((error: unknown) =>
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) }),
    );

  if (view === undefined) {
    return (
      <EmptyState text={t('error.tag-missing')}>
        <Button onPress={back}>{t('tags.backToList')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <TagHead
        onBack={back}
        onBrowse={() => onBrowse(tagId)}
        onExport={() => onExportTag(tagId)}
        onMerged={onSelectTag}
        view={view}
        views={views}
      />
      {passages === undefined && <Loading />}
      {passages?.length === 0 && (
        <EmptyState text={t('tags.unused')}>
          <Button onPress={back}>{t('tags.backToList')}</Button>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RovingList
          isHead={(row) => row.kind !== 'passage'}
          items={rows}
          keyOf={passageKey}
          label={t('tags.passagesOf', { name: view.tag.name })}
          rowHeight={88}
        >
          {(row, tabIndex) =>
            row.kind === 'examples' ? (
              <ExamplesHead count={row.count} />
            ) : row.kind === 'article' ? (
              <PassageHead article={row.article} count={row.count} />
            ) : (
              <Passage
                onOpen={() => {
                  const { articleId, start, end, id } = row.view.annotation;
                  onOpenPassage(articleId, start, end, id);
                }}
                isExample={row.isExample}
                onExample={(is) => void mark(row.view.annotation.id, is)}
                tabIndex={tabIndex}
                tag={view.tag}
                view={row.view}
              />
            )
          }
        </RovingList>
      )}
    </>
  );
}
