import { applyEdits, composeEdits, REPLACED, refineEdits, trimEdits } from '@domain/anchor/edits';
import { mapAnnotations } from '@domain/anchor/map-edits';
import { tidyEdits } from '@domain/anchor/tidy-edits';
import type { TextEdit } from '@domain/model-history';
import { correctText } from '@renderer/archive/correct-text';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useReader } from '../reader-context';
import styles from './correct.module.css';
import { EffectList } from './effect-list';
import { typedEdit } from './typed-edit';

interface Props {
  open: OpenArticle;
  views: readonly AnnotationView[];
  onClose: () => void;
}

interface Draft {
  value: string;
  /** What was typed, as edits of the stored text. */
  edits: TextEdit[];
}

/** The text to be corrected, one paragraph per line, and what that does to the annotations. */
export function TextEditorDialog({ open, views, onClose }: Props) {
  const t = useT();
  const { selectedId } = useReader();
  // What is edited is the text as it was when the editor was opened; saving finds out if it changed.
  const [base] = useState(open.text);
  const [draft, setDraft] = useState<Draft>({ value: base.text, edits: [] });
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const [start] = useState(
    () => views.find(({ annotation }) => annotation.id === selectedId)?.annotation.start ?? 0,
  );

  useEffect(() => {
    area.current?.setSelectionRange(start, start);
    // Taking the focus brings the caret into view.
    area.current?.blur();
    area.current?.focus();
  }, [start]);

  const { edits: shown } = useDeferredValue(draft);
  const preview = useMemo(() => {
    const edits = tidyEdits(base.text, shown);
    const annotations = views.map(({ annotation }) => annotation);
    const { effects } = mapAnnotations(annotations, applyEdits(base.text, edits), edits);
    return { count: edits.length, effects };
  }, [base, shown, views]);
  const isDirty = draft.value !== base.text;
  const isEmpty = draft.value.trim() === '';

  const save = async () => {
    if (saving || !isDirty || isEmpty) return;
    setSaving(true);
    try {
      await correctText(base.articleId, draft.edits, base.sha256);
      onClose();
    } catch (error) {
      setSaving(false);
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };

  return (
    <Dialog
      dismissable={!isDirty}
      footer={
        asking ? (
          <>
            <span className={styles.asking} role="alert">
              {t('edit.unsaved')}
            </span>
            <Button onPress={onClose} variant="danger">
              {t('edit.discard')}
            </Button>
            <Button autoFocus onPress={() => setAsking(false)}>
              {t('edit.keep')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => (isDirty ? setAsking(true) : onClose())}>
              {t('app.cancel')}
            </Button>
            <Button isDisabled={!isDirty || isEmpty || saving} onPress={save} variant="primary">
              {t(saving ? 'edit.saving' : 'edit.save')}
            </Button>
          </>
        )
      }
      onClose={onClose}
      title={t('edit.title')}
      wide
    >
      <p className={styles.help}>{t('edit.help')}</p>
      <textarea
        aria-label={t('edit.text')}
        className={styles.area}
        lang="zh-CN"
        onChange={({ target: { value, selectionEnd } }) =>
          setDraft((last) => changedDraft(base.text, last, value, selectionEnd))
        }
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
        ref={area}
        spellCheck={false}
        value={draft.value}
      />
      <div aria-live="polite" className={styles.preview} role="status">
        <p className={styles.count}>
          {preview.count === 0 ? t('edit.unchanged') : t('edit.changes', { count: preview.count })}
        </p>
        {isEmpty && <p className={styles.empty}>{t('error.text-empty')}</p>}
        {preview.count > 0 && <EffectList effects={preview.effects} />}
      </div>
    </Dialog>
  );
}

/** The draft after one more change. What is taken back or put back as it was counts as never touched. */
function changedDraft(base: string, last: Draft, value: string, caret: number): Draft {
  const typed = typedEdit(last.value, value, caret);
  const edits = trimEdits(base, composeEdits(last.edits, [typed]));
  return { value, edits: typed.text.length < REPLACED ? edits : refineEdits(base, edits) };
}
