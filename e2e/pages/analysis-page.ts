import type { Locator, Page } from '@playwright/test';

export type AnalysisName = '搭配' | '频率' | '关键词' | 'N 元组';

/** The statistics of words. */
export class AnalysisPage {
  readonly root: Locator;
  readonly field: Locator;
  readonly status: Locator;
  readonly chart: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByRole('region', { name: '分析', exact: true });
    this.field = this.root.getByRole('textbox', { name: '检索式', exact: true });
    this.status = this.root.getByRole('status');
    this.chart = this.root.getByRole('img');
  }

  table(name: AnalysisName): Locator {
    return this.root.getByRole('table', { name });
  }

  /** The cells of the row that a word or bin heads, as they are written. */
  async cellsOf(name: AnalysisName, head: string): Promise<string[]> {
    const rows = this.table(name).getByRole('row');
    const row = rows.filter({ has: this.page.getByRole('rowheader', { name: head, exact: true }) });
    return row.getByRole('cell').allTextContents();
  }

  /** The heads of the first rows. */
  heads(name: AnalysisName): Promise<string[]> {
    return this.table(name).getByRole('rowheader').allTextContents();
  }

  async show(name: AnalysisName): Promise<void> {
    await this.root.getByRole('tab', { name }).click();
  }

  async ask(query: string): Promise<void> {
    await this.field.fill(query);
    await this.field.press('Enter');
  }

  async pick(option: string): Promise<void> {
    await this.root.getByText(option, { exact: true }).click();
  }

  async save(what: '表格（CSV）' | '图（SVG）' | '图（PNG）'): Promise<void> {
    await this.root.getByRole('button', { name: '保存' }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
    const saved = this.page.getByRole('status').filter({ hasText: '已保存' });
    await saved.waitFor();
    await saved.getByRole('button', { name: '关闭' }).click();
  }
}
