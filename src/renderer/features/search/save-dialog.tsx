import type { SavedSearch } from '@domain/model-history';
import { renameSearch, saveSearch } from '@renderer/archive/saved-searches';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Field } from '@renderer/ui/field';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';

interface Props {
  query: string;
  /** To give it another name. */
  saved?: SavedSearch;
  onClose: () => void;
}

/** Names a search that is kept. */
export function SaveDialog({ query, saved, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(saved?.name ?? query);
  const save = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    try {
      await (saved === undefined ? saveSearch(wanted, query) : renameSearch(saved, wanted));
      onClose();
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };
  return (
    <Dialog
      footer={
        <Button isDisabled={name.trim() === ''} onPress={save} variant="primary">
          {t('search.save.do')}
        </Button>
      }
      onClose={onClose}
      title={t(saved === undefined ? 'search.save.title' : 'search.rename.title')}
    >
      <Field
        autoFocus
        label={t('search.save.name')}
        onChange={setName}
        onEnter={save}
        value={name}
      />
    </Dialog>
  );
}
