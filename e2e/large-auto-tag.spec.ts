import { ReaderWindow } from './pages/reader-window';
import { cancelWhenTold } from './support/cancel-progress';
import { storedRows, storeRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** Of each of the articles. */
const HITS = 1500;

test('very many places are tagged at once, none when that is cancelled, and one undo takes all back', async ({
  start,
  folder,
}) => {
  test.slow();
  const text = (place: string) =>
    [`${place}的走访`, '', `　　${'社工到场。'.repeat(HITS)}`, ''].join('\n');
  const files = await writeFiles(folder, [
    ['青岚.txt', text('青岚镇')],
    ['云汀.txt', text('云汀镇')],
  ]);
  const reader = new ReaderWindow(await start(files));
  await reader.imported();
  const { page, codebook } = reader;
  await reader.goTo('编码本');
  await codebook.create('走访');
  await codebook.create('早有');
  const [article] = await storedRows(page, 'articles');
  const [words] = await storedRows(page, 'articleTexts');
  const other = (await storedRows(page, 'tags')).find(({ name }) => name === '早有');
  const { created, modified, authorId } = other ?? {};
  const at = String(words?.text).indexOf('社工');
  await storeRows(page, 'annotations', [
    {
      ...{ id: 'before', created, modified, authorId, articleId: article?.id },
      ...{ start: at, end: at + 2, exact: '社工', prefix: '', suffix: '', color: 'yellow' },
      tagIds: [other?.id],
    },
  ]);
  await page.reload();
  await reader.goTo('编码本');
  const before = await storedRows(page, 'annotations');

  const auto = page.getByRole('dialog', { name: '按检索结果自动加标签' });
  await page.getByRole('button', { name: '编码本的操作' }).click();
  await page.getByRole('menuitem', { name: '按检索结果自动加标签' }).click();
  await auto.getByRole('textbox', { name: '检索' }).fill('社工');
  await auto.getByRole('button', { name: '选择标签' }).click();
  await page.getByRole('option', { name: '走访' }).click();
  await auto.getByText('所检索的字词').click();
  await auto.getByRole('button', { name: '查找' }).click();
  const act = auto.getByRole('button', { name: /给 3,?000 处加标签/ });
  await expect(act).toBeVisible({ timeout: 30_000 });

  await Promise.all([cancelWhenTold(page), act.click()]);
  await expect(auto.getByText('已取消。')).toBeVisible();
  expect(await storedRows(page, 'annotations')).toEqual(before);

  await act.click();
  await expect(auto).toHaveCount(0, { timeout: 30_000 });
  await expect(codebook.row('走访')).toContainText('3,000 处');
  const tag = (await storedRows(page, 'tags')).find(({ name }) => name === '走访');
  const after = await storedRows(page, 'annotations');
  expect(after).toHaveLength(2 * HITS);
  expect(after.find(({ id }) => id === 'before')?.tagIds).toEqual([other?.id, tag?.id]);
  expect(new Set(after.map(({ articleId, start }) => `${articleId} ${start}`)).size).toBe(2 * HITS);
  expect(after.every(({ exact }) => exact === '社工')).toBe(true);
  await reader.undo();
  await expect.poll(() => storedRows(page, 'annotations')).toEqual(before);
});
