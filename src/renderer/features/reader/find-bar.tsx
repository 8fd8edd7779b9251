import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './find-bar.module.css';
import type { Find } from './use-find';

/** The field at the top of the reader that searches in the article. */
export function FindBar({ find }: { find: Find }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { query, matches, at, calls, loose } = find;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each call wants the focus anew
  useEffect(() => input.current?.select(), [calls]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') find.close();
    else if (event.key === 'Enter' && event.target === input.current) {
      find.step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const count =
    matches.length === 0
      ? t('reader.find.none')
      : t('reader.find.count', { at: at + 1, count: matches.length });
  return (
    <search className={styles.bar} onKeyDown={onKeyDown}>
      <input
        aria-label={t('reader.find')}
        className={styles.input}
        onChange={(event) => find.setQuery(event.target.value)}
        placeholder={t('reader.find')}
        ref={input}
        type="text"
        value={query}
      />
      <span className={styles.count} role="status">
        {query === '' ? '' : count}
      </span>
      <IconButton
        icon="back"
        isDisabled={matches.length === 0}
        label={t('reader.find.previous')}
        onPress={() => find.step(-1)}
        shortcut="Shift+F3"
      />
      <IconButton
        icon="forward"
        isDisabled={matches.length === 0}
        label={t('reader.find.next')}
        onPress={() => find.step(1)}
        shortcut="F3"
      />
      <Checkbox onChange={find.setLoose} selected={loose}>
        {t('reader.find.loose')}
      </Checkbox>
      <IconButton icon="close" label={t('reader.find.close')} onPress={find.close} />
    </search>
  );
}
