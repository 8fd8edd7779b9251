import { type ExportScope, findConflicts, planExport, runExport } from '@renderer/archive/export-markdown';
import { bridge } from '@renderer/bridge';
import { ExportDialog } from '@renderer/features/export/export-dialog';
import { useLanguage } from '@renderer/i18n';

/** The export of a scope into a folder that the user chooses. */
export function ExportScreen({ scope, onClose }: { scope: ExportScope; onClose: () => void }) {
  const language = useLanguage();
  return null;
}
