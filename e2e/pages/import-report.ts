import type { Locator, Page } from '@playwright/test';

/** What is said at the end of an import. */
export class ImportReport {
  readonly dialog: Locator;
  readonly summary: Locator;
  readonly lines: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^导入(完成|已取消)$/ });
    this.summary = this.dialog.getByRole('status');
    this.lines = this.dialog.getByRole('region', { name: '导入的文件' }).getByRole('listitem');
  }

  /** What is told of one file. */
  line(fileName: string): Locator {
    return this.lines.filter({ hasText: fileName });
  }

  /** Waits for the end of the import and puts the report away. */
  async finish(): Promise<void> {
    await this.dialog.getByRole('button', { name: '完成' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async openFirst(): Promise<void> {
    await this.dialog.getByRole('button', { name: '打开第一篇' }).click();
  }
}
