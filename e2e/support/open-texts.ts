import path from 'node:path';
import type { SourceText } from '../fixtures/texts';
import { ReaderWindow } from '../pages/reader-window';
import { writeTexts } from './files';
import type { Start } from './launch';

/** The reader with these texts imported, as they were understood. */
export async function openTexts(
  start: Start,
  folder: string,
  texts: readonly SourceText[],
): Promise<ReaderWindow> {
  const files = await writeTexts(path.join(folder, 'in'), texts);
  return new ReaderWindow(await start(files)).imported();
}
