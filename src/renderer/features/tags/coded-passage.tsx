import { type ContextKind, usePassageContext } from '@renderer/archive/code-browser';
import type { PassageView } from '@renderer/archive/queries';
import { formatDate, useT } from '@renderer/i18n';
import { ColorDot } from '@renderer/ui/color-dot';
import { Icon } from '@renderer/ui/icon';
import type { KeyboardEvent } from 'react';
import styles from './code-browser.module.css';

interface Props {
  view: PassageView;
  context: ContextKind;
  selected: boolean;
  /** The group does not say which article it is from. */
  withTitle: boolean;
  tabIndex: 0 | -1;
  onOpen: () => void;
  onSelect: (selected: boolean) => void;
}

/** A passage among its words, with tags and note. The space bar selects it, Enter goes to its place. */
export function CodedPassage(props: Props) {
  const { view, context, selected, withTitle, tabIndex, onOpen, onSelect } = props;
  const t = useT();
  const { annotation, article, tags, note } = view;
  const around = usePassageContext(annotation, context);
  const facts = [
    withTitle ? article.title : '',
    article.outlet,
    article.date === '' ? '' : formatDate(article.date),
    around === undefined || around.paragraph === 0 ? '' : `¶${around.paragraph}`,
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSelect(!selected);
  };
  return (
    <div className={`${styles.passage} ${selected ? styles.chosen : ''}`}>
      <input
        aria-label={t('codes.select')}
        checked={selected}
        className={styles.check}
        onChange={(event) => onSelect(event.target.checked)}
        tabIndex={-1}
        type="checkbox"
      />
      <button
        aria-pressed={selected}
        className={styles.main}
        data-color={annotation.color ?? 'none'}
        data-row-main
        onClick={onOpen}
        onKeyDown={onKeyDown}
        tabIndex={tabIndex}
        title={t('codes.go')}
        type="button"
      >
        <span className={styles.quote} lang="zh-CN">
          <span className={styles.quiet}>{around?.before}</span>
          <mark className={styles.exact}>{annotation.exact}</mark>
          <span className={styles.quiet}>{around?.after}</span>
        </span>
        {note !== null && note.plain.trim() !== '' && (
          <span className={styles.note} lang="zh-CN">
            <Icon name="note" size={12} />
            <span>{note.plain}</span>
          </span>
        )}
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
    </div>
  );
}
