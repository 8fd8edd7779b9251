import { expect } from '@playwright/test';
import type { ReaderWindow } from '../pages/reader-window';
import { storedNotes } from './database';

/**
 * Opens the article with 老祠堂 in it and gives these words a highlight, the tag 地点 and the note
 * 祠堂改成了食堂, which is answered while it can still be typed in.
 */
export async function annotateShrine(
  { article, panel, page, library }: ReaderWindow,
  title: string,
) {
  await library.open(title);
  await article.highlight('老祠堂', '1');
  await page.keyboard.press('t');
  await panel.picker.put('地点');
  await panel.picker.close();
  const { note } = panel.cardOf('老祠堂');
  await note.begin();
  await note.type('祠堂改成了食堂');
  await expect.poll(() => storedNotes(page)).toEqual(['祠堂改成了食堂']);
  return note;
}
