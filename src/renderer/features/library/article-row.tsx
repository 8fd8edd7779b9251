import type { LibraryRow } from '@renderer/archive/library';
import { formatDate, useT } from '@renderer/i18n';
import { ColorDot } from '@renderer/ui/color-dot';
import { memo } from 'react';
import styles from './article-row.module.css';

const SHOWN_TAGS = 5;

/** What the list tells of one article. */
export const ArticleRow = memo(function ArticleRow({ article }: { article: LibraryRow }) {
  const t = useT();
  const { title, outlet, date, annotationCount, tags } = article;
  const origin = [outlet, date === '' ? '' : formatDate(date)].filter((part) => part !== '');
  const names = tags.map((tag) => tag.name).join(t('library.listSeparator'));
  return (
    <>
      <p className={styles.title} lang="zh-CN">
        {title === '' ? t('library.untitled') : title}
      </p>
      <p className={styles.meta}>
        <span className={styles.origin} lang="zh-CN">
          {origin.length === 0 ? t('library.unknownOrigin') : origin.join(' · ')}
        </span>
        {annotationCount > 0 && (
          <span className={styles.count}>
            {t('library.annotations', { count: annotationCount })}
          </span>
        )}
        {tags.length > 0 && (
          <span className={styles.tags} title={names}>
            {tags.slice(0, SHOWN_TAGS).map((tag) => (
              <ColorDot color={tag.color} key={tag.id} />
            ))}
            {tags.length > SHOWN_TAGS && <span>+{tags.length - SHOWN_TAGS}</span>}
            <span className="visually-hidden">{t('library.tagged', { names })}</span>
          </span>
        )}
      </p>
    </>
  );
});
