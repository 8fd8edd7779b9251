import { useAnnotations } from '@renderer/archive/live-annotations';
import { useOpenArticle } from '@renderer/archive/queries';
import type { Settings } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { runAction } from '@renderer/ui/actions';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import { useDeferredValue } from 'react';
import { ArticlePage } from './article-page';
import { Correcting } from './correct/correcting';
import type { Passage } from './text-offsets';
import type { ReaderFocus } from './use-focus';
import type { SavePdf } from './use-printing';
import { useStoredPlace } from './use-reading-place';

const NONE: readonly Passage[] = [];

export interface ReaderProps {
  articleId: string;
  /** Where to go in the article: a range to mark, an annotation to select, or both. */
  focus: ReaderFocus | null;
  /** Called once the place is in view. */
  onFocused: () => void;
  settings: Settings;
  savePdf: SavePdf;
  /** What the search of the archive has found in the text, to be painted too. UTF-16 offsets. */
  found?: readonly Passage[];
  foundInTitle?: readonly Passage[];
}

/** An article to read and annotate. Needs a `ReaderProvider` around it. */
export function Reader(props: ReaderProps) {
  // Nothing of one article's state may show in the next.
  return <StoredArticle key={props.articleId} {...props} />;
}

function StoredArticle(props: ReaderProps) {
  const { articleId, focus, onFocused, settings, savePdf, found, foundInTitle } = props;
  const t = useT();
  const open = useOpenArticle(articleId);
  const views = useAnnotations(articleId);
  const leftAt = useStoredPlace(articleId);
  const isRead = open !== undefined && views !== undefined && leftAt !== undefined;
  // A long text has thousands of elements: they are made bit by bit, and keys and clicks go first.
  const isDrawn = useDeferredValue(isRead, false);
  if (!isRead || !isDrawn) return <Loading />;
  if (open === null) {
    return (
      <EmptyState text={t('reader.missing')}>
        <Button onPress={() => runAction('go.library')}>{t('reader.toLibrary')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ArticlePage
        focus={focus}
        found={found ?? NONE}
        foundInTitle={foundInTitle ?? NONE}
        leftAt={leftAt}
        onFocused={onFocused}
        open={open}
        savePdf={savePdf}
        settings={settings}
        views={views}
      />
      <Correcting open={open} views={views} />
    </>
  );
}
