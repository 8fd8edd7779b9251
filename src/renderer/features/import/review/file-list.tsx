import type { SessionFile } from '@renderer/archive/import-session';
import { type Translate, useT } from '@renderer/i18n';
import { EmptyState } from '@renderer/ui/empty-state';
import { RovingList } from '@renderer/ui/roving-list';
import { Select } from '@renderer/ui/select';
import { memo, useMemo, useState } from 'react';
import styles from './file-list.module.css';
import { FILE_FILTERS, type FileFilter, passes, surenessOf, urgencyOf } from './urgency';
import type { ReviewCommands } from './use-review';

const ROW_HEIGHT = 50;

interface Props {
  files: readonly SessionFile[];
  /** Ids in the order in which they are shown. */
  order: readonly number[];
  openId: number | null;
  /** None of them can be left out. */
  isFixed: boolean;
  commands: ReviewCommands;
}

/** The files of the import, those that need a look on top. */
export const FileList = memo(function FileList({ files, order, openId, isFixed, commands }: Props) {
  const t = useT();
  const [filter, setFilter] = useState<FileFilter>('all');
  const shown = useMemo(() => {
    const byId = new Map(files.map((file) => [file.id, file]));
    return order
      .map((id) => byId.get(id))
      .filter((file) => file !== undefined)
      .filter((file) => passes(file, filter));
  }, [files, order, filter]);
  return (
    <>
      <div className={styles.filter}>
        <Select
          hideLabel
          label={t('review.filter')}
          onChange={(id) => setFilter(FILE_FILTERS.find((each) => each === id) ?? 'all')}
          options={FILE_FILTERS.map((id) => ({
            id,
            label: `${t(`review.filter.${id}`)} (${files.filter((file) => passes(file, id)).length})`,
          }))}
          value={filter}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState text={t(`review.filter.none.${filter}`)} />
      ) : (
        <RovingList
          items={shown}
          keyOf={(file) => String(file.id)}
          label={t('review.files')}
          rowHeight={ROW_HEIGHT}
        >
          {(file, tabIndex) => (
            <FileRow
              commands={commands}
              file={file}
              isFixed={isFixed}
              isOpen={file.id === openId}
              tabIndex={tabIndex}
            />
          )}
        </RovingList>
      )}
    </>
  );
});

interface RowProps {
  commands: ReviewCommands;
  file: SessionFile;
  isFixed: boolean;
  isOpen: boolean;
  tabIndex: 0 | -1;
}

function FileRow({ commands, file, isFixed, isOpen, tabIndex }: RowProps) {
  const t = useT();
  const name = nameOf(file.file);
  const urgency = file.excluded ? null : urgencyOf(file);
  return (
    <div className={`${styles.row} ${isOpen ? styles.open : ''}`}>
      {!isFixed && (
        <input
          aria-label={t('review.include', { name })}
          checked={file.status === 'ready' && !file.excluded}
          className={styles.check}
          disabled={file.status !== 'ready'}
          onChange={(event) => commands.exclude(file.id, !event.target.checked)}
          tabIndex={tabIndex}
          type="checkbox"
        />
      )}
      <button
        aria-current={isOpen}
        className={styles.main}
        data-row-main
        onClick={() => commands.open(file.id)}
        tabIndex={tabIndex}
        title={file.file}
        type="button"
      >
        <span className={`${styles.name} ${file.excluded ? styles.out : ''}`}>{name}</span>
        <span className={styles.detail}>
          <span className={urgency === null ? '' : styles.urgent}>{stateOf(file, t)}</span>
          {file.status === 'ready' && (
            <span>{t('review.file.articles', { count: file.articles.length })}</span>
          )}
        </span>
      </button>
    </div>
  );
}

/** How the file stands, in a few words. */
function stateOf(file: SessionFile, t: Translate): string {
  if (file.status === 'failed') return t('review.file.failed');
  if (file.status === 'skipped') return t('review.file.skipped');
  if (file.excluded) return t('review.file.excluded');
  const hasDuplicate = file.articles.some((article) => article.duplicate !== null);
  const reasons = [
    file.invalid.count > 0 ? t('review.file.invalid') : '',
    file.broken.length > 0 ? t('review.file.broken') : '',
    hasDuplicate ? t('review.file.duplicate') : '',
  ].filter((word) => word !== '');
  const sureness = surenessOf(file.confidence);
  // Why a file should be looked at says more than that the rest of it is sure.
  const words = sureness === 'look' || reasons.length === 0 ? [t(`review.sure.${sureness}`)] : [];
  return [...words, ...reasons].join(t('import.list.separator'));
}

function nameOf(path: string): string {
  // What is in an archive is known by its place in there.
  const inside = /[^\\/]+\.zip\/.+$/i.exec(path)?.[0];
  return inside ?? (path.split(/[\\/]/).at(-1) || path);
}
