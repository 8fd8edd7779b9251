import type { Locator, Page } from '@playwright/test';

/** The field with the list of tags that opens on an annotation. */
export class TagPicker {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly options: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: '加标签' });
    this.field = this.dialog.getByRole('combobox', { name: '选择或新建标签' });
    this.options = this.dialog.getByRole('option');
  }

  /** Types a tag's name and takes the first row for it, which makes the tag if there is none. */
  async put(name: string): Promise<void> {
    await this.field.fill(name);
    await this.options.filter({ hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }
}
