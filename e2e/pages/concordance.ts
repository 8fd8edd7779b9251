import type { Locator, Page } from '@playwright/test';

/** The table of all places of a search. */
export class Concordance {
  readonly region: Locator;
  readonly table: Locator;
  readonly lines: Locator;
  readonly status: Locator;

  constructor(private readonly page: Page) {
    this.region = page.getByRole('region', { name: '语境索引' });
    this.table = this.region.getByRole('listbox', { name: '语境索引的各行' });
    this.lines = this.table.getByRole('option');
    this.status = this.region.getByRole('status');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+K');
    await this.region.waitFor();
  }

  /** Sorts by one key, as it is called on the screen. */
  async sortBy(name: string, number = 1): Promise<void> {
    await this.region.getByLabel(`第 ${number} 排序键`).selectOption({ label: name });
  }

  /** The words on the left, the key word and those on the right of the lines in view. */
  async words(): Promise<string[][]> {
    return this.lines.evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
        .map((row) => [...row.children].slice(1, 4).map((cell) => cell.textContent ?? '')),
    );
  }

  /** What the lines in view say of where they stand. */
  async sources(): Promise<string[]> {
    return this.lines.evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
        .map((row) => row.lastElementChild?.textContent ?? ''),
    );
  }

  async export(format: string): Promise<void> {
    await this.region.getByRole('button', { name: '导出语境索引' }).click();
    await this.page.getByRole('menuitem', { name: format }).click();
  }
}
