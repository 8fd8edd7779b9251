import type { ExportScope } from '@renderer/archive/export-markdown';
import type { OpenPanes } from '@renderer/archive/open-panes';
import type { SearchScope } from '@renderer/archive/search';
import type { Settings } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { ExportDialog } from '@renderer/features/export/export-dialog';
import { ImportDialog } from '@renderer/features/import/import-dialog';
import { ImportIntake } from '@renderer/features/import/import-intake';
import { ImportProvider } from '@renderer/features/import/import-provider';
import { NoteTemplates } from '@renderer/features/notes/note-templates';
import { useReaderState } from '@renderer/features/reader/reader-context';
import { ArticleTagsDialog } from '@renderer/features/tags/article-tags';
import { AutoTagDialog } from '@renderer/features/tags/auto-tag-dialog';
import type { AppInfo } from '@shared/ipc';
import { useRef, useState } from 'react';
import { CommandPalette } from './command-palette';
import { ListPane } from './list-pane';
import { MainPage } from './main-page';
import { NavRail } from './nav-rail';
import {
  activeArticle,
  currentPart,
  type Page,
  shownBeside,
  slotOf,
  type View,
} from './navigation';
import { AnnotationSide, ListSide } from './panes';
import { SearchActions } from './search-actions';
import { ShortcutsDialog } from './shortcuts-dialog';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useAppActions } from './use-app-actions';
import { useBackup } from './use-backup';
import { useIncoming } from './use-incoming';
import { useListPane } from './use-list-pane';
import { useNavigation } from './use-navigation';
import { locationOf, useRememberedPanes } from './use-open-panes';
import { usePaneActions } from './use-pane-actions';
import styles from './workspace.module.css';

interface Props {
  info: AppInfo;
  settings: Settings;
  hasArticles: boolean;
  /** What lay side by side when the window was closed. */
  left: OpenPanes | null;
}

/** The window's panes and what lies over them. */
export function Workspace(props: Props) {
  return (
    <ImportProvider>
      <Panes {...props} />
    </ImportProvider>
  );
}

function Panes({ info, settings, hasArticles, left }: Props) {
  const tops = {
    first: useRef<(() => number) | null>(null),
    second: useRef<(() => number) | null>(null),
  };
  const navigation = useNavigation(tops, left === null ? {} : locationOf(left));
  const { location, go } = navigation;
  useRememberedPanes(location, left);
  const slots = {
    first: useReaderState(tops.first, go.jump),
    second: useReaderState(tops.second, go.jump),
  };
  const readers = {
    first: slots[slotOf(location, 'first')],
    second: slots[slotOf(location, 'second')],
  };
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const [exporting, setExporting] = useState<ExportScope | null>(null);
  const [autoTagging, setAutoTagging] = useState<SearchScope | null>(null);
  const [tagging, setTagging] = useState<string[] | null>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const backup = useBackup();
  const incoming = useIncoming();
  const list = useListPane(settings, location, navigation.serial);
  const showView = (view: View) => {
    go.view(view);
    list.setOpen(true);
  };
  const focusSearch = () => {
    showView('search');
    // The pane is there only after the view has changed.
    requestAnimationFrame(() => searchInput.current?.select());
  };
  // An archive that was emptied begins anew; undo still brings everything back.
  const emptied = location.page.kind === 'article' && !hasArticles;
  const page: Page = emptied ? { kind: 'none' } : location.page;
  const openId = emptied ? null : activeArticle(location);
  const active = shownBeside(location) === null ? 'first' : location.active;

  useAppActions(
    {
      importFiles: incoming.files,
      importFolder: incoming.folder,
      openSample: incoming.sample,
      exportArticle:
        openId === null ? null : () => setExporting({ kind: 'selection', ids: [openId] }),
      exportArchive: () => setExporting({ kind: 'archive' }),
      backUp: backup.backUpNow,
      palette: () => setOverlay('palette'),
      shortcuts: () => setOverlay('shortcuts'),
      showView,
      toggleList: () => list.setOpen(!list.open),
      focusSearch,
    },
    { listOpen: list.open, panelOpen: settings.panelOpen },
    navigation,
    go,
  );

  usePaneActions(location, go);

  return (
    <div className={styles.window}>
      <TopBar
        canGoBack={navigation.past.length > 0}
        canGoForward={navigation.future.length > 0}
        listOpen={list.open}
        panelOpen={settings.panelOpen}
      />
      <div className={styles.body}>
        <NavRail current={currentPart(location)} />
        {(hasArticles || location.view !== 'library') && (
          <ListSide pane={list} settings={settings}>
            <ListPane
              go={go}
              location={location}
              onAutoTag={setAutoTagging}
              onExportArticles={(ids) => setExporting({ kind: 'selection', ids })}
              onExportTag={(tagId) => setExporting({ kind: 'tag', tagId })}
              onReimport={incoming.reimport}
              onTagArticles={setTagging}
              searchInput={searchInput}
              settings={settings}
            />
          </ListSide>
        )}
        <MainPage
          hasArticles={hasArticles}
          backup={backup}
          focus={navigation.focus}
          go={go}
          incoming={incoming}
          info={info}
          location={location}
          onSearch={focusSearch}
          page={page}
          readers={readers}
          settings={settings}
        />
        {openId !== null && (
          <AnnotationSide
            articleId={openId}
            go={go}
            key={slotOf(location, active)}
            reader={readers[active]}
            settings={settings}
          />
        )}
      </div>
      <StatusBar backup={backup.state} />
      <ImportIntake onFiles={incoming.dropped} />
      <ImportDialog onOpen={go.article} />
      <NoteTemplates />
      <SearchActions go={go} />
      {tagging !== null && (
        <ArticleTagsDialog articleIds={tagging} onClose={() => setTagging(null)} />
      )}
      {autoTagging !== null && (
        <AutoTagDialog onClose={() => setAutoTagging(null)} scope={autoTagging} />
      )}
      {exporting !== null && (
        <ExportDialog
          onClose={() => setExporting(null)}
          pickFolder={bridge.pickFolder}
          reveal={bridge.revealFolder}
          scope={exporting}
          target={bridge}
        />
      )}
      {overlay === 'palette' && <CommandPalette go={go} onClose={() => setOverlay(null)} />}
      {overlay === 'shortcuts' && <ShortcutsDialog onClose={() => setOverlay(null)} />}
    </div>
  );
}
