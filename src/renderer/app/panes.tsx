import { type Settings, saveSetting } from '@renderer/archive/settings';
import { AnnotationPanel } from '@renderer/features/reader/annotation-panel';
import { ReaderProvider, type ReaderState } from '@renderer/features/reader/reader-context';
import { ArticleTags } from '@renderer/features/tags/article-tags';
import { useT } from '@renderer/i18n';
import { PaneResizer } from '@renderer/ui/pane-resizer';
import { type ReactNode, useState } from 'react';
import { useReaderSlots } from './reader-slots';
import type { ListPaneState } from './use-list-pane';
import type { Go } from './use-navigation';
import styles from './workspace.module.css';

/** The list pane with the line that resizes it. */
export function ListSide({
  settings,
  pane,
  children,
}: {
  settings: Settings;
  pane: ListPaneState;
  children: ReactNode;
}) {
  const t = useT();
  const [width, setWidth] = usePaneWidth('listWidth', settings);
  if (!pane.open) return null;
  return (
    <section aria-label={t('app.list')} className={styles.list} style={{ width }}>
      <div className={styles.content}>{children}</div>
      <div className={styles.listResizer}>
        <PaneResizer
          label={t('app.resizeList')}
          max={640}
          min={200}
          onChange={setWidth}
          side="before"
          value={width}
        />
      </div>
    </section>
  );
}

/** The open article's annotations with the line that resizes them. */
export function AnnotationSide({
  articleId,
  reader,
  settings,
  go,
}: {
  articleId: string;
  /** What the panel shares with the text that it is about. */
  reader: ReaderState;
  settings: Settings;
  go: Go;
}) {
  const t = useT();
  const slots = useReaderSlots(go);
  const [width, setWidth] = usePaneWidth('panelWidth', settings);
  if (!settings.panelOpen) return null;
  return (
    <aside aria-label={t('app.panel')} className={styles.panel} style={{ width }}>
      <div className={styles.panelResizer}>
        <PaneResizer
          label={t('app.resizePanel')}
          max={640}
          min={220}
          onChange={setWidth}
          side="after"
          value={width}
        />
      </div>
      <div className={styles.content}>
        <ArticleTags articleIds={[articleId]} onOpenTag={go.tag} />
        <ReaderProvider value={reader}>
          <AnnotationPanel articleId={articleId} slots={slots} />
        </ReaderProvider>
      </div>
    </aside>
  );
}

/** Follows the pointer at once and remembers what it came to. */
function usePaneWidth(key: 'listWidth' | 'panelWidth', settings: Settings) {
  const [width, setWidth] = useState(settings[key]);
  const change = (next: number) => {
    setWidth(next);
    void saveSetting(key, next);
  };
  return [width, change] as const;
}
