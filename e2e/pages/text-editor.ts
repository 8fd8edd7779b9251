import type { Locator, Page } from '@playwright/test';

/** Correcting the text of the open article, and its history. */
export class TextEditor {
  readonly dialog: Locator;
  readonly text: Locator;
  readonly preview: Locator;
  readonly history: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: '更正原文' });
    this.text = this.dialog.getByRole('textbox', { name: '原文，每行一段' });
    this.preview = this.dialog.getByRole('status');
    this.history = page.getByRole('dialog', { name: '原文的改动历史' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+x');
    await this.dialog.waitFor();
  }

  /** Selects words in the editor and types others over them; a line feed is the Enter key. */
  async replace(words: string, by: string): Promise<void> {
    await this.text.evaluate((area, wanted) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error('Not a text area');
      const start = area.value.indexOf(wanted);
      area.focus();
      area.setSelectionRange(start, start + wanted.length);
    }, words);
    if (by === '') await this.page.keyboard.press('Delete');
    else if (by === '\n') await this.page.keyboard.press('Enter');
    else await this.page.keyboard.insertText(by);
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: '保存' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async openHistory(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.insertText('改动历史');
    await this.page.getByRole('option', { name: /原文的改动历史/ }).click();
    await this.history.waitFor();
  }

  /** Brings back the text from before the change at this place of the list. */
  async restore(index: number): Promise<void> {
    const buttons = this.history.getByRole('button', { name: '恢复这次改动之前的原文' });
    await buttons.nth(index).click();
  }
}
