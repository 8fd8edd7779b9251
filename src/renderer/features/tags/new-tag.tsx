import { createTag } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import { Field } from '@renderer/ui/field';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';

/** The field that makes tags, one after the other, until Escape. */
export function NewTag({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);

  const make = async () => {
    try {
      await createTag(name);
      setName('');
    } catch (failure) {
      setError(t(`error.${errorCodeOf(failure)}`));
    }
  };
  return (
    <Field
      autoFocus
      hideLabel
      icon="plus"
      label={t('tags.new')}
      onChange={(typed) => {
        setName(typed);
        setError(null);
      }}
      onEnter={() => void make()}
      onEscape={onClose}
      placeholder={t('tags.new.placeholder')}
      value={name}
      {...(error === null ? {} : { error })}
    />
  );
}
