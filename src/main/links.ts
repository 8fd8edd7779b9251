import { BrowserWindow, dialog, shell } from 'electron';
import { handle } from './ipc';
import { say } from './words';

/** Answers the renderer's wish to open an address outside. */
export function setUpLinks(): void {
  handle('link:open', (_event, url) => offerLink(url));
}

/** Asks, then opens an http(s) or mailto address in the user's browser. False when not opened. */
export async function offerLink(url: string): Promise<boolean> {
  if (!isOutsideLink(url)) return false;
  const window = BrowserWindow.getFocusedWindow();
  const options = {
    type: 'question' as const,
    message: say('link.question'),
    detail: url,
    buttons: [say('link.open'), say('link.cancel')],
    defaultId: 1,
    cancelId: 1,
  };
  const answer = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  if (answer.response !== 0) return false;
  await shell.openExternal(url);
  return true;
}

function isOutsideLink(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}
