import type {
  AppInfo,
  BackupInfo,
  CliRequest,
  FileBytes,
  MenuItem,
  PickedFiles,
  PickedFolder,
  Theme,
} from './ipc';

type Unsubscribe = () => void;

/** What the preload script gives to the renderer as `window.zhaiji`: named methods only. */
export interface Bridge {
  info(): Promise<AppInfo>;
  /** Says that the window can take files; answers those given at the start, if any. */
  ready(): Promise<PickedFiles | null>;
  /** What was typed is stored; only the backup is still to be made. */
  saved(): Promise<void>;
  flushed(): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  setMenu(menu: MenuItem[]): Promise<void>;
  pickFiles(kind: 'files' | 'folder'): Promise<PickedFiles>;
  /** Files or folders that the user dropped on the window. */
  dropped(files: File[]): Promise<PickedFiles>;
  sampleFiles(): Promise<PickedFiles>;
  readFile(handle: string): Promise<Uint8Array>;
  /** Several small files at once, in the order of the handles. */
  readFiles(handles: string[]): Promise<FileBytes[]>;
  pickFolder(): Promise<PickedFolder | null>;
  existingInFolder(folder: string, names: string[]): Promise<string[]>;
  writeToFolder(
    folder: string,
    name: string,
    content: string | Uint8Array,
    overwrite: boolean,
  ): Promise<void>;
  revealFolder(folder: string): Promise<void>;
  writeBackup(bytes: Uint8Array): Promise<BackupInfo>;
  listBackups(): Promise<BackupInfo[]>;
  readBackup(name: string): Promise<Uint8Array>;
  /** Asks where to, then saves what the window prints as PDF; `false` when cancelled. */
  savePdf(name: string): Promise<boolean>;
  /** Asks the user, then opens the address in the browser. */
  openLink(url: string): Promise<boolean>;
  cliRequest(): Promise<CliRequest>;
  cliResult(value: unknown): Promise<void>;
  /** Results in their order, as a JSON list: many small objects would cross slowly. */
  cliResults(json: string): Promise<void>;
  cliMessage(text: string): Promise<void>;
  cliDone(exitCode: 0 | 1 | 2): Promise<void>;
  onMenu(listener: (id: string) => void): Unsubscribe;
  onFiles(listener: (files: PickedFiles) => void): Unsubscribe;
  onFlush(listener: () => void): Unsubscribe;
}
