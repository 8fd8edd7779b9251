import { type PastedWords, pastedWords } from '@renderer/archive/import-files';
import { useState } from 'react';
import { DropZone } from './drop-zone';
import { useImport } from './import-provider';
import { PasteDialog } from './paste-dialog';
import { usePasteImport } from './use-paste-import';

/**
 * Everything by which texts come in without a menu: files dropped or pasted go to `onFiles`, since
 * only the main process can read them; a text dropped or pasted is imported after a question.
 */
export function ImportIntake({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { start } = useImport();
  const [pasted, setPasted] = useState<PastedWords | null>(null);
  usePasteImport({ onWords: setPasted, onFiles });
  return (
    <>
      <DropZone onDrop={onFiles} onDropWords={setPasted} />
      {pasted !== null && (
        <PasteDialog
          onClose={() => setPasted(null)}
          onImport={(name) => {
            setPasted(null);
            start([pastedWords(pasted, name)], []);
          }}
          text={pasted.text}
        />
      )}
    </>
  );
}
