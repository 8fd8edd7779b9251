import { CLIPPING } from './fixtures/clipping';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

test('an imported file is read again with other settings and keeps its annotations', async ({
  start,
  folder,
  profile,
}) => {
  const [file = ''] = await writeFiles(folder, [['剪报.txt', CLIPPING]]);
  const reader = new ReaderWindow(await start([file]));
  await reader.imported();
  await reader.library.open('石盘乡的信箱');
  await reader.article.highlight('一只绿色信箱');
  await reader.library.open('柳堤社区办起夜间课堂');
  await reader.article.highlight('却让一栋楼的人认识了', '3');

  await reader.library.choose('用其他读法重新导入');
  await reader.review.setSwitch('整个文件是一篇文章', true);
  await expect(reader.review.summary).toContainText('1 篇文章');
  await reader.review.acceptAll();
  await reader.report.finish();
  await expect(reader.library.rows).toHaveCount(1);
  await reader.library.open('柳堤社区办起夜间课堂');
  await expect.poll(() => reader.panel.quotes()).toEqual(['却让一栋楼的人认识了', '一只绿色信箱']);
  await expect
    .poll(() => reader.article.painted())
    .toMatchObject({ 'zj-green-0': ['却让一栋楼的人认识了'], 'zj-yellow-0': ['一只绿色信箱'] });

  // As one step it goes back.
  await reader.undo();
  await expect(reader.library.rows).toHaveCount(2);
  await reader.library.open('石盘乡的信箱');
  await expect.poll(() => reader.panel.quotes()).toEqual(['一只绿色信箱']);
  await reader.app.close();

  // And by the command line, to the same end.
  const listed = await zhaiji(profile, 'list', '--json');
  const id = String(Reflect.get(Object(listed.json[0]), 'id'));
  const again = await zhaiji(profile, 'reimport', id, '--single', '--json');
  expect(again.json).toMatchObject([{ status: 'imported', placed: 2, unplaced: 0 }]);
  // The history keeps the text that was there before, and tells where each annotation went.
  const [kept] = (await zhaiji(profile, 'list', '--json')).json;
  const history = await zhaiji(
    profile,
    'history',
    String(Reflect.get(Object(kept), 'id')),
    '--json',
  );
  expect(history.json).toMatchObject([
    {
      number: 1,
      cause: 're-import',
      before: { text: expect.stringContaining('却让一栋楼的人认识了') },
      effects: expect.arrayContaining([
        expect.objectContaining({ effect: 'moved', exact: '一只绿色信箱' }),
      ]),
    },
  ]);
  expect((await zhaiji(profile, 'check', '--json')).json).toMatchObject([
    { ok: true, articles: 1, annotations: 2 },
  ]);
});
