import type { Locator, Page } from '@playwright/test';
import { NoteBox } from './note-box';
import { TagPicker } from './tag-picker';

/** The open article's annotations, beside it. */
export class AnnotationPanel {
  readonly region: Locator;
  readonly heading: Locator;
  readonly cards: Locator;
  readonly articleNote: Locator;
  readonly picker: TagPicker;

  constructor(private readonly page: Page) {
    this.region = page.getByRole('region', { name: /^批注 \(\d+\)$/ });
    this.heading = this.region.getByRole('heading', { level: 2 });
    // A note in a card may have lists of its own, hence only the list's children.
    this.cards = this.region.getByRole('list', { name: '批注列表' }).locator('> li');
    this.articleNote = this.region.getByRole('button', { name: '文章笔记' });
    this.picker = new TagPicker(page);
  }

  card(words: string): Card {
    return new Card(this.page, this.cards.filter({ hasText: words }));
  }

  /** The card of the annotation that covers just these words. */
  cardOf(exact: string): Card {
    const quote = this.page.locator('[data-annotation]').filter({ hasText: exact });
    return new Card(this.page, this.cards.filter({ has: quote }));
  }

  /** The quotations from top to bottom. */
  quotes(): Promise<string[]> {
    return this.cards
      .locator('[data-annotation] [lang="zh-CN"]')
      .evaluateAll((elements) => elements.map((element) => element.textContent ?? ''));
  }
}

/** One annotation in the panel. */
export class Card {
  readonly quote: Locator;
  readonly note: NoteBox;
  readonly addTag: Locator;

  constructor(
    private readonly page: Page,
    readonly root: Locator,
  ) {
    this.quote = root.locator('[data-annotation]');
    this.note = new NoteBox(page, root);
    this.addTag = root.getByRole('button', { name: '加标签' });
  }

  tag(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  async untag(name: string): Promise<void> {
    await this.root.getByRole('button', { name: `去掉标签「${name}」` }).click();
  }

  async choose(entry: string): Promise<void> {
    await this.root.getByRole('button', { name: '批注操作' }).click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }
}
