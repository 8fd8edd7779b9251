import type { Locator, Page } from '@playwright/test';

export type ReviewField = '标题' | '副标题' | '来源' | '日期' | '作者' | '版次' | '期次' | '地点';

/** The screen on which an import is looked at before it is written. */
export class ImportReview {
  readonly dialog: Locator;
  readonly summary: Locator;
  readonly accept: Locator;
  /** Rows of the list of files. */
  readonly files: Locator;
  readonly filter: Locator;
  /** The source with its line numbers; what is chosen has `aria-selected`. */
  readonly source: Locator;
  readonly sourceLines: Locator;
  /** The articles as they will be: a row for each title and paragraph. */
  readonly articles: Locator;
  readonly rows: Locator;
  /** The marks where lines were joined. */
  readonly seams: Locator;
  /** What was decided at the cursor, in words. */
  readonly decision: Locator;
  readonly tools: Locator;
  /** Asks whether changes may be lost. */
  readonly discard: Locator;
  readonly compare: Locator;
  readonly encodings: Locator;
  readonly columns: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: '导入审阅' });
    this.summary = this.dialog.getByRole('status').first();
    this.accept = this.dialog.getByRole('button', { name: '全部导入' });
    const files = this.dialog.getByRole('navigation', { name: '文件' });
    this.files = files.getByRole('listitem');
    this.filter = files.getByRole('combobox', { name: '显示哪些文件' });
    this.source = this.dialog.getByRole('listbox', { name: '原文' });
    this.sourceLines = this.source.getByRole('option');
    this.articles = this.dialog.getByRole('listbox', { name: '文章' });
    this.rows = this.articles.getByRole('option');
    this.seams = this.articles.locator('[data-line]');
    this.tools = this.dialog.getByRole('toolbar', { name: '改动这一行' });
    this.decision = this.tools.locator('xpath=preceding-sibling::*[@role="status"]');
    this.discard = page.getByRole('dialog', { name: '放弃这次导入？' });
    this.compare = page.getByRole('dialog', { name: '新旧对照' });
    this.encodings = page.getByRole('listbox', { name: '编码' });
    this.columns = this.dialog.getByRole('region', { name: '各列的内容' });
  }

  /** As most people do: one Enter. */
  async acceptAll(): Promise<void> {
    await this.accept.click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: '取消', exact: true }).click();
  }

  /** The row of a file. */
  file(name: string): Locator {
    return this.files.filter({ hasText: name });
  }

  async openFile(name: string): Promise<void> {
    await this.file(name).getByRole('button').click();
  }

  /** Leaves a file out of the import, or takes it in again. */
  async include(name: string, included: boolean): Promise<void> {
    await this.dialog.getByRole('checkbox', { name: `导入 ${name}` }).setChecked(included);
  }

  /** A line of the source by its number. Only lines in view are there. */
  line(number: number): Locator {
    return this.source.locator(`[aria-posinset="${number}"]`);
  }

  /** The row of a title or paragraph with these words. */
  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  async chooseLine(number: number): Promise<void> {
    await this.line(number).click();
  }

  async chooseRow(words: string): Promise<void> {
    await this.row(words).first().click();
  }

  /** Presses keys one after the other where the focus is. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A button of the bar below, such as `在此分开`. */
  tool(name: string): Locator {
    return this.tools.getByRole('button', { name });
  }

  /** Says what the line is, by the menu: `图注`, `来源`… */
  async setKind(name: string): Promise<void> {
    await this.tool('定为').click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  field(name: ReviewField): Locator {
    return this.dialog
      .getByRole('region', { name: '文章信息' })
      .getByRole('textbox', { name, exact: true });
  }

  async setField(name: ReviewField, value: string): Promise<void> {
    await this.field(name).fill(value);
    await this.field(name).press('Enter');
  }

  /** A switch for the whole file, such as `整个文件是一篇文章`. */
  async setSwitch(name: string, on: boolean): Promise<void> {
    const box = this.dialog.getByRole('checkbox', { name });
    if ((await box.isChecked()) !== on) await this.dialog.getByText(name, { exact: true }).click();
  }

  async chooseEncoding(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: /^编码/ }).click();
    await this.encodings.getByRole('option', { name }).click();
  }

  async chooseColumn(role: ReviewField | '正文', column: string): Promise<void> {
    const choice = this.columns.getByRole('combobox', { name: role, exact: true });
    await choice.selectOption({ label: column });
  }

  async applyToAll(): Promise<void> {
    await this.dialog.getByRole('button', { name: '同样用于全部文件' }).click();
  }

  /** What is to become of the article's double. */
  async chooseDuplicate(choice: '都保留' | '替换旧的（批注移过去）' | '跳过'): Promise<void> {
    await this.dialog
      .getByRole('radiogroup', { name: '这一篇怎么办' })
      .getByText(choice, { exact: true })
      .click();
  }

  async openCompare(): Promise<void> {
    await this.dialog.getByRole('button', { name: '对照' }).click();
  }
}
