import path from 'node:path';
import { ReaderWindow } from './pages/reader-window';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const FIRST = '社工到了桥头。她问：“路灯谁来修？”大家都笑了。';
const SECOND = '第二天路灯亮了。';

test('the keyboard’s cursor goes by every unit, words are grown to, and what is marked is cited', async ({
  start,
  folder,
}) => {
  const text = ['竹桥镇修路灯', '', FIRST, '', SECOND, ''].join('\n');
  const app = await start(await writeFiles(path.join(folder, 'in'), [['路灯.txt', text]]));
  const reader = await new ReaderWindow(app).imported();
  const { page, article, panel, library } = reader;
  const { keyboard } = page;
  await library.open('竹桥镇修路灯');
  const cursor = async () => (await article.painted())['zj-cursor'];
  const selection = () => page.evaluate(() => String(window.getSelection()));

  await article.goToParagraph(FIRST);
  await keyboard.press('v');
  await expect.poll(cursor).toEqual(['社']);
  // By word, by sentence with the quotation mark that closes it, by paragraph, and back.
  await keyboard.press('Control+ArrowRight');
  await expect.poll(cursor).toEqual(['到']);
  await keyboard.press('Alt+ArrowRight');
  await expect.poll(cursor).toEqual(['她']);
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('ArrowRight');
  await expect.poll(cursor).toEqual(['二']);
  await keyboard.press('ArrowLeft');
  await expect.poll(cursor).toEqual(['第']);
  await keyboard.press('ArrowUp');
  await keyboard.press('Home');
  await expect.poll(cursor).toEqual(['社']);
  await keyboard.press('Alt+ArrowRight');

  // A sentence is extended over, with Shift; another paragraph with it.
  await keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(selection).toBe('她问：“路灯谁来修？”');
  await keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(selection).toBe('她问：“路灯谁来修？”大家');
  await keyboard.press('Control+Shift+ArrowLeft');
  await keyboard.press('Enter');
  await expect(article.toolbar).toBeVisible();
  await keyboard.press('2');
  await expect.poll(() => panel.quotes()).toEqual(['她问：“路灯谁来修？”']);

  // Copied with its source.
  await article.focusText();
  await keyboard.press('c');
  await expect(page.getByText('引文已复制')).toBeVisible();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('“她问：“路灯谁来修？””（《竹桥镇修路灯》，第1段）');

  // A selection grows to whole words once that is chosen, and no longer after.
  await keyboard.press('Escape');
  await keyboard.press('w');
  await expect(page.getByText('选词：整词')).toBeVisible();
  await article.dragOver('天路');
  await expect(article.toolbar).toBeVisible();
  await keyboard.press('4');
  await expect
    .poll(() => panel.quotes())
    .toContainEqual(expect.stringMatching(/^(第二)?天路灯$|^二天路灯$/));
  const grown = (await panel.quotes()).at(-1) ?? '';
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(SECOND)];
  expect(words.some(({ index }) => SECOND.startsWith(grown, index))).toBe(true);
  await keyboard.press('Escape');
  await keyboard.press('w');
  await keyboard.press('w');
  await expect(page.getByText('选词：按字')).toBeVisible();
  await article.dragOver('了桥');
  await expect(article.toolbar).toBeVisible();
  await keyboard.press('5');
  await expect.poll(() => panel.quotes()).toContainEqual('了桥');

  // Marks stay on their words in every way of setting them, and punctuation is set as Chinese is.
  await expect(article.text).toHaveCSS('text-align', 'justify');
  await expect(article.paragraphs.first()).toHaveCSS('text-spacing-trim', 'trim-start');
  await page.getByRole('button', { name: '字号与版心' }).click();
  await page.getByText('两端对齐').click();
  await keyboard.press('Escape');
  await expect(article.text).toHaveCSS('text-align', 'start');
  const column = page.getByRole('article', { name: '竹桥镇修路灯' });
  const width = async () => (await column.boundingBox())?.width ?? 0;
  await article.focusText();
  const before = await width();
  for (let step = 0; step < 14; step += 1) await keyboard.press('Alt+-');
  await expect.poll(width).toBeLessThan(before);
  await expect
    .poll(() => article.painted())
    .toMatchObject({ 'zj-red-0': ['她问：“路灯谁来修？”'], 'zj-purple-0': ['了桥'] });
  expect(app.errors).toEqual([]);
});
