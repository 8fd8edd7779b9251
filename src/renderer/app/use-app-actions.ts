import { saveSetting } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { currentLanguage, useT } from '@renderer/i18n';
import { type Action, runAction, useActions } from '@renderer/ui/actions';
import { useEffect } from 'react';
import type { NavigationState, View } from './navigation';
import type { Go } from './use-navigation';

export interface AppCommands {
  importFiles: () => unknown;
  importFolder: () => unknown;
  openSample: () => unknown;
  exportArticle: (() => unknown) | null;
  exportArchive: () => unknown;
  backUp: () => unknown;
  palette: () => unknown;
  shortcuts: () => unknown;
  focusSearch: () => unknown;
  showView: (view: View) => unknown;
  toggleList: () => unknown;
}

export const LIST_SHORTCUT = 'Mod+Shift+l';
export const PANEL_SHORTCUT = 'Mod+Shift+p';

/** What can be done anywhere in the window. */
export function useAppActions(
  commands: AppCommands,
  panes: { listOpen: boolean; panelOpen: boolean },
  { location, past, future }: NavigationState,
  go: Go,
): void {
  const t = useT();
  useMouseButtons();
  const view = (id: View, shortcut: string): Action => ({
    id: `go.${id}`,
    label: t(`view.${id}`),
    group: 'go',
    shortcut,
    whileTyping: true,
    checked: location.view === id,
    run: () => (id === 'search' ? commands.focusSearch() : commands.showView(id)),
  });
  useActions([
    {
      id: 'file.import',
      label: t('action.importFiles'),
      group: 'file',
      shortcut: 'Mod+o',
      whileTyping: true,
      run: commands.importFiles,
    },
    {
      id: 'file.importFolder',
      label: t('action.importFolder'),
      group: 'file',
      shortcut: 'Mod+Shift+o',
      whileTyping: true,
      run: commands.importFolder,
    },
    { id: 'file.sample', label: t('action.sample'), group: 'file', run: commands.openSample },
    // Not while typing: there the same keys write code.
    {
      id: 'file.exportArticle',
      label: t('action.exportArticle'),
      group: 'file',
      // Not while typing: there the same keys write code.
      shortcut: 'Mod+e',
      enabled: commands.exportArticle !== null,
      run: () => commands.exportArticle?.(),
    },
    {
      id: 'file.exportArchive',
      label: t('action.exportArchive'),
      group: 'file',
      shortcut: 'Mod+Shift+e',
      whileTyping: true,
      run: commands.exportArchive,
    },
    { id: 'file.backUp', label: t('action.backUp'), group: 'file', run: commands.backUp },
    view('library', 'Mod+1'),
    view('search', 'Mod+Shift+f'),
    view('codebook', 'Mod+2'),
    view('notes', 'Mod+3'),
    {
      id: 'go.analysis',
      label: t('view.analysis'),
      group: 'go',
      shortcut: 'Mod+4',
      whileTyping: true,
      checked: location.page.kind === 'analysis',
      run: () => go.page({ kind: 'analysis' }),
    },
    {
      id: 'go.settings',
      label: t('view.settings'),
      group: 'go',
      shortcut: 'Mod+,',
      whileTyping: true,
      run: () => go.page({ kind: 'settings' }),
    },
    {
      id: 'go.archiveNote',
      label: t('action.archiveNote'),
      group: 'go',
      run: () => go.page({ kind: 'archive-note' }),
    },
    {
      id: 'go.codes',
      label: t('codes.open'),
      group: 'go',
      shortcut: 'Mod+Shift+b',
      run: () => go.page({ kind: 'codes', tagId: null }),
    },
    {
      id: 'go.back',
      label: t('app.back'),
      group: 'go',
      shortcut: 'Alt+ArrowLeft',
      enabled: past.length > 0,
      run: go.back,
    },
    {
      id: 'go.forward',
      label: t('app.forward'),
      group: 'go',
      shortcut: 'Alt+ArrowRight',
      enabled: future.length > 0,
      run: go.forward,
    },
    {
      id: 'go.palette',
      label: t('app.palette'),
      group: 'go',
      shortcut: 'Mod+k',
      whileTyping: true,
      run: commands.palette,
    },
    {
      id: 'view.toggleList',
      label: t('app.toggleList'),
      group: 'view',
      shortcut: LIST_SHORTCUT,
      whileTyping: true,
      checked: panes.listOpen,
      run: () => commands.toggleList(),
    },
    {
      id: 'view.togglePanel',
      label: t('app.togglePanel'),
      group: 'view',
      shortcut: PANEL_SHORTCUT,
      whileTyping: true,
      checked: panes.panelOpen,
      run: () => saveSetting('panelOpen', !panes.panelOpen),
    },
    { id: 'view.theme', label: t('app.theme'), group: 'view', run: switchTheme },
    {
      id: 'view.language',
      label: t('app.language.switchLabel'),
      group: 'view',
      run: switchLanguage,
    },
    {
      id: 'help.shortcuts',
      label: t('app.shortcuts'),
      group: 'help',
      shortcut: '?',
      run: commands.shortcuts,
    },
  ]);
}

/** The buttons at a mouse's side go back and forward. */
function useMouseButtons(): void {
  useEffect(() => {
    const onUp = (event: MouseEvent) => {
      if (event.button === 3) runAction('go.back');
      else if (event.button === 4) runAction('go.forward');
    };
    window.addEventListener('mouseup', onUp);
    return () => window.removeEventListener('mouseup', onUp);
  }, []);
}

/** To the opposite of what is seen now, whether the system or the user chose that. */
async function switchTheme(): Promise<void> {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = dark ? 'light' : 'dark';
  await bridge.setTheme(theme);
  await saveSetting('theme', theme);
}

async function switchLanguage(): Promise<void> {
  await saveSetting('language', currentLanguage() === 'en' ? 'zh-CN' : 'en');
}
