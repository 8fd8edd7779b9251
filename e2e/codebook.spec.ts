import { magazine } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

test('the codebook is a tree, by keyboard and by drag, and every step is undone', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [magazine])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { codebook, page } = reader;
  await reader.goTo('编码本');
  for (const name of ['公共空间', '居民议事', '设施']) await codebook.create(name);
  await expect(codebook.rows).toHaveText([/公共空间/, /居民议事/, /设施/]);

  await codebook.row('居民议事').getByRole('button').first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(codebook.row('居民议事')).toContainText('第 2 级');
  await codebook.row('公共空间').getByRole('button', { name: '收起「公共空间」' }).click();
  await expect(codebook.rows).toHaveText([/公共空间/, /设施/]);
  await codebook.row('公共空间').getByRole('button', { name: '展开「公共空间」' }).click();

  // The middle of a row takes what is dropped as a sub-tag.
  await codebook.row('公共空间').dragTo(codebook.row('设施'));
  await expect(codebook.rows).toHaveText([/设施/, /公共空间/, /居民议事/]);
  await expect(codebook.row('居民议事')).toContainText('第 3 级');
  // What lies under a tag takes it not.
  await codebook.row('设施').dragTo(codebook.row('居民议事'));
  await expect(codebook.rows).toHaveText([/设施/, /公共空间/, /居民议事/]);
  await reader.undo();
  await expect(codebook.rows).toHaveText([/公共空间/, /居民议事/, /设施/]);

  // A key of its own tags the selected passage; a key that is in use is refused.
  await codebook.choose('居民议事', '快捷键…');
  const keys = page.getByRole('textbox', { name: '快捷键' });
  await keys.press('h');
  await expect(page.getByText(/已被「.*」使用/)).toBeVisible();
  await keys.press('q');
  await page.getByRole('button', { name: '保存' }).click();
  await reader.article.dragOver('风雨廊');
  await reader.article.toolbar.waitFor();
  await page.keyboard.press('q');
  await expect(reader.panel.cardOf('风雨廊').tag('居民议事')).toBeVisible();
  await expect(codebook.row('公共空间')).toContainText('含下级 1 处');

  // An archived tag is not offered any more; its passages stay.
  await codebook.choose('设施', '归档');
  await expect(codebook.row('设施')).toContainText('已归档');
  await reader.article.dragOver('长椅');
  await reader.article.toolbar.waitFor();
  await page.keyboard.press('t');
  await expect(reader.panel.picker.options.filter({ hasText: '居民议事' })).toBeVisible();
  await expect(reader.panel.picker.options.filter({ hasText: '设施' })).toHaveCount(0);
  await reader.panel.picker.put('居民议事');
  await reader.panel.picker.close();

  // Split: one of the two passages goes to a new tag.
  await codebook.choose('居民议事', '拆分');
  const dialog = page.getByRole('dialog', { name: '拆分「居民议事」' });
  await dialog.getByRole('textbox').fill('休憩');
  await dialog
    .getByRole('listitem')
    .filter({ hasText: '长椅' })
    .getByRole('combobox')
    .selectOption('休憩');
  await dialog.getByRole('button', { name: '拆分 1 处' }).click();
  await expect(reader.panel.cardOf('长椅').tag('休憩')).toBeVisible();
  await expect(reader.panel.cardOf('风雨廊').tag('居民议事')).toBeVisible();
  await reader.undo();
  await expect(reader.panel.cardOf('长椅').tag('居民议事')).toBeVisible();
  await expect(codebook.row('休憩')).toHaveCount(0);
  expect(reader.app.errors).toEqual([]);
});
