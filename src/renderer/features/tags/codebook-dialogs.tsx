import { AutoTagDialog } from './auto-tag-dialog';
import { CodebookExport } from './codebook-export';
import { CodebookImport } from './codebook-import';
import type { SaveFile } from './save-file';

interface Props {
  kind: 'auto' | 'import' | 'export';
  saveFile: SaveFile;
  pickFile: () => Promise<{ name: string; bytes: Uint8Array } | null>;
  onClose: () => void;
}

/** What concerns the codebook as a whole. */
export function CodebookDialogs({ kind, saveFile, pickFile, onClose }: Props) {
  if (kind === 'auto') return <AutoTagDialog onClose={onClose} />;
  if (kind === 'import') return <CodebookImport onClose={onClose} pickFile={pickFile} />;
  return <CodebookExport onClose={onClose} saveFile={saveFile} />;
}
