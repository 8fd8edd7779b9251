import { useCodebook } from '@renderer/archive/code-queries';
import { useT } from '@renderer/i18n';
import { Loading } from '@renderer/ui/loading';
import { useState } from 'react';
import { CodebookDialogs } from './codebook-dialogs';
import styles from './codebook-pane.module.css';
import type { SaveFile } from './save-file';
import { TagList } from './tag-list';
import { TagPassages } from './tag-passages';

interface CodebookPaneProps {
  selectedTagId: string | null;
  onSelectTag: (tagId: string | null) => void;
  /** UTF-16 offsets over the article's text, end exclusive. */
  onOpenPassage: (articleId: string, start: number, end: number, annotationId: string) => void;
  onExportTag: (tagId: string) => void;
  /** Opens the code browser, on a tag or as it was left. */
  onBrowse: (tagId: string | null) => void;
  saveFile: SaveFile;
  /** The bytes of a file that the user chooses, with its name; `null` when none was chosen. */
  pickFile: () => Promise<{ name: string; bytes: Uint8Array } | null>;
}

/** All tags, or the passages of the one that is selected. */
export function CodebookPane(props: CodebookPaneProps) {
  const { selectedTagId, onSelectTag, onOpenPassage, onExportTag, onBrowse } = props;
  const t = useT();
  const views = useCodebook();
  const [dialog, setDialog] = useState<'auto' | 'import' | 'export' | null>(null);
  if (views === undefined) return <Loading />;
  const entries = [
    { id: 'browse', label: t('codes.open'), icon: 'table', run: () => onBrowse(null) } as const,
    { id: 'auto', label: t('codes.auto'), icon: 'search', run: () => setDialog('auto') } as const,
    {
      id: 'import',
      label: t('codes.import'),
      icon: 'import',
      separated: true,
      run: () => setDialog('import'),
    } as const,
    {
      id: 'export',
      label: t('codes.export'),
      icon: 'export',
      enabled: views.length > 0,
      run: () => setDialog('export'),
    } as const,
  ];
  return (
    <div className={styles.pane}>
      {selectedTagId === null ? (
        <TagList
          entries={entries}
          onBrowse={onBrowse}
          onExportTag={onExportTag}
          onSelectTag={onSelectTag}
          views={views}
        />
      ) : (
        <TagPassages
          key={selectedTagId}
          onBrowse={onBrowse}
          onExportTag={onExportTag}
          onOpenPassage={onOpenPassage}
          onSelectTag={onSelectTag}
          tagId={selectedTagId}
          views={views}
        />
      )}
      {dialog !== null && (
        <CodebookDialogs
          kind={dialog}
          onClose={() => setDialog(null)}
          pickFile={props.pickFile}
          saveFile={props.saveFile}
        />
      )}
    </div>
  );
}
