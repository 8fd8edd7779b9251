import '@renderer/ui/global.css';
import { openLibrary } from '@renderer/archive/library';
import { openArchive } from '@renderer/archive/open';
import { prepareSearch } from '@renderer/archive/search-index';
import { readSettings } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { setLanguage } from '@renderer/i18n';
import type { AppInfo } from '@shared/ipc';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { ErrorBoundary } from './error-boundary';
import { StartError } from './start-error';

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no root element');
const root = createRoot(container);

function show(content: ReactNode): void {
  root.render(<StrictMode>{content}</StrictMode>);
}

async function open(info: AppInfo): Promise<void> {
  try {
    await openArchive();
    const settings = await readSettings();
    const { librarySort, librarySortDescending } = settings;
    const library = openLibrary({ sort: librarySort, descending: librarySortDescending });
    setLanguage(settings.language ?? info.language);
    void bridge.setTheme(settings.theme);
    show(
      <ErrorBoundary>
        <App info={info} />
      </ErrorBoundary>,
    );
    // Nothing that could wait competes with what is looked at first.
    void library.shown.then(() => prepareSearch(library.settled()));
  } catch (error) {
    setLanguage(info.language);
    show(<StartError error={error} />);
    // Nothing is held that closing the window could lose.
    bridge.onFlush(() => void bridge.flushed());
  }
}

void bridge.info().then(open);
