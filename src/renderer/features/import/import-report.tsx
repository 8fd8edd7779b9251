import type { ImportLine, ImportReport as Report } from '@renderer/archive/import-files';
import { type Translate, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Icon, type IconName } from '@renderer/ui/icon';
import { VirtualList } from '@renderer/ui/virtual-list';
import { brokenText } from './broken-text';
import styles from './import-dialog.module.css';
import { byUrgency, type ReportSummary, summarize } from './report-summary';

interface Props {
  report: Report;
  onClose: () => void;
  onOpen: (articleId: string) => void;
}

/** What became of each file. */
export function ImportReport({ report, onClose, onOpen }: Props) {
  const t = useT();
  const { lines, cancelled, stopped, rest = 0, others = 0, joined = 0, unchanged } = report;
  const summary = summarize(lines);
  const { firstArticleId } = summary;
  return (
    <Dialog
      footer={
        <>
          {firstArticleId !== null && (
            <Button onPress={() => onOpen(firstArticleId)}>{t('import.openFirst')}</Button>
          )}
          <Button autoFocus onPress={onClose} variant="primary">
            {t('app.done')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t(cancelled ? 'import.cancelled' : 'import.done')}
    >
      <p className={styles.summary} role="status">
        {summaryText(summary, joined, t)}
      </p>
      {stopped !== null && <p className={styles.warning}>{t(`error.${stopped}`)}</p>}
      {unchanged === true && <p className={styles.warning}>{t('import.unchanged')}</p>}
      {rest > 0 && <p className={styles.detail}>{t('import.rest', { count: rest })}</p>}
      {others > 0 && <p className={styles.detail}>{t('import.others', { count: others })}</p>}
      <VirtualList
        items={byUrgency(lines)}
        keyOf={(line, index) => `${index} ${line.file}`}
        label={t('import.files')}
        rowHeight={56}
      >
        {(line) => <ReportLine line={line} />}
      </VirtualList>
    </Dialog>
  );
}

function summaryText(summary: ReportSummary, joined: number, t: Translate) {
  const { imported, articles, skipped, failed, replaced, left } = summary;
  const parts = [
    imported > 0 ? t('import.summary.imported', { files: imported, articles }) : '',
    joined > 0 ? t('import.joined', { count: joined }) : '',
    skipped > 0 ? t('import.summary.skipped', { count: skipped }) : '',
    failed > 0 ? t('import.summary.failed', { count: failed }) : '',
    replaced > 0 ? t('import.duplicatesReplaced', { count: replaced }) : '',
    left > 0 ? t('import.duplicatesSkipped', { count: left }) : '',
  ];
  return parts.filter((part) => part !== '').join(t('import.summary.separator'));
}

const ICONS: Record<ImportLine['status'], IconName> = {
  imported: 'check',
  skipped: 'forward',
  failed: 'warning',
};

function ReportLine({ line }: { line: ImportLine }) {
  const t = useT();
  const { file, status, invalidBytes, articles, broken, joins = [] } = line;
  const isDamaged = invalidBytes > 0 || broken.length > 0;
  return (
    <div className={styles.line}>
      <span className={`${styles.sign} ${status === 'failed' || isDamaged ? styles.bad : ''}`}>
        <Icon name={isDamaged ? 'warning' : ICONS[status]} />
        <span className="visually-hidden">{t(`import.status.${status}`)}</span>
      </span>
      <div className={styles.words}>
        <p className={styles.file} title={file}>
          {nameOf(file)}
        </p>
        <p className={styles.detail}>{whatHappened(line, t)}</p>
        {joins.map((join) => (
          <p className={styles.detail} key={`${join.id} ${join.to}`} lang="zh-CN">
            {t(`import.joined.${join.to}`, { file: nameOf(join.file), title: join.title })}
          </p>
        ))}
        {warnings(line, t).map((words) => (
          <p className={styles.warning} key={words}>
            {words}
          </p>
        ))}
        {articles.length > 0 && (
          <p className={styles.titles} lang="zh-CN">
            {articles.map((article) => article.title || t('import.untitled')).join(' · ')}
          </p>
        )}
      </div>
    </div>
  );
}

function whatHappened(line: ImportLine, t: Translate): string {
  const { code, articles, replaced, left, placed, unplaced } = line;
  if (code === 'same-file' || code === 'duplicate') return t(`import.${code}`);
  if (code !== null) return t(`error.${code}`);
  const part = (key: Parameters<Translate>[0], count = 0) => (count > 0 ? t(key, { count }) : '');
  return [
    t('import.articles', { count: articles.length }),
    part('import.duplicatesReplaced', replaced),
    part('import.duplicatesSkipped', left),
    part('import.placed', placed),
    part('import.unplaced', unplaced),
  ]
    .filter((words) => words !== '')
    .join(t('import.summary.separator'));
}

/** What of the file could not be read, and where. */
function warnings({ invalidBytes, invalid, broken }: ImportLine, t: Translate): string[] {
  const list = (numbers: readonly number[], more: boolean) =>
    numbers.join(t('import.list.separator')) + (more ? '…' : '');
  const found: string[] = [];
  if (invalidBytes > 0) {
    found.push(t('import.invalidBytes', { count: invalidBytes }));
    const offsets = list(invalid.offsets, invalid.count > invalid.offsets.length);
    if (invalid.offsets.length > 0) found.push(t('import.invalidAt', { offsets }));
  }
  const rows = broken.filter(({ line }) => line > 0);
  if (rows.length > 0) {
    const lines = rows.slice(0, MAX_LINES).map(({ line }) => line);
    const words = list(lines, rows.length > MAX_LINES);
    found.push(t('import.broken', { count: rows.length, lines: words }));
  }
  // Pages and sheets have no line of their own.
  const parts = broken.filter(({ line }) => line === 0).slice(0, MAX_LINES);
  found.push(...parts.map(({ reason }) => brokenText(t, reason)));
  return found;
}

/** Line numbers that are written out. */
const MAX_LINES = 20;

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}
