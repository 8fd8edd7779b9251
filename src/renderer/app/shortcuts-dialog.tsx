import { useT } from '@renderer/i18n';
import { type ActionGroup, useAllActions } from '@renderer/ui/actions';
import { Dialog } from '@renderer/ui/dialog';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import styles from './shortcuts-dialog.module.css';

const GROUPS: ActionGroup[] = ['annotation', 'article', 'go', 'view', 'file', 'edit', 'help'];

/** Every shortcut that works now, by what it is about. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const actions = useAllActions().filter(
    ({ shortcut, hidden }) => shortcut !== undefined && hidden !== true,
  );
  return (
    <Dialog onClose={onClose} title={t('app.shortcuts')} wide>
      <div className={styles.groups}>
        {GROUPS.map((group) => {
          const ofGroup = actions.filter((action) => action.group === group);
          if (ofGroup.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`menu.${group}`)}</h3>
              <ul>
                {ofGroup.map(({ id, label, shortcut }) => (
                  <li key={id}>
                    <span>{label}</span>
                    <ShortcutKeys shortcut={shortcut ?? ''} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
