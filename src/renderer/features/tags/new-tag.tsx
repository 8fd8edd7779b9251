import type { Tag } from '@domain/model';
import { createTag } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import { Field } from '@renderer/ui/field';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';

interface Props {
  /** The tag that the new ones come to lie under. */
  under?: Tag | null;
  onClose: () => void;
}

/** The field that makes tags, one after the other, until Escape. */
export function NewTag({ under = null, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const label = under === null ? t('tags.new') : t('tags.newUnder', { name: under.name });

  const make = async () => {
    try {
      await createTag(name, under?.id ?? null);
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
      label={label}
      onChange={(typed) => {
        setName(typed);
        setError(null);
      }}
      onEnter={() => void make()}
      onEscape={onClose}
      placeholder={under === null ? t('tags.new.placeholder') : label}
      value={name}
      {...(error === null ? {} : { error })}
    />
  );
}
