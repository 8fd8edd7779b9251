import type { Locator, Page } from '@playwright/test';
import type { RunningApp } from '../support/launch';
import { AnnotationPanel } from './annotation-panel';
import { ArticlePage } from './article-page';
import { Codebook } from './codebook';
import { ExportDialog } from './export-dialog';
import { ImportReport } from './import-report';
import { ImportReview } from './import-review';
import { Library } from './library';
import { NotesPane } from './notes-pane';
import { SearchPane } from './search-pane';

export type ViewName = '文章' | '检索' | '编码本' | '笔记' | '分析' | '设置';

/** The window with its parts, as the user sees it. */
export class ReaderWindow {
  readonly page: Page;
  readonly library: Library;
  readonly article: ArticlePage;
  readonly panel: AnnotationPanel;
  readonly codebook: Codebook;
  readonly search: SearchPane;
  readonly notes: NotesPane;
  readonly review: ImportReview;
  readonly report: ImportReport;
  readonly exporting: ExportDialog;
  readonly palette: Locator;
  readonly toasts: Locator;

  constructor(readonly app: RunningApp) {
    const { page } = app;
    this.page = page;
    this.library = new Library(page);
    this.article = new ArticlePage(page);
    this.panel = new AnnotationPanel(page);
    this.codebook = new Codebook(page);
    this.search = new SearchPane(page);
    this.notes = new NotesPane(page);
    this.review = new ImportReview(page);
    this.report = new ImportReport(page);
    this.exporting = new ExportDialog(page);
    this.palette = page.getByRole('dialog', { name: '命令面板' });
    this.toasts = page.getByRole('status').filter({ has: page.getByRole('button') });
  }

  /** Accepts the files of the start as they were understood and puts the report away. */
  async imported(): Promise<this> {
    await this.review.acceptAll();
    await this.report.finish();
    return this;
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: '打开示例档案库' }).click();
    await this.report.finish();
  }

  async goTo(view: ViewName): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: '主导航' });
    await rail.getByRole('button', { name: view, exact: true }).click();
  }

  /** Switches between light and dark until it is as wanted. */
  async useTheme(theme: 'light' | 'dark'): Promise<void> {
    if ((await this.theme()) === theme) return;
    await this.page.getByRole('button', { name: '切换明暗' }).click();
    await this.page.waitForFunction(
      (wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
      theme,
    );
  }

  /** What is seen now. */
  theme(): Promise<'light' | 'dark'> {
    return this.page.evaluate(() =>
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    );
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+Z');
  }

  /** Opens the palette, types and takes the first entry. */
  async viaPalette(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.palette.getByRole('combobox').fill(words);
    await this.palette.getByRole('option').filter({ hasText: words }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }
}
