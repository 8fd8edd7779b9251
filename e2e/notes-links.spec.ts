import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { compose, composingKey, spell } from './support/compose';
import { storedNotes, storedRows } from './support/database';
import { readTree, writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

const title = single.expected[0]?.title ?? '';

/** The window with an annotation whose note is being written. */
async function openNote(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  await reader.article.dragOver('老祠堂');
  await reader.article.toolbar.waitFor();
  await reader.page.keyboard.press('n');
  await expect(reader.panel.cardOf('老祠堂').note.editor).toBeFocused();
  return reader;
}

const menuOf = (reader: ReaderWindow) => reader.page.getByRole('listbox', { name: '可插入的内容' });

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

test('templates, footnotes, earlier versions, and reading all notes in order', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const reader = await openNote(start, folder);
  const { page, notes, panel } = reader;
  const { note } = panel.cardOf('老祠堂');
  await page.keyboard.type('初稿');
  await note.leave();
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  const { editor, toolbar } = notes.archiveNote;
  await page.getByRole('button', { name: '阅读摘要' }).click();
  await expect(editor.getByRole('heading', { name: '研究问题' })).toBeVisible();
  await expect(editor).toBeFocused();

  await page.keyboard.type('有据可查/');
  await expect(menuOf(reader)).toBeHidden();
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' /footnote');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '脚注文字' }).fill('见县志卷三');
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('note', { name: '脚注：见县志卷三' })).toBeVisible();
  await expect.poll(() => storedNotes(page)).toContainEqual(expect.stringContaining('见县志卷三'));
  await page.screenshot({ path: test.info().outputPath('template.png') });

  // Kept under another name, then used from the slash menu elsewhere.
  const openMore = async (entry: string) => {
    await toolbar.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await openMore('笔记模板');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '把这篇笔记存为新模板' }).fill('县志摘要');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: '删除模板「县志摘要」' })).toBeVisible();
  // Only looked at, the form that comes along stays as it is.
  await dialog.getByRole('button', { name: '编辑模板「阅读摘要」' }).click();
  await expect(dialog.getByRole('textbox', { name: '模板内容' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: '删除模板「县志摘要」' })).toBeVisible();
  expect((await storedRows(page, 'noteTemplates')).map(({ name }) => name)).toEqual(['县志摘要']);
  await dialog.getByRole('button', { name: '删除模板「阅读摘要」' }).click();
  await expect(dialog.getByRole('button', { name: /^删除模板/ })).toHaveCount(1);
  await page.screenshot({ path: test.info().outputPath('templates.png') });

  // Written by itself, under another name, as one step of undo.
  await dialog.getByRole('button', { name: '编辑模板「县志摘要」' }).click();
  const form = dialog.getByRole('textbox', { name: '模板内容' });
  await expect(form).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('# 版本');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/task');
  await menuOf(reader).getByRole('option', { name: '任务列表' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(form).toBeFocused();
  await dialog.getByRole('textbox', { name: '模板名称' }).fill('方志摘要');
  const templates = async () =>
    (await storedRows(page, 'noteTemplates')).map(({ name, doc }) => [name, JSON.stringify(doc)]);
  await expect
    .poll(templates)
    .toContainEqual(['方志摘要', expect.stringMatching(/县志卷三.*版本.*task/)]);
  await page.screenshot({ path: test.info().outputPath('template-editor.png') });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await reader.undo();
  await expect.poll(templates).toContainEqual(['县志摘要', expect.not.stringContaining('版本')]);
  await reader.redo();

  // A new one, from anywhere; with no words at all nothing is kept.
  await reader.viaPalette('笔记模板');
  await expect(dialog.getByText('方志摘要')).toBeVisible();
  await dialog.getByRole('button', { name: '新建模板' }).click();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(dialog.getByRole('button', { name: /^编辑模板/ })).toHaveCount(1);
  await dialog.getByRole('button', { name: '新建模板' }).click();
  await page.keyboard.type('访谈');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## 受访者');
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(dialog.getByRole('button', { name: '编辑模板「访谈」' })).toBeVisible();
  // Escape leads back to the list, and from there away.
  await dialog.getByRole('button', { name: '编辑模板「访谈」' }).click();
  await expect(form).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '笔记模板' }).click();
  await dialog.getByRole('button', { name: '删除模板「访谈」' }).click();
  await expect(dialog.getByText('访谈')).toBeHidden();
  await page.keyboard.press('Escape');
  await reader.undo();
  await expect.poll(templates).toContainEqual(['访谈', expect.stringContaining('受访者')]);

  // What goes is kept as a version, and comes back.
  await editor.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('全改了');
  await expect.poll(() => storedNotes(page)).toContain('全改了');
  await openMore('历史版本');
  await expect(dialog.getByRole('region', { name: '与现在的差别' })).toContainText('见县志卷三');
  await page.screenshot({ path: test.info().outputPath('versions.png') });
  await dialog.getByRole('button', { name: '恢复这个版本' }).click();
  await expect(editor.getByRole('heading', { name: '研究问题' })).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect(editor).toHaveText('全改了');

  await page.getByRole('combobox', { name: '类别' }).selectOption('文章');
  await expect(page.getByText('没有符合筛选的笔记。')).toBeVisible();
  await page.getByRole('combobox', { name: '类别' }).selectOption('片段');
  await page.getByRole('button', { name: '下一篇笔记' }).click();
  await expect(reader.article.title).toHaveText(title);
  await page.screenshot({ path: test.info().outputPath('all-notes.png') });
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
