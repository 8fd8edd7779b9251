import type { ImportSession } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import { PaneResizer } from '@renderer/ui/pane-resizer';
import { useState } from 'react';
import { articleAt } from './article-at';
import { ArticlesPane } from './articles-pane';
import { ColumnsForm } from './columns-form';
import { FileBar } from './file-bar';
import { FileNotice } from './file-notice';
import styles from './file-view.module.css';
import { LineBar } from './line-bar';
import { MetadataForm } from './metadata-form';
import type { ReviewAction } from './review-actions';
import { SourcePane } from './source-pane';
import type { Review } from './use-review';

/** Pixels. */
const SOURCE_WIDTH = { min: 240, max: 900 };
/** Of the window, as long as nobody changes it. */
const SOURCE_SHARE = 0.34;

interface Props {
  session: ImportSession;
  review: Review;
  actions: ReviewAction[];
}

/** One file: its source beside the articles that it is understood as. */
export function FileView({ session, review, actions }: Props) {
  const t = useT();
  const [width, setWidth] = useState(() => Math.round(window.innerWidth * SOURCE_SHARE));
  const { file, index } = review;
  if (file === null) return <EmptyState text={t('review.chooseFile')} />;
  const table = index?.reading.table ?? null;
  const hasText = index !== null && index.lines.count > 0 && index.reading.text !== '';
  return (
    <div className={styles.view}>
      {(file.format !== null || file.encoding !== null) && file.status !== 'skipped' && (
        <FileBar
          commands={review.commands}
          file={file}
          hasOthers={review.state.files.length > 1}
          isPending={review.isPending}
          settings={review.settings}
          session={session}
        />
      )}
      <FileNotice file={file} />
      {table !== null && (
        <ColumnsForm onChange={review.commands.change} settings={review.settings} table={table} />
      )}
      {index === null && <Loading />}
      {index !== null && hasText && (
        <>
          <div aria-busy={review.isPending} className={styles.panes}>
            <section aria-label={t('review.source')} className={styles.source} style={{ width }}>
              <h2 className={styles.paneTitle}>{t('review.source')}</h2>
              <SourcePane index={index} review={review} />
            </section>
            <PaneResizer
              label={t('review.resizeSource')}
              max={SOURCE_WIDTH.max}
              min={SOURCE_WIDTH.min}
              onChange={setWidth}
              side="before"
              value={width}
            />
            <section aria-label={t('review.articles')} className={styles.articles}>
              <MetadataForm
                commands={review.commands}
                file={file}
                index={index}
                joins={review.joins}
                number={articleAt(index, review.cursor)}
              />
              <ArticlesPane index={index} review={review} />
            </section>
          </div>
          <LineBar actions={actions} index={index} review={review} />
        </>
      )}
    </div>
  );
}
