import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

test('what is typed before the field is there goes into it, and is no command', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { article, panel, page } = reader;
  const { keyboard } = page;
  /** All in one turn of the window, faster than anything can be drawn. */
  const typeAtOnce = (keys: string[]) =>
    page.evaluate((typed) => {
      for (const key of typed) {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      }
    }, keys);

  // `h`, `1`, `s` and `m` mean something else where no field is meant.
  await article.dragOver('老祠堂');
  await article.toolbar.waitFor();
  await typeAtOnce(['n', ...'h1xs', 'Backspace', ...'m 2', 'Enter', 'k']);
  const { note } = panel.cardOf('老祠堂');
  await expect(note.editor).toBeFocused();
  await expect(note.editor.getByRole('paragraph')).toHaveText(['h1xm 2', 'k']);
  await keyboard.type('后来的字');
  await expect.poll(() => storedNotes(page)).toEqual(['h1xm 2\nk后来的字']);
  await note.leave();
  expect(await storedRows(page, 'annotations')).toHaveLength(1);

  await article.focusText();
  await typeAtOnce(['t', ...'dd', 'Backspace', 'i']);
  await expect(panel.picker.field).toBeFocused();
  await expect(panel.picker.field).toHaveValue('di');
  await keyboard.type('dian');
  await keyboard.press('Enter');
  await expect(panel.cardOf('老祠堂').tag('didian')).toBeVisible();
  await panel.picker.close();
  await expect(article.text).toBeFocused();

  // Escape gives it up: the keys mean what they meant before.
  await typeAtOnce(['n', 'x', 'Escape', '2']);
  await expect(panel.cardOf('老祠堂').quote).toContainText('红');
  await expect.poll(() => storedNotes(page)).toEqual(['h1xm 2\nk后来的字']);

  // A key in the moment in which the pointer lets go of a passage is about that passage.
  await article.focusText();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await article.paragraphs.filter({ hasText: '体检陪同' }).evaluate((block, words) => {
    const node = block.firstChild;
    const from = block.textContent?.indexOf(words) ?? -1;
    if (node === null || from === -1) throw new Error('The words are not there');
    block.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    getSelection()?.setBaseAndExtent(node, from, node, from + words.length);
    block.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    const key = { key: '4', bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  }, '体检陪同');
  await expect(panel.cardOf('体检陪同').quote).toBeVisible();
  expect(await panel.quotes()).toContain('体检陪同');
  expect(reader.app.errors).toEqual([]);
});
