import type { Translate } from '@renderer/i18n';
import type { Action, ActionGroup } from '@renderer/ui/actions';
import { toAccelerator } from '@renderer/ui/shortcuts';
import type { MenuItem } from '@shared/ipc';

const GROUPS: ActionGroup[] = ['file', 'edit', 'view', 'go', 'article', 'annotation', 'help'];

/** The native menu out of the action registry. */
export function menuModel(actions: Action[], t: Translate): MenuItem[] {
  return GROUPS.map((group) => ({
    label: t(`menu.${group}`),
    items: [
      ...actions.filter((action) => action.group === group && action.hidden !== true).map(item),
      ...systemItems(group, t),
    ],
  })).filter((menu) => menu.items.length > 0);
}

function item({ id, label, shortcut, enabled, checked }: Action): MenuItem {
  return {
    id,
    label,
    enabled: enabled ?? true,
    ...(shortcut === undefined || !isAccelerator(shortcut)
      ? {}
      : { accelerator: toAccelerator(shortcut) }),
    ...(checked === undefined ? {} : { checked }),
  };
}

/** Single keys are shown in the palette only: in a native menu they would look like typing. */
function isAccelerator(shortcut: string): boolean {
  return shortcut.includes('+') || shortcut === 'Delete';
}

function systemItems(group: ActionGroup, t: Translate): MenuItem[] {
  if (group === 'file') {
    return [{ separator: true }, { role: 'quit', label: t('app.quit') }];
  }
  if (group !== 'edit') return [];
  return [
    { separator: true },
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.paste') },
    { role: 'selectAll', label: t('menu.selectAll') },
  ];
}
