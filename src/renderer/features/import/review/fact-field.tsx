import type { FactSource, MetadataField } from '@domain/model';
import { parseDateInput } from '@domain/text/date-input';
import { useT } from '@renderer/i18n';
import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { ruleWords, sureWords } from './decision-words';
import styles from './metadata-form.module.css';

interface Props {
  field: MetadataField;
  value: string;
  /** Where it was read; `null` when it is unknown or written by the researcher. */
  fact: FactSource | null;
  /** The researcher wrote it. */
  isOwn: boolean;
  onSave: (value: string) => void;
}

/** One value of an article's metadata: changed in place, with where it came from. */
export function FactField({ field, value, fact, isOwn, onSave }: Props) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : field === 'date' ? parseDateInput(draft) : draft.trim();
  const save = () => {
    if (parsed === null) return;
    setDraft(null);
    if (parsed !== value) onSave(parsed);
  };
  const isInferred = fact?.rule.startsWith('inferred-') === true;
  return (
    <TextField
      className={`${styles.field} ${styles[field] ?? ''}`}
      isInvalid={parsed === null}
      // What is no date stays to be seen, with the reason; it is not taken over.
      onBlur={save}
      onChange={setDraft}
      value={draft ?? value}
    >
      <span className={styles.top}>
        <Label className={styles.label ?? ''}>{t(`review.field.${field}`)}</Label>
        {isInferred && <span className={styles.inferred}>{t('review.from.inferred')}</span>}
        <Text className={styles.from ?? ''} slot="description" {...titleOf()}>
          {isOwn ? t('review.from.you') : fact === null ? '' : fromWords(fact)}
        </Text>
      </span>
      <Input
        className={styles.input ?? ''}
        lang="zh-CN"
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) save();
          else if (event.key === 'Escape' && draft !== null) {
            setDraft(null);
            event.stopPropagation();
          } else return;
          event.preventDefault();
        }}
      />
      {parsed === null && (
        <FieldError className={styles.error ?? ''}>{t('review.date.invalid')}</FieldError>
      )}
    </TextField>
  );

  function fromWords({ rule, line }: FactSource): string {
    const words = ruleWords(rule, t);
    return line === null ? words : t('review.from.line', { line, rule: words });
  }

  function titleOf(): { title?: string } {
    if (fact === null || isOwn) return {};
    return { title: `${fromWords(fact)} · ${sureWords(fact.confidence, t)}` };
  }
}
