import { useT } from '@renderer/i18n';
import { type Action, runAction, useAllActions } from '@renderer/ui/actions';
import { IconButton } from '@renderer/ui/button';
import { Icon } from '@renderer/ui/icon';
import { MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import styles from './top-bar.module.css';
import { LIST_SHORTCUT, PANEL_SHORTCUT } from './use-app-actions';

interface Props {
  canGoBack: boolean;
  canGoForward: boolean;
  listOpen: boolean;
  panelOpen: boolean;
}

/** What is always at hand: list, back and forward, the palette, theme, annotations and the rest. */
export const TopBar = memo(function TopBar(props: Props) {
  const { canGoBack, canGoForward, listOpen, panelOpen } = props;
  const t = useT();
  return (
    <header className={styles.bar}>
      <IconButton
        icon="list"
        label={t('app.toggleList')}
        onPress={() => runAction('view.toggleList')}
        pressed={listOpen}
        shortcut={LIST_SHORTCUT}
      />
      <IconButton
        icon="back"
        isDisabled={!canGoBack}
        label={t('app.back')}
        onPress={() => runAction('go.back')}
        shortcut="Alt+ArrowLeft"
      />
      <IconButton
        icon="forward"
        isDisabled={!canGoForward}
        label={t('app.forward')}
        onPress={() => runAction('go.forward')}
        shortcut="Alt+ArrowRight"
      />
      <Button className={styles.palette ?? ''} onPress={() => runAction('go.palette')}>
        <Icon name="search" />
        <span className={styles.hint}>{t('app.palette.placeholder')}</span>
        <ShortcutKeys shortcut="Mod+k" />
      </Button>
      <IconButton icon="theme" label={t('app.theme')} onPress={() => runAction('view.theme')} />
      <IconButton
        icon="panel"
        label={t('app.togglePanel')}
        onPress={() => runAction('view.togglePanel')}
        pressed={panelOpen}
        shortcut={PANEL_SHORTCUT}
      />
      <MoreButton />
    </header>
  );
});

/** Alone drawn anew when actions come and go, as they do with every article. */
function MoreButton() {
  const t = useT();
  const menu = useAllActions().filter(isInMenu).map(menuEntry);
  return (
    <MenuButton entries={menu} label={t('app.more')}>
      <IconButton icon="more" label={t('app.more')} />
    </MenuButton>
  );
}

const IN_MENU = ['file', 'edit', 'help'];

function isInMenu(action: Action): boolean {
  return action.hidden !== true && IN_MENU.includes(action.group);
}

function menuEntry(action: Action, index: number, all: Action[]): MenuEntry {
  const { id, label, shortcut, enabled, checked, group } = action;
  return {
    id,
    label,
    run: () => runAction(id),
    separated: index > 0 && all[index - 1]?.group !== group,
    ...(shortcut === undefined ? {} : { shortcut }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(checked === undefined ? {} : { checked }),
  };
}
