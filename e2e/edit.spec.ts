import { z } from 'zod';
import { continued, pages } from './fixtures/pages';
import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { TextEditor } from './pages/text-editor';
import { zhaiji } from './support/cli';
import { composingKey, spell } from './support/compose';
import { storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

const revision = z.object({
  id: z.uuid(),
  number: z.number(),
  articleId: z.uuid(),
  created: z.string(),
  cause: z.enum(['edit', 'restore', 're-import', 'replace']),
  edits: z.array(
    z.object({ start: z.number(), end: z.number(), before: z.string(), text: z.string() }),
  ),
  effects: z.array(
    z.object({
      annotationId: z.uuid(),
      effect: z.enum(['moved', 'adjusted', 'unplaced', 'placed']),
      exact: z.string(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  before: z.object({ text: z.string(), sha256: z.string() }),
});

test('a text is corrected: annotations go with their words, and everything comes back', async ({
  start,
  folder,
}, info) => {
  test.setTimeout(180_000);
  const app = await start(await writeTexts(folder, [single]));
  const reader = new ReaderWindow(app);
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { article, panel, page } = reader;
  const editor = new TextEditor(page);
  await article.highlight('老祠堂', '1');
  await article.highlight('米饭的香味', '2');
  await article.highlight('葛青', '3');
  await article.highlight('算了一笔账', '4');
  const first = { 'zj-yellow-0': ['老祠堂'], 'zj-red-0': ['米饭的香味'], 'zj-green-0': ['葛青'] };
  await expect
    .poll(() => article.painted())
    .toMatchObject({ ...first, 'zj-blue-0': ['算了一笔账'] });

  await article.focusText();
  await editor.open();
  await editor.replace('傍晚五点，', '');
  await editor.replace('的香味', '的清香味');
  await editor.replace('她算了一笔账：', '');
  await editor.replace('她在走访中', '\n');
  await expect(editor.preview).toContainText('2 条批注移动位置');
  await expect(editor.preview).toContainText('1 条批注的文字有变');
  await expect(editor.preview).toContainText('1 条批注会失去位置');
  await page.screenshot({ path: info.outputPath('editor.png') });
  await editor.save();

  const corrected = { ...first, 'zj-red-0': ['米饭的清香味'] };
  await expect.poll(() => article.painted()).toMatchObject(corrected);
  await expect(article.paragraphs).toHaveCount(6);
  await expect(panel.region).toContainText('未定位 (1)');
  await expect(panel.cardOf('算了一笔账').root).toBeVisible();
  await page.screenshot({ path: info.outputPath('corrected.png') });

  await article.focusText();
  await reader.undo();
  await expect
    .poll(() => article.painted())
    .toMatchObject({ ...first, 'zj-blue-0': ['算了一笔账'] });
  await expect(article.paragraphs).toHaveCount(5);
  await reader.redo();
  await expect.poll(() => article.painted()).toMatchObject(corrected);

  // By context first, which offers and does not decide; then by hand.
  await panel.cardOf('算了一笔账').root.getByRole('button', { name: '重新寻找' }).click();
  await expect(panel.region).toContainText('没有找到相似的文字');
  await article.dragOver('请厨师不现实');
  await article.toolbar.waitFor();
  await page.keyboard.press('p');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-blue-0': ['请厨师不现实'] });
  await expect(panel.region).not.toContainText('未定位');
  await reader.undo();
  await expect(panel.region).toContainText('未定位 (1)');

  await editor.openHistory();
  await expect(editor.history.locator('del').first()).toContainText('傍晚五点，');
  await page.screenshot({ path: info.outputPath('history.png') });
  await editor.restore(0);
  await expect(editor.history.getByRole('article')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect
    .poll(() => article.painted())
    .toMatchObject({ ...first, 'zj-blue-0': ['算了一笔账'] });
  await expect(article.text).toContainText('傍晚五点，');
  await reader.undo();
  await expect(panel.region).toContainText('未定位 (1)');
  await expect.poll(() => article.painted()).toMatchObject(corrected);
  expect(await storedRows(page, 'textRevisions')).toHaveLength(1);

  await app.close();
  const later = new ReaderWindow(await start());
  await later.library.open(single.expected[0]?.title ?? '');
  await expect.poll(() => later.article.painted()).toMatchObject(corrected);
  await expect(later.panel.region).toContainText('未定位 (1)');
});

test('a joined text is corrected through an input method; damaged places are mended or offered', async ({
  start,
  folder,
}, info) => {
  test.setTimeout(180_000);
  const texts = pages.map((page) => ({ ...page, expected: [] }));
  const reader = new ReaderWindow(await start(await writeTexts(folder, texts)));
  await reader.imported();
  const { article, panel, page, library } = reader;
  const editor = new TextEditor(page);
  await library.open(continued.title);
  await article.highlight('砌灶的图纸', '1');
  await article.highlight('灶火也不能熄', '2');
  const cdp = await page.context().newCDPSession(page);

  // What the input method takes for itself changes nothing, and its words come once.
  await article.focusText();
  await editor.open();
  await editor.replace('三十位老人', '三十多位');
  await spell(cdp, 'changzhe');
  await composingKey(cdp, 'Enter');
  await composingKey(cdp, 'Escape');
  await cdp.send('Input.insertText', { text: '长者' });
  await expect(editor.text).toHaveValue(/周生起了火，三十多位长者有了热饭吃/);
  await expect(editor.preview).toContainText('2 条批注移动位置');
  await page.screenshot({ path: info.outputPath('composed.png') });
  await page.keyboard.press('Control+Enter');
  await expect(editor.dialog).toBeHidden();
  await expect(article.text).toContainText('三十多位长者有了热饭吃');
  const right = { 'zj-yellow-0': ['砌灶的图纸'], 'zj-red-0': ['灶火也不能熄'] };
  await expect.poll(() => article.painted()).toMatchObject(right);
  // It still knows its files, and its paragraphs theirs.
  const [row] = (await storedRows(page, 'articles')).filter(({ parts }) => parts !== undefined);
  expect(row).toMatchObject({ title: continued.title, partFileIds: { length: 2 } });
  await page.keyboard.press('Escape');

  // Damage past the program: one place is wrong, another is lost.
  await page.evaluate(async () => {
    const finished = (request: IDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('zhaiji');
    await finished(opening);
    const store = opening.result.transaction('annotations', 'readwrite').objectStore('annotations');
    const rows = (await finished(store.getAll())) as {
      exact: string;
      start: number;
      end: number;
    }[];
    for (const each of rows) {
      if (each.exact === '砌灶的图纸') {
        await finished(store.put({ ...each, start: each.start - 9, end: each.end - 9 }));
      } else {
        const exact = '灶火可不能熄';
        await finished(store.put({ ...each, exact, start: 0, end: 6, unplaced: true }));
      }
    }
    opening.result.close();
  });
  await page.reload();
  await library.open(continued.title);
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-yellow-0': ['砌灶的图纸'] });
  const anchors = await storedRows(page, 'annotations');
  const { text } = z
    .object({ text: z.string() })
    .parse((await storedRows(page, 'articleTexts')).find(({ articleId }) => articleId === row?.id));
  expect(anchors.find(({ exact }) => exact === '砌灶的图纸')).toMatchObject({
    start: text.indexOf('砌灶的图纸'),
  });
  const lost = panel.cardOf('灶火可不能熄').root;
  await lost.getByRole('button', { name: '重新寻找' }).click();
  const offered = lost.getByRole('list', { name: '可能的位置' }).getByRole('listitem');
  await expect(offered.first()).toContainText('灶火也不能熄');
  await page.screenshot({ path: info.outputPath('candidates.png') });
  await offered.first().getByRole('button', { name: '放在这里' }).click();
  await expect.poll(() => article.painted()).toMatchObject(right);
  await reader.undo();
  await expect(panel.region).toContainText('未定位 (1)');
  expect(reader.app.errors).toEqual([]);
});

test('the command line corrects a text and keeps its history', async ({ folder, profile }) => {
  test.setTimeout(180_000);
  const [file = ''] = await writeTexts(folder, [single]);
  const imported = await zhaiji(profile, 'import', file, '--json');
  const { articles } = z
    .object({ articles: z.array(z.object({ id: z.string() })) })
    .parse(imported.json[0]);
  const id = articles[0]?.id ?? '';
  const shape = z.object({
    text: z.string(),
    annotations: z.array(z.object({ start: z.number(), exact: z.string(), placed: z.boolean() })),
  });
  const show = async () => shape.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  const { text } = await show();
  const mark = async (words: string) => {
    const start = text.indexOf(words);
    const range = ['--start', `${start}`, '--end', `${start + words.length}`];
    expect((await zhaiji(profile, 'annotate', id, ...range)).code).toBe(0);
  };
  await mark('老祠堂');
  await mark('葛青');
  const at = text.indexOf('老祠堂');
  const range = ['--start', `${at}`, '--end', `${at + 3}`];
  const edit = await zhaiji(profile, 'edit', id, ...range, '--text', '', '--json');
  expect(edit.code).toBe(0);
  const made = revision.parse(edit.json[0]);
  expect(made).toMatchObject({ number: 1, cause: 'edit', before: { text } });
  expect(made.edits).toEqual([{ start: at, end: at + 3, before: '老祠堂', text: '' }]);
  expect(made.effects.map(({ effect, exact }) => [effect, exact]).sort()).toEqual([
    ['moved', '葛青'],
    ['unplaced', '老祠堂'],
  ]);
  expect((await show()).annotations).toMatchObject([
    { exact: '葛青', start: text.indexOf('葛青') - 3, placed: true },
    { exact: '老祠堂', placed: false },
  ]);
  const wrong = await zhaiji(
    profile,
    'edit',
    id,
    '--start',
    '99999',
    '--end',
    '99999',
    '--text',
    '',
  );
  expect(wrong.code).toBe(1);

  const restored = await zhaiji(profile, 'history', id, '--restore', '1', '--json');
  expect(revision.parse(restored.json[0])).toMatchObject({ number: 2, cause: 'restore' });
  const listed = (await zhaiji(profile, 'history', id, '--json')).json;
  expect(listed.map((one) => revision.parse(one).cause)).toEqual(['edit', 'restore']);
  const again = await show();
  expect(again.text).toBe(text);
  expect(again.annotations).toMatchObject([
    { exact: '老祠堂', start: at, placed: true },
    { exact: '葛青', start: text.indexOf('葛青'), placed: true },
  ]);
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({ ok: true });
});
