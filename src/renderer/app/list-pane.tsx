import type { SearchScope } from '@renderer/archive/search';
import type { Settings } from '@renderer/archive/settings';
import { takeOver } from '@renderer/features/analysis/state';
import { LibraryPane } from '@renderer/features/library/library-pane';
import { NotesPane } from '@renderer/features/notes/notes-pane';
import { TagMemoBar } from '@renderer/features/notes/tag-memo-bar';
import { SearchPane } from '@renderer/features/search/search-pane';
import { CodebookPane } from '@renderer/features/tags/codebook-pane';
import type { RefObject } from 'react';
import styles from './list-pane.module.css';
import { activeArticle, type Location } from './navigation';
import { openLink, openNote, openRow } from './places';
import { pickOneFile, saveFile } from './save-file';
import type { Go } from './use-navigation';

interface Props {
  location: Location;
  settings: Settings;
  go: Go;
  searchInput: RefObject<HTMLInputElement | null>;
  onExportArticles: (ids: string[]) => void;
  onExportTag: (tagId: string) => void;
  onReimport: (articleId: string) => void;
  onTagArticles: (ids: string[]) => void;
  onAutoTag: (scope: SearchScope) => void;
}

/** The pane beside the text: what of the archive one chooses from. */
export function ListPane(props: Props) {
  const { location, settings, go } = props;
  switch (location.view) {
    case 'library':
      return (
        <LibraryPane
          currentId={activeArticle(location)}
          onExport={props.onExportArticles}
          onOpen={go.article}
          onOpenBeside={go.beside}
          onReimport={props.onReimport}
          onTag={props.onTagArticles}
          settings={settings}
        />
      );
    case 'search':
      return (
        <SearchPane
          inputRef={props.searchInput}
          onAnalyse={(scope) => {
            takeOver(scope);
            go.page({ kind: 'analysis' });
          }}
          onAutoTag={props.onAutoTag}
          onConcordance={() => go.page({ kind: 'concordance' })}
          onExport={props.onExportArticles}
          onOpen={(row) => openRow(row, go)}
        />
      );
    case 'codebook':
      return (
        <div className={styles.withFoot}>
          <CodebookPane
            onBrowse={(tagId) => go.page({ kind: 'codes', tagId })}
            onExportTag={props.onExportTag}
            onOpenPassage={(articleId, start, end, annotationId) =>
              go.place(articleId, { start, end, annotationId })
            }
            onSelectTag={go.tag}
            pickFile={pickOneFile}
            saveFile={saveFile}
            selectedTagId={location.tagId}
          />
          {location.tagId !== null && (
            <TagMemoBar
              onOpen={() => go.page({ kind: 'tag-note', id: location.tagId ?? '' })}
              onOpenLink={(href) => openLink(href, go)}
              tagId={location.tagId}
            />
          )}
        </div>
      );
    case 'notes':
      return (
        <NotesPane
          onOpen={(view) => openNote(view, go)}
          onOpenArchiveNote={() => go.page({ kind: 'archive-note' })}
        />
      );
  }
}
