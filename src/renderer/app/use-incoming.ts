import { readingTogether } from '@renderer/archive/import/reading-together';
import { type StartOptions, startReimport } from '@renderer/archive/import-session';
import { bridge } from '@renderer/bridge';
import { useImport } from '@renderer/features/import/import-provider';
import { toSources } from '@renderer/features/import/to-sources';
import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { ZhaijiError } from '@shared/errors';
import type { PickedFiles } from '@shared/ipc';
import { useEffect, useMemo } from 'react';
import { errorText } from './error-text';

const readFile = readingTogether(bridge.readFiles);

/** Of several files that are to be read again it has to be said which is missing. */
function whyNotAgain(error: unknown): string {
  const isMissing = error instanceof ZhaijiError && error.code === 'source-not-kept';
  return isMissing ? t('library.reimport.missing', { file: error.subject }) : errorText(error);
}

/** Every way in which texts come into the archive. */
export function useIncoming() {
  const { start, review } = useImport();
  const incoming = useMemo(() => {
    const take = async (ask: () => Promise<PickedFiles | null>, options: StartOptions = {}) => {
      try {
        const picked = await ask();
        if (picked === null || picked.files.length + picked.problems.length === 0) return;
        const { problems, others } = picked;
        start(toSources(picked, readFile), problems, { ...options, others });
      } catch (error) {
        showToast({ kind: 'error', text: errorText(error) });
      }
    };
    const reimport = async (articleId: string) => {
      try {
        review(await startReimport(articleId));
      } catch (error) {
        showToast({ kind: 'error', text: whyNotAgain(error) });
      }
    };
    return {
      reimport,
      files: () => take(() => bridge.pickFiles('files')),
      folder: () => take(() => bridge.pickFiles('folder')),
      // Our own texts need no review.
      sample: () => take(() => bridge.sampleFiles(), { reviewed: true }),
      dropped: (files: File[]) => take(() => bridge.dropped(files)),
      opened: (picked: PickedFiles) => take(async () => picked),
      atStart: () => take(() => bridge.ready()),
    };
  }, [start, review]);

  useEffect(() => bridge.onFiles((picked) => void incoming.opened(picked)), [incoming]);
  useEffect(() => void incoming.atStart(), [incoming]);
  return incoming;
}
