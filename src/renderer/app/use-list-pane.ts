import { type Settings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Location } from './navigation';

/** Below this the list lies over the text like a drawer; the style sheet has the same number. */
const narrow = window.matchMedia('(max-width: 1100px)');

function onNarrow(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export interface ListPaneState {
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** Whether the list is on the screen: remembered beside the text, for the moment over it. */
export function useListPane(
  settings: Settings,
  { page, beside }: Location,
  /** Counts the places that were asked for. */
  serial: number,
): ListPaneState {
  const t = useT();
  const drawer = useSyncExternalStore(onNarrow, () => narrow.matches);
  const [drawerOpen, setDrawerOpen] = useState(page.kind === 'none');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page or place is what closes it
  useEffect(() => {
    if (page.kind !== 'none') setDrawerOpen(false);
  }, [page, beside, serial]);
  const setOpen = useCallback((open: boolean) => {
    if (narrow.matches) setDrawerOpen(open);
    else void saveSetting('listOpen', open);
  }, []);
  const open = drawer ? drawerOpen : settings.listOpen;
  useActions([
    {
      id: 'view.closeDrawer',
      label: t('app.toggleList'),
      group: 'view',
      shortcut: 'Escape',
      hidden: true,
      whileTyping: true,
      enabled: drawer && drawerOpen,
      run: () => setOpen(false),
    },
  ]);
  return { open, setOpen };
}
