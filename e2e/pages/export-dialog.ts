import type { Locator, Page } from '@playwright/test';

/** The export, from the choice of a folder to what was written. */
export class ExportDialog {
  readonly dialog: Locator;
  readonly conflicts: Locator;
  readonly done: Locator;
  readonly summary: Locator;
  readonly begin: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^导出/ });
    this.conflicts = page.getByRole('dialog', { name: '已有同名文件' });
    this.done = page.getByRole('dialog', { name: '导出完成' });
    this.summary = this.done.getByRole('status');
    this.begin = this.dialog.getByRole('button', { name: '导出', exact: true });
  }

  /** Chooses the folder that the system's dialog answers with, and begins. */
  async intoFolder(): Promise<void> {
    await this.dialog.getByRole('button', { name: '选择文件夹' }).click();
    await this.begin.click();
  }

  async decide(answer: '覆盖' | '保留已有文件'): Promise<void> {
    await this.conflicts.getByRole('button', { name: answer, exact: true }).click();
  }

  async finish(): Promise<void> {
    await this.done.getByRole('button', { name: '完成' }).click();
    await this.done.waitFor({ state: 'detached' });
  }
}
