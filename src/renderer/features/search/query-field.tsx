import { useT } from '@renderer/i18n';
import { Field } from '@renderer/ui/field';
import { type CompositionEvent, memo, type RefObject, useId, useRef, useState } from 'react';
import { Completions } from './completions';
import styles from './search-pane.module.css';
import { ask, typeQuery } from './search-state';
import { useCompletions } from './use-completions';
import { useHistoryKeys } from './use-history-keys';

/** What the pane does about its field. */
export interface FieldUses {
  onTyped: () => void;
  onEnter: () => void;
  onBlur: () => void;
  /** Into the list below. */
  onArrowDown: () => void;
}

interface Props {
  query: string;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Another function is no reason to draw the field anew, which takes as long as the list. */
  uses: RefObject<FieldUses>;
}

/** Where the query is typed, with how it could go on. */
export const QueryField = memo(function QueryField({ query, inputRef, uses }: Props) {
  const t = useT();
  const composing = useRef(false);
  const [typed, setTyped] = useState<{ query: string; caret: number } | null>(null);
  const onQuery = (text: string, caret: number) => {
    if (composing.current) return typeQuery(text);
    uses.current.onTyped();
    setTyped({ query: text, caret });
    ask({ query: text });
  };
  const onHistory = useHistoryKeys(query, (text) => ask({ query: text }));
  const completionsId = useId();
  const completions = useCompletions(typed, query, inputRef, (text) => onQuery(text, text.length));
  const { suggestions, active } = completions;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to its field, and is no control itself
    <div
      className={styles.bar}
      onBlur={() => {
        setTyped(null);
        uses.current.onBlur();
      }}
      onCompositionEnd={(event: CompositionEvent) => {
        composing.current = false;
        const { target } = event;
        if (!(target instanceof HTMLInputElement)) return;
        onQuery(target.value, target.selectionStart ?? target.value.length);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onKeyDownCapture={(event) => {
        if (!completions.onKey(event)) onHistory(event);
      }}
    >
      <Field
        hideLabel
        icon="search"
        inputRef={inputRef}
        label={t('search.query')}
        onArrowDown={() => uses.current.onArrowDown()}
        onChange={(text) => onQuery(text, inputRef.current?.selectionStart ?? text.length)}
        onEnter={() => uses.current.onEnter()}
        onEscape={() => ask({ query: '' })}
        placeholder={t('search.placeholder')}
        value={query}
        {...(suggestions === null
          ? {}
          : {
              choices: {
                list: completionsId,
                active: active < 0 ? null : `${completionsId}-${active}`,
              },
            })}
      />
      {suggestions !== null && (
        <Completions
          active={active}
          id={completionsId}
          onTake={completions.take}
          suggestions={suggestions}
        />
      )}
    </div>
  );
});
