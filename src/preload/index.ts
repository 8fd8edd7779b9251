import type { Bridge } from '@shared/bridge';
import type {
  EventChannel,
  EventMap,
  InvokeArgs,
  InvokeChannel,
  InvokeResult,
  Reply,
} from '@shared/ipc';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

async function invoke<C extends InvokeChannel>(
  channel: C,
  ...args: InvokeArgs<C>
): Promise<InvokeResult<C>> {
  const reply: Reply<C> = await ipcRenderer.invoke(channel, ...args);
  // Between the two worlds an error keeps only its message, which therefore starts with the code.
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.subject}`);
  return reply.value;
}

function on<C extends EventChannel>(channel: C, listener: (value: EventMap[C]) => void) {
  const handler = (_event: unknown, value: EventMap[C]) => listener(value);
  ipcRenderer.on(channel, handler);
  return () => {
    ipcRenderer.removeListener(channel, handler);
  };
}

const bridge: Bridge = {
  info: () => invoke('app:info'),
  ready: () => invoke('app:ready'),
  saved: () => invoke('app:saved'),
  flushed: () => invoke('app:flushed'),
  setTheme: (theme) => invoke('app:theme', theme),
  setMenu: (menu) => invoke('menu:set', menu),
  pickFiles: (kind) => invoke('files:pick', kind),
  // Only a file that the user really dropped has a path: a script cannot name one of its own.
  dropped: (files) =>
    invoke(
      'files:dropped',
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
  sampleFiles: () => invoke('files:sample'),
  readFile: (handle) => invoke('files:read', handle),
  readFiles: (handles) => invoke('files:readMany', handles),
  pickFolder: () => invoke('folder:pick'),
  existingInFolder: (folder, names) => invoke('folder:existing', folder, names),
  writeToFolder: (folder, name, content, overwrite) =>
    invoke('folder:write', folder, name, content, overwrite),
  revealFolder: (folder) => invoke('folder:reveal', folder),
  writeBackup: (bytes) => invoke('backup:write', bytes),
  listBackups: () => invoke('backup:list'),
  readBackup: (name) => invoke('backup:read', name),
  savePdf: (name) => invoke('pdf:save', name),
  openLink: (url) => invoke('link:open', url),
  cliRequest: () => invoke('cli:request'),
  cliResult: (value) => invoke('cli:result', value as InvokeArgs<'cli:result'>[0]),
  cliResults: (json) => invoke('cli:results', json),
  cliMessage: (text) => invoke('cli:message', text),
  cliDone: (exitCode) => invoke('cli:done', exitCode),
  onMenu: (listener) => on('menu:invoke', listener),
  onFiles: (listener) => on('files:opened', listener),
  onFlush: (listener) => on('app:flush', () => listener()),
};

contextBridge.exposeInMainWorld('zhaiji', bridge);
