import { ReaderWindow } from './pages/reader-window';
import { cancelWhenTold } from './support/cancel-progress';
import { storedRows, storeRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const USES = 4500;

test('deleting and merging a tag of very many passages tells how far it is and leaves nothing when cancelled', async ({
  start,
  folder,
}) => {
  test.slow();
  const text = ['青岚镇的走访', '', `　　${'社工到场。'.repeat(USES / 5)}`, ''].join('\n');
  const reader = new ReaderWindow(await start(await writeFiles(folder, [['走访.txt', text]])));
  await reader.imported();
  const { page, codebook } = reader;
  await reader.goTo('编码本');
  await codebook.create('走访');
  await codebook.create('到访');
  const [article] = await storedRows(page, 'articles');
  const tag = (await storedRows(page, 'tags')).find(({ name }) => name === '走访');
  const { created, modified, authorId } = tag ?? {};
  await storeRows(
    page,
    'annotations',
    Array.from({ length: USES }, (_, at) => ({
      id: `many-${String(at).padStart(5, '0')}`,
      ...{ created, modified, authorId, articleId: article?.id, tagIds: [tag?.id] },
      ...{ start: at, end: at + 1, exact: '社', prefix: '', suffix: '', color: 'yellow' },
    })),
  );
  await page.reload();
  await reader.goTo('编码本');
  const uses = codebook.row('走访').filter({ hasText: '4,500 处' });
  await expect(uses).toBeVisible();
  const rows = async () => [
    ...(await storedRows(page, 'annotations')),
    ...(await storedRows(page, 'tags')),
  ];
  const before = await rows();
  const progress = page.getByRole('dialog').filter({ has: page.getByRole('progressbar') });

  await Promise.all([cancelWhenTold(page), codebook.choose('走访', '删除')]);
  await expect(page.getByText('已取消。')).toBeVisible();
  await expect(progress).toHaveCount(0);
  expect(await rows()).toEqual(before);

  await codebook.choose('走访', '删除');
  await expect(progress).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('progress.png') });
  await expect(codebook.row('走访')).toHaveCount(0);
  const without = await rows();
  expect(without.filter(({ tagIds }) => Array.isArray(tagIds) && tagIds.length > 0)).toEqual([]);

  // Taking it back is as long, and is cancelled in the same way.
  await Promise.all([cancelWhenTold(page), reader.undo()]);
  await expect(progress).toHaveCount(0);
  expect(await rows()).toEqual(without);
  await reader.undo();
  await expect(uses).toBeVisible();
  expect(await rows()).toEqual(before);

  await codebook.merge('走访', '到访');
  await expect(codebook.row('到访')).toContainText('4,500 处');
  await expect(codebook.row('走访')).toHaveCount(0);
  await reader.undo();
  await expect(uses).toBeVisible();
  expect(await rows()).toEqual(before);
  expect(reader.app.errors).toEqual([]);
});
