import type { Article } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { formatDate, useT } from '@renderer/i18n';
import { runAction, useAllActions } from '@renderer/ui/actions';
import { IconButton } from '@renderer/ui/button';
import { type RefObject, useEffect, useRef } from 'react';
import { Comfort } from './comfort';
import styles from './reader-header.module.css';
import { SharedHighlight } from './shared-highlight';
import type { Passage } from './text-offsets';
import { FOUND, FOUND_PRIORITY } from './use-find';

interface Props {
  article: Article;
  settings: Settings;
  /** What the search of the archive has found in the title. UTF-16 offsets. */
  found: readonly Passage[];
}

/** The article's title and where it is from. */
export function ReaderHeader({ article, settings, found }: Props) {
  const t = useT();
  const title = useRef<HTMLHeadingElement>(null);
  useFoundIn(title, article.title, found);
  const facts = [
    article.outlet,
    article.date === '' ? '' : formatDate(article.date),
    article.place ?? '',
    article.issue ?? '',
    /^\d+$/.test(article.page) ? t('reader.page', { page: article.page }) : article.page,
    article.byline,
  ].filter((fact) => fact !== '');
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} data-found="" lang="zh-CN" ref={title}>
          {article.title}
        </h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <BesideButton />
      <Comfort settings={settings} />
    </header>
  );
}

function useFoundIn(
  title: RefObject<HTMLElement | null>,
  words: string,
  found: readonly Passage[],
): void {
  useEffect(() => {
    const node = title.current?.firstChild;
    if (!(node instanceof Text) || node.data !== words) return;
    const painted = new SharedHighlight(FOUND, FOUND_PRIORITY);
    for (const { start, end } of found) {
      if (end > words.length) continue;
      painted.add(
        new StaticRange({
          startContainer: node,
          startOffset: start,
          endContainer: node,
          endOffset: end,
        }),
      );
    }
    return () => painted.clear();
  }, [title, words, found]);
}

/** There while this is the only article on the screen; the app says so. */
function BesideButton() {
  const action = useAllActions().find(({ id }) => id === 'view.beside');
  if (action === undefined || action.enabled === false) return null;
  return (
    <IconButton
      icon="panes"
      label={action.label}
      onPress={() => runAction(action.id)}
      {...(action.shortcut === undefined ? {} : { shortcut: action.shortcut })}
    />
  );
}
