import { single } from './fixtures/texts';
import { storedNotes, storedRows } from './support/database';
import { expect, test } from './support/launch';
import { menuOf, openNote } from './support/open-note';

const title = single.expected[0]?.title ?? '';

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
  await expect(dialog).toBeHidden();
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
  await page.getByRole('combobox', { name: '类别' }).selectOption('全部');
  await page.getByRole('textbox', { name: '筛选笔记' }).fill('初稿');
  await expect(notes.rows).toHaveText([/初稿/]);
  await page.getByRole('textbox', { name: '筛选笔记' }).fill('没有这样的话');
  await expect(page.getByText('没有符合筛选的笔记。')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('combobox', { name: '类别' }).selectOption('片段');
  await page.getByRole('button', { name: '下一篇笔记' }).click();
  await expect(reader.article.title).toHaveText(title);
  await page.screenshot({ path: test.info().outputPath('all-notes.png') });
});
