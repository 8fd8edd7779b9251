import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import type { Go } from './navigation';

/** What can be done with the result of a search from anywhere. */
export function useSearchActions(go: Go): void {
  const t = useT();
  useActions([
    {
      id: 'go.concordance',
      label: t('concordance.open'),
      group: 'go',
      shortcut: 'Mod+Shift+k',
      whileTyping: true,
      run: () => go.page({ kind: 'concordance' }),
    },
  ]);
}
