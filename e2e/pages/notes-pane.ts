import type { Locator, Page } from '@playwright/test';
import { NoteBox } from './note-box';

/** All notes, and the archive's own. */
export class NotesPane {
  readonly list: Locator;
  readonly rows: Locator;
  readonly archiveNoteButton: Locator;
  /** The archive's note on its page. */
  readonly archiveNote: NoteBox;

  constructor(page: Page) {
    this.list = page.getByRole('list', { name: '全部笔记' });
    this.rows = this.list.locator('> li');
    this.archiveNoteButton = page.getByRole('button', { name: /^档案库笔记/ });
    this.archiveNote = new NoteBox(page, page.getByRole('main'));
  }

  async openArchiveNote(): Promise<void> {
    await this.archiveNoteButton.click();
    await this.archiveNote.editor.waitFor();
  }
}
