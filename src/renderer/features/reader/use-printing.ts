import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';
import { showToast } from '@renderer/ui/toasts';
import { useEffect, useState } from 'react';
import { attempt } from './attempt';

/** Saves the printed window under a name; answers whether the user did not cancel. */
export type SavePdf = (name: string) => Promise<boolean>;

/** Prints the article or saves it as PDF; answers whether its sheet has to be there. */
export function usePrinting(title: string, savePdf: SavePdf): boolean {
  const t = useT();
  const [to, setTo] = useState<'printer' | 'pdf' | null>(null);
  // Only what needs no more than the sheet on the page: it is there when an effect runs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request
  useEffect(() => {
    if (to === null) return;
    const print = async () => {
      await document.fonts.ready;
      if (to === 'printer') window.print();
      else if (await savePdf(title)) showToast({ kind: 'done', text: t('reader.pdf.saved') });
    };
    void attempt(print).finally(() => setTo(null));
  }, [to]);
  useActions([
    {
      id: 'reader.print',
      label: t('reader.print'),
      group: 'file',
      shortcut: 'Mod+p',
      run: () => setTo('printer'),
    },
    { id: 'reader.pdf', label: t('reader.pdf'), group: 'file', run: () => setTo('pdf') },
  ]);
  return to !== null;
}
