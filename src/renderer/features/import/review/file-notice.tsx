import type { SessionFile } from '@renderer/archive/import-session';
import { type Translate, useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import { brokenText } from '../broken-text';
import styles from './file-view.module.css';

/** How many broken rows are named; the report has them all. */
const MAX_NAMED = 5;

/** What is to be known of a file before its text: that it failed, and why; bytes that are no text. */
export function FileNotice({ file }: { file: SessionFile }) {
  const t = useT();
  const { status, code, invalid, broken, encoding } = file;
  if (status === 'skipped') return <Notice title={t('review.skipped.title')} words={[]} />;
  if (status === 'failed') {
    const why = code === null || code === 'same-file' ? '' : t(`error.${code}`);
    const more =
      code === 'file-no-columns'
        ? t('review.failed.columns')
        : encoding === null
          ? ''
          : t('review.failed.encoding');
    return <Notice title={t('review.failed.title')} words={[why, more]} />;
  }
  const rows = broken.filter(({ line }) => line > 0).length;
  const words = [
    invalid.count > 0
      ? t('review.invalid', { count: invalid.count, offset: invalid.firstOffset })
      : '',
    rows > 0 ? t('review.brokenRows', { count: rows }) : '',
    ...broken.slice(0, MAX_NAMED).map((row) => brokenPlace(row, t)),
  ].filter((part) => part !== '');
  return words.length === 0 ? null : <Notice title="" words={words} />;
}

function Notice({ title, words }: { title: string; words: string[] }) {
  return (
    <div className={styles.notice}>
      <Icon name="warning" />
      <div>
        {title !== '' && <p className={styles.noticeTitle}>{title}</p>}
        {words
          .filter((part) => part !== '')
          .map((part) => (
            <p key={part}>{part}</p>
          ))}
      </div>
    </div>
  );
}

/** What is not a row, such as a page, has no line. */
function brokenPlace({ line, reason }: { line: number; reason: string }, t: Translate): string {
  const words = brokenText(t, reason);
  return line > 0 ? t('review.broken', { line, reason: words }) : words;
}
