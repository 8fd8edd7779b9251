import { useT } from '@renderer/i18n';
import { Fragment, memo } from 'react';
import styles from './articles-pane.module.css';
import { decisionWords } from './decision-words';
import type { ReadingIndex, Row } from './reading-index';
import { seamsOf } from './seams';

/** UTF-16 units of one paragraph that are drawn. */
const MAX_SHOWN = 20_000;

interface Props {
  index: ReadingIndex;
  /** Index of the row. */
  number: number;
  row: Row;
  /** Line of the source that the keys work on, -1 when it is in another row. */
  cursorLine: number;
}

/** A paragraph as it will be, with a mark at each place where lines were joined. */
export const ParagraphRow = memo(function ParagraphRow(props: Props) {
  const { index, number, row, cursorLine } = props;
  const t = useT();
  const { label } = row;
  const text = row.text.slice(0, MAX_SHOWN);
  const lines = index.linesOf(number).map((line) => ({ line, text: index.lines.text(line) }));
  const seams = seamsOf(text, lines);
  const pieces = [0, ...seams.map(({ offset }) => offset)];
  const isLifted = label !== 'body';
  const lift = index.decisionsAt(row.firstLine).find(({ action }) => isLifted && action === 'lift');
  const hint = lift === undefined ? '' : decisionWords(lift, label, t);
  return (
    <div className={styles.row}>
      <span className={styles.kind} {...(hint === '' ? {} : { title: hint })}>
        {label === 'body' ? '' : t(`review.label.${label}`)}
      </span>
      <p className={`${styles.paragraph} ${styles[label]}`} lang="zh-CN">
        {pieces.map((start, piece) => {
          const seam = seams[piece - 1];
          return (
            <Fragment key={start}>
              {seam !== undefined && (
                <span
                  aria-hidden="true"
                  className={`${styles.seam} ${seam.line === cursorLine ? styles.here : ''}`}
                  data-line={seam.line}
                  title={seamHint(index, seam.line)}
                >
                  ⁀
                </span>
              )}
              {text.slice(start, pieces[piece + 1])}
            </Fragment>
          );
        })}
        {row.text.length > MAX_SHOWN && (
          <span className={styles.cut}>{t('review.cut', { count: MAX_SHOWN })}</span>
        )}
      </p>
      {seams.length > 0 && (
        <span className="visually-hidden">{t('review.joined', { count: seams.length + 1 })}</span>
      )}
    </div>
  );

  function seamHint(from: ReadingIndex, line: number): string {
    const join = from.decisionsAt(line).find(({ action }) => action === 'join');
    const words = join === undefined ? '' : `\n${decisionWords(join, null, t)}`;
    return `${t('review.seam', { line })}${words}`;
  }
});
