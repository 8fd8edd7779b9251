import type { ImportSession } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { useLate } from '@renderer/ui/use-late';
import { useEffect } from 'react';
import { useImport } from './import-provider';
import { ImportReport } from './import-report';
import { ReviewScreen } from './review/review-screen';
import { useSessionState } from './review/use-session';
import { RunningImport } from './running-import';

/** An import from beginning to end: how it goes, what it understood, and what came of it. */
export function ImportDialog({ onOpen }: { onOpen: (articleId: string) => void }) {
  const { session, close } = useImport();
  if (session === null) return null;
  return <SessionDialog onClose={close} onOpen={onOpen} session={session} />;
}

interface Props {
  session: ImportSession;
  onOpen: (articleId: string) => void;
  onClose: () => void;
}

function SessionDialog({ session, onOpen, onClose }: Props) {
  const t = useT();
  const { phase, progress, report } = useSessionState(session);
  const isLate = useLate(phase !== 'done' && progress !== null);
  // What was discarded has nothing to tell.
  const isEmpty = report !== null && report.lines.length === 0 && report.stopped === null;
  useEffect(() => {
    if (isEmpty) onClose();
  }, [isEmpty, onClose]);

  if (phase === 'review') {
    return (
      <>
        <ReviewScreen session={session} />
        {isLate && progress !== null && (
          <RunningImport
            onCancel={() => session.cancel()}
            progress={progress}
            title={t('import.reading')}
          />
        )}
      </>
    );
  }
  if (phase === 'done' && report !== null && !isEmpty) {
    return (
      <ImportReport
        onClose={onClose}
        onOpen={(articleId) => {
          onClose();
          onOpen(articleId);
        }}
        report={report}
      />
    );
  }
  if (phase === 'done' || !isLate || progress === null) return null;
  return (
    <RunningImport
      cancelLabel={t(phase === 'reading' ? 'import.stopReading' : 'app.cancel')}
      onCancel={() => session.cancel()}
      progress={progress}
      title={t(phase === 'reading' ? 'import.reading' : 'import.writing')}
    />
  );
}
