import type { Article } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { formatDate, useT } from '@renderer/i18n';
import { runAction, useAllActions } from '@renderer/ui/actions';
import { IconButton } from '@renderer/ui/button';
import { Comfort } from './comfort';
import styles from './reader-header.module.css';

/** The article's title and where it is from. */
export function ReaderHeader({ article, settings }: { article: Article; settings: Settings }) {
  const t = useT();
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
        <h1 className={styles.title} lang="zh-CN">
          {article.title}
        </h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <BesideButton />
      <Comfort settings={settings} />
    </header>
  );
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
