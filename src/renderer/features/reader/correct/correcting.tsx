import { placeAnnotation, repairAnchors } from '@renderer/archive/place-annotation';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { showToast } from '@renderer/ui/toasts';
import { useEffect, useState } from 'react';
import { attempt } from '../attempt';
import { useReader } from '../reader-context';
import { HistoryDialog } from './history-dialog';
import { selectedPassage } from './selected-passage';
import { TextEditorDialog } from './text-editor-dialog';

/** Correcting the open article's text, looking at its history, placing what has lost its place. */
export function Correcting({
  open,
  views,
}: {
  open: OpenArticle;
  views: readonly AnnotationView[];
}) {
  const t = useT();
  const { selectedId, select } = useReader();
  const [shown, setShown] = useState<'editor' | 'history' | null>(null);
  const { articleId, sha256 } = open.text;
  const unplaced = views.filter(({ annotation }) => annotation.unplaced === true);
  const chosen = unplaced.find(({ annotation }) => annotation.id === selectedId) ?? unplaced[0];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has to be looked at again
  useEffect(() => {
    void attempt(() => repairAnchors(articleId));
  }, [articleId, sha256]);

  const place = () => {
    const passage = selectedPassage(open);
    if (chosen === undefined) return;
    if (passage === null) return showToast({ kind: 'done', text: t('unplaced.select') });
    const { id } = chosen.annotation;
    void attempt(async () => {
      await placeAnnotation(id, passage.start, passage.end);
      window.getSelection()?.removeAllRanges();
      select(id);
      showToast({ kind: 'done', text: t('unplaced.placed') });
    });
  };

  useActions([
    {
      id: 'reader.correct',
      label: t('edit.action'),
      group: 'article',
      shortcut: 'Mod+Shift+x',
      run: () => setShown('editor'),
    },
    {
      id: 'reader.history',
      label: t('edit.history'),
      group: 'article',
      run: () => setShown('history'),
    },
    {
      id: 'reader.place',
      label: t('unplaced.action'),
      group: 'annotation',
      shortcut: 'p',
      enabled: chosen !== undefined,
      run: place,
    },
  ]);

  if (shown === 'editor') {
    return <TextEditorDialog onClose={() => setShown(null)} open={open} views={views} />;
  }
  if (shown === 'history') {
    return <HistoryDialog onClose={() => setShown(null)} open={open} views={views} />;
  }
  return null;
}
