import { useHasResult } from '@renderer/features/search/search-state';
import { stepHit } from '@renderer/features/search/search-steps';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { openRow } from './places';
import type { Go } from './use-navigation';

/**
 * What can be done with the result of a search from anywhere. Nothing else in the window is drawn anew when
 * there is a first result.
 */
export function SearchActions({ go }: { go: Go }): null {
  const t = useT();
  const enabled = useHasResult();
  const step = async (by: 1 | -1) => {
    const row = await stepHit(by);
    if (row !== null) openRow(row, go);
  };
  useActions([
    {
      id: 'go.concordance',
      label: t('concordance.open'),
      group: 'go',
      shortcut: 'Mod+Shift+k',
      whileTyping: true,
      run: () => go.page({ kind: 'concordance' }),
    },
    {
      id: 'search.next',
      label: t('search.next'),
      group: 'go',
      shortcut: 'Mod+g',
      whileTyping: true,
      enabled,
      run: () => step(1),
    },
    {
      id: 'search.previous',
      label: t('search.previous'),
      group: 'go',
      shortcut: 'Mod+Shift+g',
      whileTyping: true,
      enabled,
      run: () => step(-1),
    },
  ]);
  return null;
}
