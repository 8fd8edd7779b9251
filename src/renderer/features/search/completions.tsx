import type { Suggestions } from '@domain/search/query';
import { type TextKey, useT } from '@renderer/i18n';
import styles from './completions.module.css';

interface Props {
  id: string;
  suggestions: Suggestions;
  /** Index of the choice that the arrow keys went to; -1: none. */
  active: number;
  onTake: (index: number) => void;
}

/** How the query could go on, below its field. The focus stays in the field. */
export function Completions({ id, suggestions, active, onTake }: Props) {
  const t = useT();
  return (
    <div aria-label={t('search.completions')} className={styles.list} id={id} role="listbox">
      {suggestions.choices.map(({ kind, text }, index) => (
        <div
          aria-selected={index === active}
          className={styles.choice}
          id={`${id}-${index}`}
          key={text}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(index);
          }}
          role="option"
          tabIndex={-1}
        >
          <span lang="zh-CN">{text}</span>
          <span className={styles.kind}>{t(`search.completion.${kind}` as TextKey)}</span>
        </div>
      ))}
    </div>
  );
}
