import { basename, dirname } from 'node:path';
import type { CliRequest } from '@shared/ipc';
import { app, BrowserWindow } from 'electron';
import { z } from 'zod';
import { offerPaths } from '../files';
import { offerFolder } from '../folders';
import { handle } from '../ipc';
import type { Launch } from '../launch';
import { ORIGIN } from '../origin';
import { setUpProtocol } from '../protocol';
import { handleAppChannels, webPreferences } from '../window';
import { systemLanguage } from '../words';
import { humanLines } from './format';
import { type CliCommand, parseCli } from './parse';
import { usage } from './usage';

/** Runs one command of the command line in a hidden window of our own pages, then ends. */
export async function runCli(launch: Launch & { mode: 'cli' }): Promise<void> {
  // Nothing is drawn, and a machine without a graphics card starts sooner.
  app.disableHardwareAcceleration();
  // A reader that closes its end of the pipe (`| head`) is no failure of ours.
  process.stdout.on('error', () => app.exit(0));
  const parsed = parseCli(launch.args, launch.cwd);
  if (parsed.kind === 'version') {
    process.stdout.write(`${app.getVersion()}\n`);
    return app.exit(0);
  }
  if (parsed.kind === 'help') {
    process.stdout.write(usage(systemLanguage()));
    return app.exit(0);
  }
  if (parsed.kind === 'wrong') {
    process.stderr.write(`zhaiji: ${parsed.reason}\n\n${usage(systemLanguage())}`);
    return app.exit(2);
  }
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`zhaiji: ${inUse()}\n`);
    return app.exit(1);
  }
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  setUpProtocol();
  handleAppChannels();
  const request = await requestOf(parsed.command);
  handle('cli:request', () => request);
  const textOf = (value: unknown) =>
    parsed.json ? JSON.stringify(value) : humanLines(parsed.command.command, value);
  handle('cli:result', (_event, value) => {
    process.stdout.write(`${textOf(value)}\n`);
  });
  handle('cli:results', (_event, json) => {
    const lines = z.array(z.unknown()).parse(JSON.parse(json)).map(textOf);
    process.stdout.write(`${lines.join('\n')}\n`);
  });
  handle('cli:message', (_event, text) => {
    if (!parsed.quiet) process.stderr.write(`${text}\n`);
  });
  handle('cli:done', async (_event, exitCode) => {
    await Promise.all([written(process.stdout), written(process.stderr)]);
    app.exit(exitCode);
  });
  openHiddenPage();
}

/** Resolves when all that was written has gone out: whoever reads it may be slow, or gone. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

function openHiddenPage(): void {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });
  const fail = (reason: string) => {
    process.stderr.write(`zhaiji: ${reason}\n`);
    app.exit(1);
  };
  window.webContents.on('render-process-gone', (_event, details) => fail(details.reason));
  window.webContents.on('did-fail-load', (_event, _code, description) => fail(description));
  void window.loadURL(`${ORIGIN}/cli.html`);
}

async function requestOf(command: CliCommand): Promise<CliRequest> {
  switch (command.command) {
    case 'import': {
      const { paths, ...rest } = command;
      return { ...rest, ...(await offerPaths(paths)) };
    }
    case 'export-markdown': {
      const { folder, ...rest } = command;
      return { ...rest, folder: offerFolder(folder) };
    }
    case 'tags-export': {
      const { path, ...rest } = command;
      return { ...rest, folder: offerFolder(dirname(path)), name: basename(path) };
    }
    case 'tags-import': {
      const { path, ...rest } = command;
      const { files, problems } = await offerPaths([path]);
      return { ...rest, files, problems };
    }
    default:
      return command;
  }
}

function inUse(): string {
  return systemLanguage() === 'en'
    ? 'The archive is in use. Close the Zhaiji window (or wait for the other command) and try again.'
    : '档案库正在使用。请先关闭摘记窗口（或等另一条命令结束），再试一次。';
}
