import {
  type CodedView,
  type ContextKind,
  usePassageContext,
} from '@renderer/archive/code-browser';
import { useNote } from '@renderer/archive/queries';
import { formatDate, useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { ColorDot } from '@renderer/ui/color-dot';
import { Icon } from '@renderer/ui/icon';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './code-browser.module.css';

/** The editor of a passage's note, which belongs to another feature. */
export type PassageNote = (annotationId: string, onDone: () => void) => ReactNode;

interface Props {
  view: CodedView;
  context: ContextKind;
  selected: boolean;
  /** The group does not say which article it is from. */
  withTitle: boolean;
  tabIndex: 0 | -1;
  onOpen: (view: CodedView) => void;
  onSelect: (id: string, selected: boolean) => void;
  note: PassageNote;
}

/**
 * A passage among its words, with tags and note. The space bar selects it, Enter goes to its place, `n`
 * writes its note.
 */
export const CodedPassage = memo((props: Props) => {
  const { view, context, selected, withTitle, tabIndex, onOpen, onSelect } = props;
  const t = useT();
  const { annotation, article, tags } = view;
  const stored = useNote(annotation.id)?.plain.trim() ?? '';
  const { writing, write, done, main } = useWriting();
  const around = usePassageContext(annotation, context);
  const facts = [
    withTitle ? article.title : '',
    article.outlet,
    article.date === '' ? '' : formatDate(article.date),
    !around || around.paragraph === 0 ? '' : `¶${around.paragraph}`,
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing } = event.nativeEvent;
    if (isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ') onSelect(annotation.id, !selected);
    else if (event.key === 'n') write();
    else return;
    event.preventDefault();
  };
  return (
    <div className={`${styles.passage} ${selected ? styles.chosen : ''}`}>
      <input
        aria-label={t('codes.select')}
        checked={selected}
        className={styles.check}
        onChange={(event) => onSelect(annotation.id, event.target.checked)}
        tabIndex={-1}
        type="checkbox"
      />
      <div className={styles.body}>
        <button
          aria-pressed={selected}
          className={styles.main}
          data-color={around?.annotation.color ?? 'none'}
          data-row-main
          onClick={() => onOpen(view)}
          onKeyDown={onKeyDown}
          ref={main}
          tabIndex={tabIndex}
          title={t('codes.go')}
          type="button"
        >
          <span className={styles.quote} lang="zh-CN">
            <span className={styles.quiet}>{around?.before}</span>
            <mark className={styles.exact}>{around?.annotation.exact}</mark>
            <span className={styles.quiet}>{around?.after}</span>
          </span>
          <span className={styles.facts}>
            <span lang="zh-CN">{facts.filter((fact) => fact !== '').join(' · ')}</span>
            {tags.map((tag) => (
              <span className={styles.tag} key={tag.id} lang="zh-CN">
                <ColorDot color={tag.color} />
                {tag.name}
              </span>
            ))}
          </span>
        </button>
        {writing && <div className={styles.writing}>{props.note(annotation.id, done)}</div>}
        {!writing && stored !== '' && (
          <button
            className={styles.note}
            lang="zh-CN"
            onClick={write}
            tabIndex={-1}
            title={t('codes.note')}
            type="button"
          >
            <Icon name="note" size={12} />
            <span>{stored}</span>
          </button>
        )}
      </div>
      <span className={styles.add}>
        <IconButton
          excludeFromTabOrder
          icon="note"
          label={t('codes.note')}
          onPress={write}
          shortcut="n"
        />
      </span>
    </div>
  );
});

/** Whether the note is being written, and the way back to the passage. */
function useWriting() {
  const [writing, setWriting] = useState(false);
  const main = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);
  useEffect(() => {
    // Who went elsewhere by a click is left there.
    if (!writing && wrote.current && document.activeElement === document.body)
      main.current?.focus({ preventScroll: true });
    wrote.current = writing;
  }, [writing]);
  return { writing, main, write: () => setWriting(true), done: () => setWriting(false) };
}
