import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { activeArticle, type Location, otherPane, shownBeside } from './navigation';
import type { Go } from './use-navigation';

/** What can be done with two articles side by side. */
export function usePaneActions(location: Location, go: Go): void {
  const t = useT();
  const id = activeArticle(location);
  const two = shownBeside(location) !== null;
  useActions([
    {
      id: 'view.beside',
      label: t('app.pane.beside'),
      group: 'view',
      shortcut: 'Mod+\\',
      enabled: id !== null && !two,
      run: () => id !== null && go.beside(id),
    },
    {
      id: 'view.otherPane',
      label: t('app.pane.other'),
      group: 'view',
      shortcut: 'F6',
      whileTyping: true,
      enabled: two,
      run: () => {
        const other = otherPane(location.active);
        go.activate(other);
        const text = document.querySelector(`[data-pane=${other}] [role=group][tabindex="0"]`);
        if (text instanceof HTMLElement) text.focus({ preventScroll: true });
      },
    },
    {
      id: 'view.swapPanes',
      label: t('app.pane.swap'),
      group: 'view',
      enabled: two,
      run: go.swap,
    },
    {
      id: 'view.closePane',
      label: t('app.pane.close'),
      group: 'view',
      enabled: two,
      run: () => go.close(location.active),
    },
  ]);
}
