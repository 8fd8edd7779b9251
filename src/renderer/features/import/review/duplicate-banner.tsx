import type { ReconstructedArticle } from '@domain/ingest/types';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Choice } from '@renderer/ui/choice';
import { Icon } from '@renderer/ui/icon';
import { useState } from 'react';
import styles from './duplicate.module.css';
import { DuplicateCompare } from './duplicate-compare';
import type { Duplicate, DuplicateChoice } from './types';

interface Props {
  article: ReconstructedArticle;
  duplicate: Duplicate;
  choice: DuplicateChoice;
  onChoose: (choice: DuplicateChoice) => void;
}

/** Says that an article is there already, and asks what is to become of it. */
export function DuplicateBanner({ article, duplicate, choice, onChoose }: Props) {
  const t = useT();
  const [isComparing, setComparing] = useState(false);
  const { articleId, similarity } = duplicate;
  const title = duplicate.title || t('import.untitled');
  const words =
    similarity >= 1
      ? t('review.duplicate.same', { title })
      : t('review.duplicate.near', { title, percent: Math.floor(similarity * 100) });
  // What is in the same import is not there yet to be replaced or compared with.
  const choices: DuplicateChoice[] =
    articleId === null ? ['keep', 'skip'] : ['keep', 'replace', 'skip'];
  return (
    <div className={styles.banner}>
      <p className={styles.words}>
        <Icon name="warning" />
        <span lang="zh-CN">
          {words}
          {articleId === null && t('review.duplicate.inImport')}
        </span>
      </p>
      <div className={styles.choices}>
        <Choice
          hideLabel
          label={t('review.duplicate.choice')}
          onChange={onChoose}
          options={choices.map((id) => ({ id, label: t(`review.duplicate.${id}`) }))}
          value={choice}
        />
        {articleId !== null && (
          <Button onPress={() => setComparing(true)}>{t('review.duplicate.compare')}</Button>
        )}
      </div>
      {isComparing && articleId !== null && (
        <DuplicateCompare
          article={article}
          articleId={articleId}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}
