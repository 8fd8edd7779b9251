import { useState } from 'react';
import { DropZone } from './drop-zone';
import { PasteDialog } from './paste-dialog';
import { usePasteImport } from './use-paste-import';

interface Props {
  /** Files dropped on the window or pasted; only the main process can read them. */
  onFiles: (files: File[]) => void;
  /** A text dropped or pasted, after the user agreed, with the name to import it under. */
  onPasted: (text: string, name: string) => void;
}

/** Every way by which texts come into the window without a menu. Put it anywhere, once. */
export function ImportIntake({ onFiles, onPasted }: Props) {
  const [pasted, setPasted] = useState<string | null>(null);
  usePasteImport({ onText: setPasted, onFiles });
  return (
    <>
      <DropZone onDrop={onFiles} onDropText={setPasted} />
      {pasted !== null && (
        <PasteDialog
          onClose={() => setPasted(null)}
          onImport={(name) => {
            setPasted(null);
            onPasted(pasted, name);
          }}
          text={pasted}
        />
      )}
    </>
  );
}
