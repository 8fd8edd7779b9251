import type { Locator, Page } from '@playwright/test';

/** The search of the whole archive. */
export class SearchPane {
  readonly field: Locator;
  readonly results: Locator;
  readonly hits: Locator;
  readonly status: Locator;

  constructor(private readonly page: Page) {
    const pane = page.getByRole('search');
    this.field = pane.getByRole('textbox', { name: '检索词' });
    this.results = pane.getByRole('listbox', { name: '检索结果' });
    this.hits = this.results.getByRole('option');
    this.status = pane.getByRole('status');
  }

  /** Opens the search from wherever the user is. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+F');
    await this.field.waitFor();
  }

  /** Takes an entry of the menu at the result. */
  async more(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: '对检索结果的操作' }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Opens the facets, and keeps only what has this value. */
  async narrow(value: string): Promise<void> {
    const name = '按来源、年份、标签、类型筛选';
    await this.page.getByRole('button', { name }).click();
    await this.page.getByRole('region', { name }).getByText(value, { exact: true }).click();
  }

  /** Types a phrase letter by letter, as a user would. */
  async type(query: string): Promise<void> {
    await this.field.fill('');
    await this.field.pressSequentially(query);
  }
}
