import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { formatDate, useT } from '@renderer/i18n';
import { createPortal } from 'react-dom';
import styles from './print-sheet.module.css';
import { printedPieces } from './printed-pieces';

/** The article as it is printed: the text with its highlights, then the numbered annotations. */
export function PrintSheet({
  open,
  views,
}: {
  open: OpenArticle;
  views: readonly AnnotationView[];
}) {
  const t = useT();
  const { article, text } = open;
  const facts = [
    article.outlet,
    article.date === '' ? '' : formatDate(article.date),
    article.byline,
  ];
  const marks = views
    .filter(({ annotation }) => annotation.unplaced !== true)
    .map(({ annotation }) => annotation);
  return createPortal(
    <div className={styles.sheet} data-print-sheet="">
      <h1 className={styles.title}>{article.title}</h1>
      <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {text.paragraphs.map((paragraph, index) => (
        <div className={styles.paragraph} key={paragraph.start}>
          <span className={styles.number}>{index + 1}</span>
          <p className={styles[paragraph.kind]}>
            {printedPieces(paragraph, marks).map(({ start, end, colors, ended }) => (
              <span key={start}>
                <span className={colors.map((color) => styles[color]).join(' ')}>
                  {text.text.slice(start, end)}
                </span>
                {ended.map((at) => (
                  <sup key={at}>[{at + 1}]</sup>
                ))}
              </span>
            ))}
          </p>
        </div>
      ))}
      {views.length > 0 && (
        <ol className={styles.notes}>
          {views.map(({ annotation, tags, note }) => (
            <li key={annotation.id}>
              “{annotation.exact}”
              {tags.length > 0 && ` — ${tags.map(({ name }) => name).join(t('reader.print.and'))}`}
              {annotation.unplaced === true && ` — ${t('reader.card.unplaced')}`}
              {note !== null && note.plain !== '' && <p className={styles.note}>{note.plain}</p>}
            </li>
          ))}
        </ol>
      )}
    </div>,
    document.body,
  );
}
