import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type WebPreferences } from 'electron';
import { offerPaths } from './files';
import { handle, send } from './ipc';
import type { Launch } from './launch';
import { ORIGIN } from './origin';
import { keepWindowState, readWindowState } from './window-state';
import { systemLanguage } from './words';

/** How long a closing window may take to store what was just typed, then to back up. Milliseconds. */
const SAVE_LIMIT = 5000;
const BACKUP_LIMIT = 120_000;

export const webPreferences: WebPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
};

let mainWindow: BrowserWindow | null = null;
let ready = false;
let waiting: string[] = [];
/** What to do as a closing window gets on; null while it is not closing. */
let closing: { saved(): void; flushed(): void } | null = null;
/** The user started the reader again while it was still backing up. */
let startAgain = false;

export function setUpWindow(launch: Launch & { mode: 'window' }): void {
  waiting = launch.files;
  handleAppChannels();
  handle('app:ready', async () => {
    ready = true;
    const paths = waiting;
    waiting = [];
    return paths.length === 0 ? null : offerPaths(paths);
  });
  handle('app:saved', () => closing?.saved());
  handle('app:flushed', () => closing?.flushed());
  handle('app:theme', (_event, theme) => {
    nativeTheme.themeSource = theme;
  });
  app.on('window-all-closed', () => app.quit());
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void showFiles([path]);
  });
  openWindow();
}

/** The channels that a window and the command line both need. */
export function handleAppChannels(): void {
  handle('app:info', () => ({
    version: app.getVersion(),
    language: systemLanguage(),
    profile: app.getPath('userData'),
    platform:
      process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  }));
}

/** Brings the window to the front and imports files into it. */
export async function showFiles(paths: string[]): Promise<void> {
  if (mainWindow === null) return;
  if (closing !== null) {
    startAgain = true;
    return;
  }
  if (mainWindow.isMinimized()) mainWindow.restore();
  mainWindow.focus();
  if (!ready) waiting.push(...paths);
  else if (paths.length > 0) {
    send(mainWindow.webContents, 'files:opened', await offerPaths(paths));
  }
}

function openWindow(): void {
  const state = readWindowState();
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: '摘记 Zhaiji',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fbfaf7',
    icon: join(import.meta.dirname, '../../resources/icon.png'),
    webPreferences,
  });
  mainWindow = window;
  if (state.maximized) window.maximize();
  keepWindowState(window);
  flushBeforeClose(window);
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    mainWindow = null;
  });
  void window.loadURL(`${ORIGIN}/index.html`);
}

/**
 * Lets the renderer first store what it still holds, then, with the window already gone from the
 * screen, make its backup.
 */
function flushBeforeClose(window: BrowserWindow): void {
  let finished = false;
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    if (finished) return;
    finished = true;
    clearTimeout(timer);
    if (startAgain) app.relaunch();
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (finished || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (closing !== null) return;
    timer = setTimeout(finish, SAVE_LIMIT);
    closing = {
      saved() {
        clearTimeout(timer);
        timer = setTimeout(finish, BACKUP_LIMIT);
        window.hide();
      },
      flushed: finish,
    };
    send(window.webContents, 'app:flush', null);
  });
}
