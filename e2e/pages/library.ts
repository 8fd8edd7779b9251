import type { Locator, Page } from '@playwright/test';

/** The list of articles. */
export class Library {
  readonly list: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly status: Locator;
  readonly menu: Locator;

  constructor(private readonly page: Page) {
    const pane = page.getByRole('region', { name: '文章', exact: true });
    this.list = page.getByRole('listbox', { name: '文章列表' });
    this.rows = this.list.getByRole('option');
    this.filter = pane.getByRole('textbox', { name: '筛选标题或来源' });
    this.status = pane.getByRole('status');
    this.menu = pane.getByRole('button', { name: '所选文章的操作' });
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** Opens an article with a click. */
  async open(title: string): Promise<void> {
    await this.row(title).click();
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  /** Adds an article to what is selected. */
  async addToSelection(title: string): Promise<void> {
    await this.row(title).click({ modifiers: ['Control'] });
  }

  /** Takes an entry of the selection's menu. */
  async choose(entry: string): Promise<void> {
    await this.menu.click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }
}
