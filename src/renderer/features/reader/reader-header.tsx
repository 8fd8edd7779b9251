import type { Article } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { formatDate, useT } from '@renderer/i18n';
import { Comfort } from './comfort';
import styles from './reader-header.module.css';

/** The article's title and where it is from. */
export function ReaderHeader({ article, settings }: { article: Article; settings: Settings }) {
  const t = useT();
  const facts = [
    article.outlet,
    article.date === '' ? '' : formatDate(article.date),
    article.place ?? '',
    article.issue ?? '',
    /^\d+$/.test(article.page) ? t('reader.page', { page: article.page }) : article.page,
    article.byline,
  ].filter((fact) => fact !== '');
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} lang="zh-CN">
          {article.title}
        </h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <Comfort settings={settings} />
    </header>
  );
}
