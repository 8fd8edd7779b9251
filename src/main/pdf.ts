import { randomUUID } from 'node:crypto';
import { rename, unlink, writeFile } from 'node:fs/promises';
import { ZhaijiError } from '@shared/errors';
import { BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import { handle } from './ipc';
import { say } from './words';

/** Saves what the window prints where the user says; the renderer names no path. */
export function setUpPdf(): void {
  handle('pdf:save', async (event, name) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const options: SaveDialogOptions = {
      title: say('pick.pdf'),
      defaultPath: `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'zhaiji'}.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    };
    const { filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (filePath === '') return false;
    const pdf = await event.sender.printToPDF({ pageSize: 'A4', printBackground: true });
    // Through a file beside it, so that a full disk leaves no half one.
    const temporary = `${filePath}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, pdf);
      await rename(temporary, filePath);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw new ZhaijiError('folder-unwritable', filePath, { cause: error });
    }
    return true;
  });
}
