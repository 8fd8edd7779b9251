import { METADATA_FIELDS } from '@domain/model';
import { useT } from '@renderer/i18n';
import { memo } from 'react';
import styles from './articles-pane.module.css';
import { evidenceWords, ruleWords, sureWords } from './decision-words';
import { sureOf } from './places';
import type { ReadingIndex, Row } from './reading-index';
import { surenessOf } from './urgency';

const SHOWN = METADATA_FIELDS.filter((field) => field !== 'title' && field !== 'subtitle');

interface Props {
  index: ReadingIndex;
  row: Row;
}

/** Where an article begins: why it does, its title, and what is known of it. */
export const TitleRow = memo(function TitleRow({ index, row }: Props) {
  const t = useT();
  const { reading } = index;
  const article = reading.full[row.article];
  const summary = reading.articles[row.article];
  if (article === undefined) return null;
  const split = index
    .decisionsAt(row.firstLine)
    .find((decision) => decision.action === 'split' && decision.article === row.article);
  const sure = split === undefined ? 1 : sureOf(split, reading);
  return (
    <div className={styles.head}>
      <p className={styles.split}>
        <span>
          {t('review.articleNumber', { number: row.article + 1, total: reading.full.length })}
        </span>
        {split !== undefined && (
          <>
            <span className={styles.why}>{evidenceWords(split.evidence, t)}</span>
            <span className={surenessOf(sure) === 'look' ? styles.unsure : ''}>
              {sureWords(sure, t)}
            </span>
          </>
        )}
        {summary !== undefined && summary.duplicate !== null && (
          <span className={styles.unsure}>{t('review.duplicate.tag')}</span>
        )}
      </p>
      <p className={styles.title} lang="zh-CN">
        {row.text || t('import.untitled')}
      </p>
      <p className={styles.facts} lang="zh-CN">
        {SHOWN.map((field) => {
          const fact = article.facts[field];
          const value = article[field];
          if (value === '') return null;
          const isInferred = fact?.rule.startsWith('inferred-') === true;
          return (
            <span
              className={styles.fact}
              key={field}
              {...(fact ? { title: ruleWords(fact.rule, t) } : {})}
            >
              {value}
              {isInferred && <span className={styles.inferred}>{t('review.from.inferred')}</span>}
            </span>
          );
        })}
      </p>
    </div>
  );
});
