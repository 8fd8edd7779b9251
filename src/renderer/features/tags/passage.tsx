import type { Article, Tag } from '@domain/model';
import type { PassageView } from '@renderer/archive/queries';
import { formatDate, formatNumber, useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { Icon } from '@renderer/ui/icon';
import type { KeyboardEvent } from 'react';
import styles from './passage.module.css';
import { oneLine, wordsAfter, wordsBefore } from './passage-rows';

/** The article that the passages under it are from. */
export function PassageHead({ article, count }: { article: Article; count: number }) {
  const t = useT();
  const from = [article.outlet, article.date === '' ? '' : formatDate(article.date)];
  return (
    <div className={styles.head}>
      <h3 className={styles.title} lang="zh-CN">
        {article.title}
      </h3>
      <span className={styles.from}>
        {from.filter((part) => part !== '').join(' · ')}
        <span className="visually-hidden">{t('tags.passages', { count })}</span>
      </span>
      <span aria-hidden="true" className={styles.count}>
        {formatNumber(count)}
      </span>
    </div>
  );
}

/** Over the passages that show what the tag means. */
export function ExamplesHead({ count }: { count: number }) {
  const t = useT();
  return (
    <div className={styles.head}>
      <h3 className={styles.title}>{t('tags.examples')}</h3>
      <span className={styles.count}>{formatNumber(count)}</span>
    </div>
  );
}

interface PassageProps {
  tag: Tag;
  isExample: boolean;
  onExample: (is: boolean) => void;
  view: PassageView;
  tabIndex: 0 | -1;
  onOpen: () => void;
}

/** A passage with a few words around it and the beginning of its note; `e` makes an example of it. */
export function Passage(props: PassageProps) {
  const { view, tag, isExample, tabIndex, onOpen, onExample } = props;
  const { annotation, note } = view;
  const t = useT();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'e' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onExample(!isExample);
  };
  return (
    <div className={styles.row}>
      <button
        className={styles.passage}
        data-color={annotation.color ?? 'none'}
        data-row-main
        onClick={onOpen}
        onKeyDown={onKeyDown}
        tabIndex={tabIndex}
        type="button"
      >
        <span className={styles.quote} lang="zh-CN">
          <span className={styles.around}>{wordsBefore(annotation.prefix)}</span>
          <mark className={styles.exact}>{oneLine(annotation.exact)}</mark>
          <span className={styles.around}>{wordsAfter(annotation.suffix)}</span>
        </span>
        {note !== null && note.plain.trim() !== '' && (
          <span className={styles.note} lang="zh-CN">
            <Icon name="note" size={12} />
            <span className={styles.noteText}>{note.plain}</span>
          </span>
        )}
      </button>
      <span className={styles.star} data-marked={isExample}>
        <IconButton
          excludeFromTabOrder
          icon="star"
          label={t(isExample ? 'tags.example.unmark' : 'tags.example.mark', { name: tag.name })}
          onPress={() => onExample(!isExample)}
          pressed={isExample}
          shortcut="e"
        />
      </span>
    </div>
  );
}
