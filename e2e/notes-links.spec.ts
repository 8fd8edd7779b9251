import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { compose, composingKey, spell } from './support/compose';
import { storedNotes, storedRows } from './support/database';
import { readTree } from './support/files';
import { expect, test } from './support/launch';
import { menuOf, openNote } from './support/open-note';

const title = single.expected[0]?.title ?? '';

test('links are made by pinyin, lead there, are shown at both ends and read from Markdown', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(180_000);
  const reader = await openNote(start, folder);
  const { page, panel, notes } = reader;
  const card = panel.cardOf('老祠堂');
  const menu = menuOf(reader);

  // `#` tags the annotation and leaves nothing in the text.
  await page.keyboard.type('祠堂值得再访。#');
  await page.keyboard.insertText('公共空间');
  await menu.getByRole('option', { name: /新建标签/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(card.tag('公共空间')).toBeVisible();
  await expect(card.note.editor).toHaveText('祠堂值得再访。');
  await expect.poll(() => storedNotes(page)).toEqual(['祠堂值得再访。']);

  await reader.goTo('笔记');
  await notes.openArchiveNote();
  const { editor } = notes.archiveNote;
  await notes.archiveNote.type('参见[[ggkj');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await page.screenshot({ path: test.info().outputPath('menu.png') });
  await page.keyboard.press('Enter');
  await page.keyboard.type('与[[');
  await page.keyboard.insertText('老祠');
  await menu.getByRole('option', { name: /老祠堂/ }).click();
  await page.keyboard.type('和[[');
  await page.keyboard.insertText(title.slice(0, 4));
  await menu
    .getByRole('option', { name: /文章|·/ })
    .or(menu.getByRole('option'))
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  // A live quotation through the slash menu, by pinyin.
  await page.keyboard.type('/qrywpd');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await menu.getByRole('option', { name: /老祠堂/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(editor.locator('figure')).toContainText('老祠堂');
  await expect.poll(() => storedNotes(page)).toContain(`参见公共空间与老祠堂和${title}\n老祠堂`);
  const stored = (await storedRows(page, 'notes')).find((row) => row.targetKind === 'archive');
  expect(stored?.links).toEqual([
    expect.stringMatching(/^tag:/),
    expect.stringMatching(/^annotation:/),
    expect.stringMatching(/^article:/),
  ]);

  await page.screenshot({ path: test.info().outputPath('links.png') });
  await page.getByRole('button', { name: '切换明暗' }).click();
  await page.screenshot({ path: test.info().outputPath('links-other-theme.png') });

  // Ctrl+click where it is written; the other end knows of it and leads back.
  await editor.getByRole('link', { name: title }).click({ modifiers: ['Control'] });
  await expect(reader.article.title).toHaveText(title);
  const back = card.root.getByRole('region', { name: '链接到此处' });
  await expect(back).toContainText('档案库笔记');
  await page.screenshot({ path: test.info().outputPath('backlinks.png') });
  await back.getByRole('button').click();
  await expect(editor).toContainText('参见公共空间');

  // The tag and its memo, reached through the link; renaming breaks nothing.
  await editor.getByRole('link', { name: '公共空间' }).click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: /^标签备忘笔记/ }).click();
  const memo = page.getByRole('main').getByRole('textbox', { name: '标签备忘笔记' });
  await memo.click();
  await page.keyboard.insertText('指居民共同使用的地方');
  await expect.poll(() => storedNotes(page)).toContain('指居民共同使用的地方');
  await expect(page.getByRole('region', { name: '链接到此处' }).first()).toContainText('档案库');
  const { codebook } = reader;
  await codebook.back();
  await codebook.rename('公共空间', '共用空间');
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  await expect(editor.getByRole('link', { name: '共用空间' })).toBeVisible();
  // The arrow keys select a link as a whole, and Enter opens it.
  await editor.getByRole('paragraph').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(editor.locator('.ProseMirror-selectednode')).toHaveText(title);
  await page.keyboard.press('Enter');
  await expect(reader.article.title).toHaveText(title);
  await expect.poll(() => storedNotes(page)).toContain(`参见公共空间与老祠堂和${title}\n老祠堂`);
  await reader.app.close();

  const listed = await zhaiji(profile, 'notes', 'list', '--json');
  expect(listed.json).toHaveLength(3);
  const shown = await zhaiji(profile, 'notes', 'show', 'archive', '--json');
  const { markdown } = shown.json[0] as { markdown: string };
  expect(markdown).toContain('](zhaiji:tag/');
  const set = await zhaiji(
    profile,
    'notes',
    'set',
    'archive',
    '--note',
    `${markdown}\n\n再记`,
    '--json',
  );
  expect(set.json[0]).toMatchObject({ plain: expect.stringMatching(/^参见公共空间.*再记$/s) });
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({ ok: true });
  const gone = '见[县志](zhaiji:article/0198c0de-0000-7000-8000-000000000009)。';
  expect((await zhaiji(profile, 'notes', 'set', 'archive', '--note', gone)).code).toBe(0);
  const checked = await zhaiji(profile, 'check', '--json');
  expect(checked.code).toBe(1);
  expect(checked.json[0]).toMatchObject({ problems: [{ kind: 'link-missing' }] });
  expect((await zhaiji(profile, 'notes', 'show', 'none')).code).toBe(1);

  // An annotation that is not on its words is told as well, by its id.
  expect((await zhaiji(profile, 'notes', 'set', 'archive', '--note', '')).code).toBe(0);
  const damaged = await start();
  const [row] = await storedRows(damaged.page, 'annotations');
  await damaged.page.evaluate(
    (wrong) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zhaiji');
        request.onsuccess = () => {
          const writing = request.result.transaction('annotations', 'readwrite');
          writing.objectStore('annotations').put(wrong);
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    { ...row, start: Number(row?.start) + 1, end: Number(row?.end) + 1 },
  );
  await damaged.close();
  const anchors = await zhaiji(profile, 'check', '--json');
  expect(anchors.code).toBe(1);
  expect(anchors.json[0]).toMatchObject({ problems: [{ kind: 'anchor', id: row?.id }] });
});

test('an input method’s keys do nothing in the lists, and its words come once', async ({
  start,
  folder,
}) => {
  const reader = await openNote(start, folder);
  const { page } = reader;
  const { editor } = reader.panel.cardOf('老祠堂').note;
  const menu = menuOf(reader);
  const cdp = await page.context().newCDPSession(page);

  await page.keyboard.type('[[');
  await menu.waitFor();
  await spell(cdp, 'laocitang');
  for (const key of ['Enter', 'ArrowDown', 'Escape']) await composingKey(cdp, key);
  await expect(editor).toContainText('[[laocitang');
  await cdp.send('Input.insertText', { text: '老祠堂' });
  await expect(editor).toHaveText('[[老祠堂');
  await menu
    .getByRole('option', { name: /老祠堂/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('link', { name: '老祠堂' })).toBeVisible();
  await compose(cdp, 'hen', '很好');
  await expect(editor).toHaveText('老祠堂很好');

  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await menu.waitFor();
  await compose(cdp, 'biaoge', '表格');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(editor).toBeFocused();
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Backspace');

  await page.keyboard.type('#');
  await compose(cdp, 'xieshang', '协商');
  await menu.getByRole('option', { name: /协商/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(reader.panel.cardOf('老祠堂').tag('协商')).toBeVisible();

  // Killed in mid-typing, half a second after the last word.
  await compose(cdp, 'gongtong', '共同');
  await expect.poll(() => storedNotes(page), { timeout: 1500 }).toEqual(['老祠堂很好\n共同']);
  await reader.app.kill();
  const again = new ReaderWindow(await start());
  await again.library.open(title);
  await expect(again.panel.cardOf('老祠堂').root).toContainText('共同');
});

test('pictures are pasted and dropped, kept, exported, and cleared away when unused', async ({
  start,
  folder,
  profile,
}) => {
  const reader = await openNote(start, folder);
  const { note, root } = reader.panel.cardOf('老祠堂');
  const give = (how: 'paste' | 'drop', size: number) =>
    note.editor.evaluate(
      async (editor, [event, width]) => {
        const canvas = new OffscreenCanvas(width, width / 2);
        const context = canvas.getContext('2d');
        if (context !== null) context.fillRect(0, 0, width / 2, width / 2);
        const blob = await canvas.convertToBlob({ type: 'image/png' });
        const data = new DataTransfer();
        data.items.add(new File([blob], '图.png', { type: 'image/png' }));
        const { left, bottom } = editor.getBoundingClientRect();
        const at = { clientX: left + 4, clientY: bottom - 4, cancelable: true, bubbles: true };
        editor.dispatchEvent(
          event === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
            : new DragEvent('drop', { dataTransfer: data, ...at }),
        );
      },
      [how, size] as const,
    );
  await give('paste', 3000);
  const picture = root.getByRole('img', { name: '笔记里的图片' }).first();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2000);
  await expect.poll(() => storedRows(reader.page, 'notes')).toHaveLength(1);
  await give('drop', 300);
  await expect(root.getByRole('img', { name: '笔记里的图片' })).toHaveCount(2);
  await note.leave();
  await expect(picture).toBeVisible();
  await reader.page.screenshot({ path: test.info().outputPath('picture.png') });
  const stored = await storedRows(reader.page, 'images');
  const large = stored.find(({ width }) => width === 2000);
  expect(stored).toHaveLength(2);
  expect(large).toMatchObject({ type: 'image/png', height: 1000 });

  // A picture of last year that nothing shows goes at the next start; the others stay.
  await reader.page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zhaiji');
        request.onsuccess = () => {
          const writing = request.result.transaction('images', 'readwrite');
          for (const row of rows) writing.objectStore('images').put(row);
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    [...stored, { ...stored[0], id: 'unused', sha256: 'unused' }].map((row) => ({
      ...row,
      created: '2020-01-01T00:00:00.000Z',
    })),
  );
  await reader.app.close();
  const again = new ReaderWindow(await start());
  await again.library.open(title);
  const ids = async () => (await storedRows(again.page, 'images')).map(({ id }) => id).sort();
  await expect.poll(ids).toEqual(stored.map(({ id }) => id).sort());

  // Markdown carries it, as a file that the note's place links to.
  await again.app.close();
  const out = path.join(folder, 'out');
  const exported = await zhaiji(profile, 'export', 'markdown', out, '--json');
  expect(exported.code).toBe(0);
  const file = `图片/${String(large?.sha256).slice(0, 16)}.png`;
  const { width, height } = pngSize(await readFile(path.join(out, file)));
  expect([width, height]).toEqual([2000, 1000]);
  const files = await readTree(out);
  expect(files.get(`文章/${title}.md`)).toContain(`![图](../${file})`);
});

/** Pixels, as the PNG's header has them. */
function pngSize(bytes: Buffer): { width: number; height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
