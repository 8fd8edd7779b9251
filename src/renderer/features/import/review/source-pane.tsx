import { useT } from '@renderer/i18n';
import { memo, useMemo } from 'react';
import { decisionWords } from './decision-words';
import { LineBox } from './line-box';
import { nextLine } from './places';
import type { ReadingIndex } from './reading-index';
import styles from './source-pane.module.css';
import type { Review } from './use-review';

/** UTF-16 units of one line that are drawn: a file may be a single line. */
const MAX_SHOWN = 20_000;

/** The source with its line numbers; the lines of what is chosen are marked. */
export function SourcePane({ review, index }: { review: Review; index: ReadingIndex }) {
  const t = useT();
  const { cursor, places } = review;
  const { lines } = index;
  const unsure = useMemo(() => new Set(places), [places]);
  const chosenRow = cursor.row ?? index.rowOf(cursor.line);
  const isMarked = (line: number) =>
    line === cursor.line || (chosenRow >= 0 && index.rowOf(line) === chosenRow);
  return (
    <LineBox
      active={Math.min(cursor.line, lines.count) - 1}
      count={lines.count}
      isMarked={(row) => isMarked(row + 1)}
      label={t('review.source')}
      onMove={(row) => review.commands.moveTo({ line: row + 1, row: null })}
      rowHeight={(row) => heightOf(lines.text(row + 1).length)}
      step={(row, step) => nextLine(index, row + 1, step) - 1}
    >
      {(row) => <SourceLine index={index} isUnsure={unsure.has(row + 1)} line={row + 1} />}
    </LineBox>
  );
}

const LINE_HEIGHT = 26;
const CHARACTERS = 26;

function heightOf(length: number): number {
  return LINE_HEIGHT * Math.max(1, Math.ceil(Math.min(length, MAX_SHOWN) / CHARACTERS));
}

interface LineProps {
  index: ReadingIndex;
  line: number;
  isUnsure: boolean;
}

const SourceLine = memo(function SourceLine({ index, line, isUnsure }: LineProps) {
  const t = useT();
  const text = index.lines.text(line);
  const row = index.rows[index.rowOf(line)];
  const isJoined = row !== undefined && row.firstLine !== line && row.label === 'body';
  const label = row === undefined || row.label === 'body' ? null : row.label;
  const dropped = index.decisionsAt(line).filter(({ action }) => action === 'drop');
  const hint = dropped.map((decision) => decisionWords(decision, null, t)).join('\n');
  const isQuiet = row === undefined || (label !== null && label !== 'title' && label !== 'heading');
  return (
    <div className={styles.line} {...(hint === '' ? {} : { title: hint })}>
      <span aria-hidden="true" className={styles.number}>
        {line}
      </span>
      <span aria-hidden="true" className={`${styles.sign} ${isUnsure ? styles.unsure : ''}`}>
        {isUnsure ? '?' : isJoined ? '⁀' : ''}
      </span>
      <span className="visually-hidden">
        {[
          t('review.line', { number: line }),
          isUnsure ? t('review.sure.look') : '',
          isJoined ? t('review.decision.join') : '',
          label === null ? '' : t(`review.label.${label}`),
          text.trim() === '' ? t('review.lineBlank') : '',
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </span>
      <span
        className={`${styles.text} ${isQuiet ? styles.quiet : ''} ${label === 'title' ? styles.title : ''}`}
        lang="zh-CN"
      >
        {text.slice(0, MAX_SHOWN)}
        {text.length > MAX_SHOWN && (
          <span className={styles.label}>{t('review.cut', { count: MAX_SHOWN })}</span>
        )}
      </span>
      {label !== null && (
        <span aria-hidden="true" className={styles.label}>
          {t(`review.label.${label}`)}
        </span>
      )}
    </div>
  );
});
