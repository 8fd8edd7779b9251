import type { ImportLine } from '@renderer/archive/import-files';
import { type Translate, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Icon, type IconName } from '@renderer/ui/icon';
import { VirtualList } from '@renderer/ui/virtual-list';
import styles from './import-dialog.module.css';
import { byUrgency, type ReportSummary, summarize } from './report-summary';

interface Props {
  lines: ImportLine[];
  cancelled: boolean;
  onClose: () => void;
  onOpen: (articleId: string) => void;
}

/** What became of each file. */
export function ImportReport({ lines, cancelled, onClose, onOpen }: Props) {
  const t = useT();
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
        {summaryText(summary, t)}
      </p>
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

function summaryText({ imported, articles, skipped, failed }: ReportSummary, t: Translate) {
  const parts = [
    imported > 0 ? t('import.summary.imported', { files: imported, articles }) : '',
    skipped > 0 ? t('import.summary.skipped', { count: skipped }) : '',
    failed > 0 ? t('import.summary.failed', { count: failed }) : '',
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
  const { file, status, invalidBytes, articles } = line;
  const isDamaged = invalidBytes > 0;
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
        {isDamaged && (
          <p className={styles.warning}>{t('import.invalidBytes', { count: invalidBytes })}</p>
        )}
        {articles.length > 0 && (
          <p className={styles.titles} lang="zh-CN">
            {articles.map((article) => article.title || t('import.untitled')).join(' · ')}
          </p>
        )}
      </div>
    </div>
  );
}

function whatHappened({ code, articles }: ImportLine, t: Translate): string {
  if (code === 'same-file') return t('import.same-file');
  if (code !== null) return t(`error.${code}`);
  return t('import.articles', { count: articles.length });
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}
