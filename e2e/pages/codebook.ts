import type { Locator, Page } from '@playwright/test';

/** The tags, or the passages of one. */
export class Codebook {
  readonly list: Locator;
  readonly rows: Locator;
  readonly filter: Locator;

  constructor(private readonly page: Page) {
    this.list = page.getByRole('list', { name: '编码本' });
    this.rows = this.list.getByRole('listitem');
    this.filter = page.getByRole('textbox', { name: '筛选标签' });
  }

  row(name: string): Locator {
    return this.rows.filter({
      has: this.page.getByRole('button', { name: `标签「${name}」的操作`, exact: true }),
    });
  }

  async open(name: string): Promise<void> {
    // The first button of a tag with sub-tags folds them.
    await this.row(name).locator('[data-row-main]').click();
  }

  /** Takes an entry of a tag's menu. */
  async choose(name: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `标签「${name}」的操作`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async rename(name: string, next: string): Promise<void> {
    await this.choose(name, '重命名');
    const field = this.page.getByRole('textbox', { name: `标签「${name}」的名称` });
    await field.fill(next);
    await field.press('Enter');
  }

  async create(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '新建标签' }).first().click();
    const field = this.page.getByRole('textbox', { name: '新建标签' });
    await field.fill(name);
    await field.press('Enter');
    await this.row(name).waitFor();
    await field.press('Escape');
  }

  async merge(name: string, into: string): Promise<void> {
    await this.choose(name, '并入其他标签');
    const dialog = this.page.getByRole('dialog', { name: `把「${name}」并入其他标签` });
    await dialog.getByRole('option', { name: into }).click();
    await dialog.getByRole('button', { name: `并入「${into}」` }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** The passages of the tag that is open. */
  passages(name: string): Locator {
    return this.page
      .getByRole('list', { name: `标签「${name}」的段落片段` })
      .locator('[data-row-main]');
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: '返回编码本' }).click();
  }
}
