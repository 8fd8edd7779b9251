import { restoreBackup } from '@renderer/archive/backup';
import type { Settings } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { Welcome } from '@renderer/features/library/welcome';
import { ArchiveNotePage } from '@renderer/features/notes/archive-note-page';
import { NoteEditor } from '@renderer/features/notes/note-editor';
import { TagNotePage } from '@renderer/features/notes/tag-note-page';
import { ComfortChoices } from '@renderer/features/reader/comfort';
import type { ReaderState } from '@renderer/features/reader/reader-context';
import { SettingsPage } from '@renderer/features/settings/settings-page';
import { CodeBrowser } from '@renderer/features/tags/code-browser';
import { useT } from '@renderer/i18n';
import { EmptyState } from '@renderer/ui/empty-state';
import type { AppInfo } from '@shared/ipc';
import { Analysis } from './analysis';
import { Concordance } from './concordance';
import type { Location, NavigationState, Page, PaneName } from './navigation';
import { openLink } from './places';
import { ReadingPanes } from './reading-panes';
import { saveFile } from './save-file';
import type { useBackup } from './use-backup';
import type { useIncoming } from './use-incoming';
import type { Go } from './use-navigation';
import styles from './workspace.module.css';

interface Props {
  page: Page;
  location: Location;
  focus: NavigationState['focus'];
  readers: Record<PaneName, ReaderState>;
  settings: Settings;
  info: AppInfo;
  hasArticles: boolean;
  go: Go;
  incoming: ReturnType<typeof useIncoming>;
  backup: ReturnType<typeof useBackup>;
  /** To the field where a query is typed. */
  onSearch: () => void;
}

/** The middle of the window. */
export function MainPage(props: Props) {
  return (
    <main className={styles.page}>
      <PageContent {...props} />
    </main>
  );
}

function PageContent(props: Props) {
  const { page, location, focus, readers, settings, info, hasArticles, go, incoming, backup } =
    props;
  const t = useT();
  switch (page.kind) {
    case 'settings':
      return (
        <SettingsPage
          backups={backup.backups}
          comfort={<ComfortChoices settings={settings} />}
          info={info}
          onBackUp={backup.backUpNow}
          onRestore={(name) => restoreBackup(bridge, name)}
          settings={settings}
        />
      );
    case 'codes':
      return (
        <CodeBrowser
          key={page.tagId}
          onOpenPassage={(articleId, start, end, annotationId) =>
            go.place(articleId, { start, end, annotationId })
          }
          note={(id, onDone) => (
            <NoteEditor
              autoFocus
              compact
              onDone={onDone}
              onOpenLink={(href) => openLink(href, go)}
              target={{ kind: 'annotation', id }}
            />
          )}
          saveFile={saveFile}
          tagId={page.tagId}
        />
      );
    case 'concordance':
      return <Concordance go={go} onSearch={props.onSearch} />;
    case 'analysis':
      return <Analysis onSearch={props.onSearch} />;
    case 'archive-note':
      return <ArchiveNotePage onOpenLink={(href) => openLink(href, go)} />;
    case 'tag-note':
      return <TagNotePage onOpenLink={(href) => openLink(href, go)} tagId={page.id} />;
    case 'article':
      return (
        <ReadingPanes
          focus={focus}
          go={go}
          id={page.id}
          location={location}
          readers={readers}
          searching={location.view === 'search'}
          settings={settings}
        />
      );
    case 'none':
      if (hasArticles) return <EmptyState text={t('app.noArticle')} />;
      return (
        <Welcome
          onImportFiles={incoming.files}
          onImportFolder={incoming.folder}
          onSample={incoming.sample}
        />
      );
  }
}
