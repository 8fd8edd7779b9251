import type { SessionState } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Icon } from '@renderer/ui/icon';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import styles from './join-banner.module.css';

export type ProposedJoin = SessionState['joins'][number];

interface Props {
  join: ProposedJoin;
  /** `first`: the article shown goes on in the other file; `second`: it began there. */
  side: 'first' | 'second';
  /** The key's name, empty for all but the first banner. */
  shortcut: string;
  onChange: (apart: boolean) => void;
}

/** Says that an article goes on in another file, and lets it be left apart. */
export function JoinBanner({ join, side, shortcut, onChange }: Props) {
  const t = useT();
  const other = side === 'first' ? join.second : join.first;
  const file = other.file.split(/[\\/]/).at(-1) ?? other.file;
  const title = join.first.title || t('import.untitled');
  return (
    <div className={styles.banner}>
      <p className={`${styles.words} ${join.apart ? styles.apart : ''}`} lang="zh-CN">
        <Icon name="link" />
        <span>{t(`review.parts.${side}`, { file, title })}</span>
      </p>
      <Button onPress={() => onChange(!join.apart)}>
        {t(join.apart ? 'review.parts.join' : 'review.parts.apart')}
        {shortcut !== '' && <ShortcutKeys shortcut={shortcut} />}
      </Button>
    </div>
  );
}
