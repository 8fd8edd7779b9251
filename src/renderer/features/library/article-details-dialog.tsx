import { type Article, METADATA_FIELDS, type MetadataField } from '@domain/model';
import { parseDateInput } from '@domain/text/date-input';
import { editArticle } from '@renderer/archive/articles';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Field } from '@renderer/ui/field';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import styles from './article-details-dialog.module.css';

type Details = Record<MetadataField, string>;

/** Corrects what the import read about an article; its text stays as it is. */
export function ArticleDetailsDialog({
  article,
  onClose,
}: {
  article: Article;
  onClose: () => void;
}) {
  const t = useT();
  const [details, setDetails] = useState(() => detailsOf(article));
  const date = parseDateInput(details.date);

  const save = async () => {
    if (date === null) return;
    const next = { ...details, date };
    const before = detailsOf(article);
    const changed = METADATA_FIELDS.filter((field) => next[field].trim() !== before[field]);
    const edit = Object.fromEntries(changed.map((field) => [field, next[field].trim()]));
    try {
      if (changed.length > 0) await editArticle(article.id, edit);
      onClose();
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };

  return (
    <Dialog
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button isDisabled={date === null} onPress={save} variant="primary">
            {t('library.details.save')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('library.details')}
    >
      <div className={styles.fields} lang="zh-CN">
        {METADATA_FIELDS.map((field) => (
          <Field
            autoFocus={field === 'title'}
            key={field}
            label={t(`library.details.${field}`)}
            onChange={(value) => setDetails({ ...details, [field]: value })}
            onEnter={save}
            value={details[field]}
            {...(field === 'date' && date === null ? { error: t('library.details.badDate') } : {})}
            {...(field === 'date' ? { placeholder: '2023-11-24' } : {})}
          />
        ))}
      </div>
    </Dialog>
  );
}

function detailsOf(article: Article): Details {
  const values = METADATA_FIELDS.map((field) => [field, article[field] ?? '']);
  // Each field was just given its value, which Object.fromEntries cannot tell.
  return Object.fromEntries(values) as Details;
}
