import { z } from 'zod';
import { CLIPPING } from './fixtures/clipping';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedState } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** What was written on articles that change places with one another when their file is read again. */

const FIRST = '柳堤社区办起夜间课堂';
const SECOND = '石盘乡的信箱';
/** The last paragraph of the first article begins with it, on line 7; the second title is on line 11. */
const MOVES = '家长们轮流值班';
const STAYS = '石盘乡在村口挂了';

const AGAIN = '用其他读法重新导入';
const listed = z.array(z.object({ id: z.string(), title: z.string() }));

test('a passage that comes to a new article goes back with its note when that is undone', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeFiles(folder, [['剪报.txt', CLIPPING]])));
  const { review, library, article, panel } = reader;
  await reader.imported();
  await library.open(FIRST);
  await article.highlight(MOVES);
  await panel.card(MOVES).note.begin();
  await panel.card(MOVES).note.type('谁来排班？');
  await panel.card(MOVES).note.leave();
  const before = await storedState(reader.page);

  await library.choose(AGAIN);
  await review.chooseLine(7);
  await review.press('s');
  await review.acceptAll();
  await reader.report.finish();
  await expect(library.rows).toHaveCount(3);
  const after = await storedState(reader.page);
  await reader.undo();
  await expect.poll(() => storedState(reader.page)).toEqual(before);
  await reader.redo();
  await expect.poll(() => storedState(reader.page)).toEqual(after);
});

test('a passage that comes to the article after it is still on its words', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeFiles(folder, [['剪报.txt', CLIPPING]])));
  const { review, library, article, panel } = reader;
  await reader.imported();
  await library.open(FIRST);
  await article.highlight(MOVES);
  await library.open(SECOND);
  await article.highlight(STAYS, '2');

  await library.choose(AGAIN);
  await review.chooseLine(7);
  await review.press('s');
  await review.chooseLine(11);
  await review.press('2');
  await expect(review.summary).toContainText('2 篇文章');
  await review.acceptAll();
  await reader.report.finish();
  await expect(library.rows).toHaveCount(2);
  await library.rows.nth(1).click();
  await expect.poll(() => panel.quotes()).toEqual([MOVES, STAYS]);
  await expect
    .poll(() => article.painted())
    .toMatchObject({ 'zj-yellow-0': [MOVES], 'zj-red-0': [STAYS] });
});

test('links to an article that is part of another now lead there, and its corrected text is kept', async ({
  folder,
  profile,
}) => {
  const [file = ''] = await writeFiles(folder, [['剪报.txt', CLIPPING]]);
  await zhaiji(profile, 'import', '--json', file);
  const list = listed.parse((await zhaiji(profile, 'list', '--json')).json);
  const idOf = (title: string) => list.find((each) => each.title === title)?.id ?? '';
  const [first, second] = [idOf(FIRST), idOf(SECOND)];
  await zhaiji(profile, 'notes', 'set', 'archive', '--note', `见[信箱](zhaiji:article/${second})`);
  const range = ['--start', '0', '--end', '3', '--text', '三石乡'];
  expect((await zhaiji(profile, 'edit', second, ...range)).code).toBe(0);

  expect((await zhaiji(profile, 'reimport', first, '--single', '--json')).code).toBe(0);
  const note = (await zhaiji(profile, 'notes', 'show', 'archive', '--json')).stdout;
  expect(note).toContain(`zhaiji:article/${first}`);
  expect(note).not.toContain(second);
  const history = (await zhaiji(profile, 'history', first, '--json')).json;
  expect(history).toMatchObject([
    { cause: 're-import', before: { text: expect.stringMatching(/^三石乡在村口/) } },
    { cause: 're-import', before: { text: expect.stringContaining(MOVES) } },
  ]);
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({ ok: true });
});
