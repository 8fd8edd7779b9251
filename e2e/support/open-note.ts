import { single } from '../fixtures/texts';
import { ReaderWindow } from '../pages/reader-window';
import { writeTexts } from './files';
import { expect, type Start } from './launch';

/** The window with an annotation on 老祠堂 whose note is being written. */
export async function openNote(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  await reader.article.dragOver('老祠堂');
  await reader.article.toolbar.waitFor();
  await reader.page.keyboard.press('n');
  await expect(reader.panel.cardOf('老祠堂').note.editor).toBeFocused();
  return reader;
}

/** What can be put into a note, after `/`, `[[` or `#`. */
export function menuOf(reader: ReaderWindow) {
  return reader.page.getByRole('listbox', { name: '可插入的内容' });
}
