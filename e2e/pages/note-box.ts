import type { Locator, Page } from '@playwright/test';

/** A note, to read or being written, wherever it is shown. */
export class NoteBox {
  readonly edit: Locator;
  readonly editor: Locator;
  readonly toolbar: Locator;

  constructor(
    private readonly page: Page,
    root: Locator,
  ) {
    this.edit = root.getByRole('button', { name: '编辑笔记' });
    this.editor = root.getByRole('textbox', { name: /笔记$/ });
    this.toolbar = root.getByRole('toolbar', { name: '笔记格式' });
  }

  /** Begins to write at the end of the note. */
  async begin(): Promise<void> {
    await this.edit.press('Enter');
    await this.editor.waitFor();
  }

  /** Types into the note that is being written. */
  async type(text: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.type(text);
  }

  async leave(): Promise<void> {
    await this.editor.press('Escape');
    await this.editor.waitFor({ state: 'detached' });
  }
}
