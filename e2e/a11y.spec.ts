import { magazine } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { seriousFindings } from './support/axe';
import { storedNotes } from './support/database';
import { answerDialogs, writeTexts } from './support/files';
import { expect, test } from './support/launch';

test.setTimeout(120_000);

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has serious findings in the ${theme} theme`, async ({ start, folder }) => {
    const reader = new ReaderWindow(await start());
    const { page, report, library, article, panel, search, notes, codebook, exporting } = reader;
    const { keyboard } = page;
    const check = async (screen: string) => {
      expect.soft(await seriousFindings(page), screen).toEqual([]);
    };
    await reader.useTheme(theme);
    await check('welcome');

    await page.getByRole('button', { name: '打开示例档案库' }).click();
    await expect(report.summary).toBeVisible();
    await check('report of an import');
    await report.finish();

    await library.rows.first().click();
    await article.focusText();
    for (const key of ['1', '2', '3', '4', '5']) {
      await keyboard.press('j');
      await keyboard.press(key);
    }
    await expect(panel.cards).toHaveCount(5);
    await keyboard.press('t');
    await panel.picker.put('社区治理');
    await check('reader with the tag picker');
    await panel.picker.close();
    await keyboard.press('n');
    await expect(page.getByRole('textbox', { name: '笔记', exact: true })).toBeFocused();
    await keyboard.type('# 要点');
    await keyboard.press('Enter');
    await keyboard.type('[ ] 核对原文');
    await check('reader with a note being written');
    await expect.poll(() => storedNotes(page)).toEqual([expect.stringContaining('核对原文')]);
    await keyboard.press('Escape');
    await check('library and reader with annotations');
    await article.focusText();
    await keyboard.press('v');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Enter');
    await expect(article.toolbar).toBeVisible();
    await check('reader with a selection');
    await keyboard.press('Escape');

    await search.open();
    await search.type('社区');
    await expect(search.hits.first()).toBeVisible();
    await keyboard.press('Enter');
    await check('search with results');
    await page.getByRole('button', { name: '按来源、年份、标签、类型筛选' }).click();
    await expect(page.getByRole('region', { name: '按来源、年份、标签、类型筛选' })).toBeVisible();
    await check('search with facets');
    await page.getByRole('button', { name: '按来源、年份、标签、类型筛选' }).click();
    await page.keyboard.press('Control+Shift+K');
    await expect(page.getByRole('listbox', { name: '语境索引的各行' })).toBeFocused();
    await page.keyboard.press('Space');
    await check('concordance');
    await search.type('查无此词');
    await expect(page.getByText('没有找到')).toBeVisible();
    await check('search without results');

    await reader.goTo('编码本');
    await expect(codebook.rows).toHaveCount(1);
    await check('codebook');
    await codebook.open('社区治理');
    await expect(codebook.passages('社区治理')).toHaveCount(1);
    await check('codebook with a tag open');

    await reader.goTo('笔记');
    await expect(notes.rows).toHaveCount(1);
    await check('notes');
    await notes.openArchiveNote();
    await check('note on the archive');

    await reader.goTo('设置');
    await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
    await check('settings');

    await keyboard.press('Control+Shift+E');
    await expect(exporting.begin).toBeVisible();
    await check('export');
    await keyboard.press('Escape');
    await expect(exporting.dialog).toHaveCount(0);
    await keyboard.press('Control+k');
    await reader.palette.getByRole('combobox').fill('社');
    await expect(reader.palette.getByRole('option').first()).toBeVisible();
    await check('palette');
    await keyboard.press('Escape');
    await expect(reader.palette).toHaveCount(0);
    await keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    await check('shortcuts');
    await keyboard.press('Escape');

    await answerDialogs(reader.app.electron, await writeTexts(folder, [magazine]));
    await keyboard.press('Control+o');
    await expect(reader.review.rows.first()).toBeVisible();
    await check('review of an import');
  });
}
