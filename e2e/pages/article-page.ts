import type { Locator, Page } from '@playwright/test';

/** What the painter shows under one name, such as `zj-yellow-0`, by its words. */
export type Painted = Record<string, string[]>;

/** The open article. */
export class ArticlePage {
  readonly title: Locator;
  readonly text: Locator;
  readonly paragraphs: Locator;
  readonly toolbar: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('main').getByRole('heading', { level: 1 });
    this.text = page.getByRole('group', { name: '正文', exact: true });
    this.paragraphs = this.text.locator('[data-paragraph]');
    this.toolbar = page.getByRole('toolbar', { name: '批注所选文字' });
  }

  /** The button in the margin of the paragraph with these words; its name says what a click does. */
  async number(words: string): Promise<Locator> {
    const number = await this.numberOf(words);
    return this.text.getByRole('button', { name: `第 ${number} 段` });
  }

  /** The number of the first paragraph with these words, as the margin shows it. */
  async numberOf(words: string): Promise<number> {
    const index = await this.paragraphs
      .filter({ hasText: words })
      .first()
      .getAttribute('data-paragraph');
    return Number(index) + 1;
  }

  async focusText(): Promise<void> {
    await this.text.focus();
  }

  /** Makes the paragraph with these words the current one, with the keys alone. */
  async goToParagraph(words: string): Promise<void> {
    const wanted = await this.numberOf(words);
    await this.focusText();
    const current = await this.currentParagraph();
    const key = wanted > current ? 'j' : 'k';
    for (let at = Math.abs(wanted - current); at > 0; at -= 1) await this.page.keyboard.press(key);
  }

  /** Selects words with the mouse, from their first character to their last. */
  async dragOver(words: string): Promise<void> {
    const paragraph = this.paragraphs.filter({ hasText: words }).first();
    await paragraph.scrollIntoViewIfNeeded();
    const { from, to } = await paragraph.evaluate((element, wanted) => {
      const node = element.firstChild;
      if (!(node instanceof Text)) throw new Error('The paragraph is not one text node');
      const start = node.data.indexOf(wanted);
      const boxOf = (at: number) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      const first = boxOf(start);
      const last = boxOf(start + wanted.length - 1);
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }, words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    // On the way there, or it would be a click and not a drag.
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  /** Selects words with the mouse and gives them a colour by the key that stands for it. */
  async highlight(words: string, key: '1' | '2' | '3' | '4' | '5' = '1'): Promise<void> {
    await this.dragOver(words);
    await this.toolbar.waitFor();
    await this.page.keyboard.press(key);
    await this.toolbar.waitFor({ state: 'detached' });
  }

  /** Everything that is painted on the text now. */
  painted(): Promise<Painted> {
    return this.page.evaluate(() => {
      const painted: Record<string, string[]> = {};
      CSS.highlights.forEach((highlight, name) => {
        const words: string[] = [];
        highlight.forEach((range) => {
          const node = range.startContainer;
          if (!(node instanceof Text) || range.endContainer !== node)
            words.push('(not in one text)');
          else words.push(node.data.slice(range.startOffset, range.endOffset));
        });
        if (words.length > 0) painted[name] = words.sort();
      });
      return painted;
    });
  }

  /** How many nodes each paragraph's element has, and whether the first is a text. */
  nodesOfParagraphs(): Promise<{ count: number; isText: boolean }[]> {
    return this.paragraphs.evaluateAll((elements) =>
      elements.map((element) => ({
        count: element.childNodes.length,
        isText: element.firstChild instanceof Text,
      })),
    );
  }

  /** The paragraph that the keys act on, counted from 1. */
  async currentParagraph(): Promise<number> {
    const current = this.text.locator('button[tabindex="0"]');
    return Number(await current.textContent());
  }
}
