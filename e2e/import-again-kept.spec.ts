import { CLIPPING } from './fixtures/clipping';
import { ReaderWindow } from './pages/reader-window';
import { storedState } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** What was written on articles that change places with one another when their file is read again. */

const FIRST = '柳堤社区办起夜间课堂';
/** The last paragraph of the first article begins with it, on line 7; the second title is on line 11. */
const MOVES = '家长们轮流值班';

const AGAIN = '用其他读法重新导入';

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
