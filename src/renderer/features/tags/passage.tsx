import type { Article } from '@domain/model';
import type { PassageView } from '@renderer/archive/queries';
import { formatDate, formatNumber, useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import styles from './passage.module.css';
import { oneLine, wordsAfter, wordsBefore } from './passage-rows';

/** The article that the passages under it are from. */
export function PassageHead({ article, count }: { article: Article; count: number }) {
  const t = useT();
  const from = [article.outlet, article.date === '' ? '' : formatDate(article.date)];
  return (
    <div className={styles.head}>
      <h3 className={styles.title} lang="zh-CN">
        {article.title}
      </h3>
      <span className={styles.from}>
        {from.filter((part) => part !== '').join(' · ')}
        <span className="visually-hidden">{t('tags.passages', { count })}</span>
      </span>
      <span aria-hidden="true" className={styles.count}>
        {formatNumber(count)}
      </span>
    </div>
  );
}

interface PassageProps {
  view: PassageView;
  tabIndex: 0 | -1;
  onOpen: () => void;
}

/** A passage with a few words around it and the beginning of its note. */
export function Passage({ view: { annotation, note }, tabIndex, onOpen }: PassageProps) {
  return (
    <button
      className={styles.passage}
      data-color={annotation.color ?? 'none'}
      data-row-main
      onClick={onOpen}
      tabIndex={tabIndex}
      type="button"
    >
      <span className={styles.quote} lang="zh-CN">
        <span className={styles.around}>{wordsBefore(annotation.prefix)}</span>
        <mark className={styles.exact}>{oneLine(annotation.exact)}</mark>
        <span className={styles.around}>{wordsAfter(annotation.suffix)}</span>
      </span>
      {note !== null && note.plain.trim() !== '' && (
        <span className={styles.note} lang="zh-CN">
          <Icon name="note" size={12} />
          <span className={styles.noteText}>{note.plain}</span>
        </span>
      )}
    </button>
  );
}
