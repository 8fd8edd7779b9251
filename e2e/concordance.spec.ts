import path from 'node:path';
import { magazine, manyArticles, single } from './fixtures/texts';
import { Concordance } from './pages/concordance';
import { TextEditor } from './pages/text-editor';
import { storedNotes } from './support/database';
import { answerDialogs, readTree } from './support/files';
import { expect, type Start, test } from './support/launch';
import { openTexts } from './support/open-texts';

const texts = [magazine, single];
const [, stools] = magazine.expected;
if (stools === undefined) throw new Error('The fixture has this article');

async function openConcordance(start: Start, folder: string, query: string) {
  const reader = await openTexts(start, folder, texts);
  await reader.search.open();
  await reader.search.type(query);
  await expect(reader.search.hits.first()).toContainText(query);
  const concordance = new Concordance(reader.page);
  await concordance.open();
  await expect(concordance.lines.first()).toContainText(query);
  return { reader, concordance };
}

function total(phrase: string): number {
  return texts.reduce((sum, { text }) => sum + text.split(phrase).length - 1, 0);
}

test('every place stands in the table, in the order that is asked for', async ({
  start,
  folder,
}) => {
  const { reader, concordance } = await openConcordance(start, folder, '社工');
  await expect(concordance.lines.first()).toHaveAttribute('aria-setsize', String(total('社工')));
  await concordance.sortBy('右 1');
  await reader.page.getByText('字', { exact: true }).first().click();
  await expect
    .poll(async () => {
      const rights = (await concordance.words()).map(([, , right]) => right?.charAt(0) ?? '');
      const collator = new Intl.Collator('zh-CN');
      const letters = rights.filter((right) => /\p{L}/u.test(right));
      return letters.join('') === [...letters].sort(collator.compare).join('');
    })
    .toBe(true);
  for (const [, match] of await concordance.words()) expect(match).toBe('社工');

  // Less on each side.
  const before = (await concordance.words())[0]?.[2]?.length ?? 0;
  await reader.page.getByRole('textbox', { name: '每侧' }).fill('5');
  await reader.page.keyboard.press('Enter');
  await expect.poll(async () => (await concordance.words())[0]?.[2]?.length).toBeLessThan(before);
});

test('lines are put into the order of days and of outlets', async ({ start, folder }) => {
  const many = manyArticles(24);
  const facts = new Map(
    many.flatMap(({ expected }) => expected.map((article) => [article.title, article] as const)),
  );
  const reader = await openTexts(start, folder, many);
  await reader.search.open();
  await reader.search.type('居民');
  await expect(reader.search.hits.first()).toContainText('居民');
  const concordance = new Concordance(reader.page);
  await concordance.open();
  await expect(concordance.lines.first()).toContainText('居民');
  /** Of the lines in view, from the first on. */
  const shown = async () =>
    (await concordance.sources()).map(
      (source) => [...facts.values()].find(({ title }) => source.includes(title)) ?? null,
    );

  await concordance.sortBy('日期');
  await expect
    .poll(async () => {
      const dates = (await shown()).map((article) => article?.date ?? '?');
      return dates.length > 10 && dates.join() === [...dates].sort().join();
    })
    .toBe(true);
  const first = [...facts.values()].map(({ date }) => date).sort()[0];
  expect((await shown())[0]?.date).toBe(first);

  await concordance.sortBy('来源');
  const collator = new Intl.Collator('zh-CN');
  await expect
    .poll(async () => {
      const outlets = (await shown()).map((article) => article?.outlet ?? '?');
      return outlets.length > 10 && outlets.join() === [...outlets].sort(collator.compare).join();
    })
    .toBe(true);
  // Of one outlet by day.
  await concordance.sortBy('日期', 2);
  await expect
    .poll(async () => {
      const lines = await shown();
      const own = lines.filter((article) => article?.outlet === lines[0]?.outlet);
      const dates = own.map((article) => article?.date ?? '?');
      return dates.length > 1 && dates.join() === [...dates].sort().join();
    })
    .toBe(true);
});

test('Enter leads to the place, and back to the same line', async ({ start, folder }) => {
  const { reader, concordance } = await openConcordance(start, folder, '板凳调解室');
  await expect(concordance.table).toBeFocused();
  await reader.page.keyboard.press('ArrowDown');
  await reader.page.keyboard.press('Enter');
  await expect(reader.article.title).toHaveText(stools.title);
  await expect.poll(() => reader.article.painted()).toMatchObject({ 'zj-match': ['板凳调解室'] });
  await reader.page.keyboard.press('Alt+ArrowLeft');
  await expect(concordance.table).toHaveAttribute('aria-activedescendant', /-1$/);
});

test('several lines are tagged and noted, each as one step', async ({ start, folder }) => {
  const { reader, concordance } = await openConcordance(start, folder, '社工');
  const { page } = reader;
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(concordance.status).toHaveText('已选 3 行');
  await concordance.region.getByRole('button', { name: '加标签' }).click();
  await page.getByRole('combobox', { name: '选择标签' }).fill('行动者');
  await page.keyboard.press('Enter');
  await expect(reader.toasts.filter({ hasText: '给 3 处自动加标签' })).toBeVisible();

  await concordance.region.getByRole('button', { name: '写笔记' }).click();
  await page.getByRole('textbox', { name: '给所选各处写同一条笔记' }).fill('谁在**行动**');
  await page.getByRole('button', { name: '写到 3 处' }).click();
  await expect.poll(() => storedNotes(page)).toEqual(['谁在行动', '谁在行动', '谁在行动']);
  await reader.undo();
  await expect.poll(() => storedNotes(page)).toEqual([]);
});

test('lines that were chosen are let go when others take their numbers', async ({
  start,
  folder,
}) => {
  const { reader, concordance } = await openConcordance(start, folder, '板凳调解室');
  const { page, article } = reader;
  const { lines, status, table } = concordance;
  const all = await lines.first().getAttribute('aria-setsize');
  // As many places as before, but one of them stands elsewhere.
  await page.keyboard.press('Enter');
  await expect(article.title).toHaveText(stools.title);
  const editor = new TextEditor(page);
  await article.focusText();
  await editor.open();
  await editor.replace('板凳调解室', '※板凳调解室');
  await editor.save();
  await concordance.open();
  // The lines are those of the corrected text before any is chosen.
  const lefts = async () => (await concordance.words()).map(([left = '']) => left.trim());
  await expect.poll(async () => (await lefts()).some((left) => left.endsWith('※'))).toBe(true);
  await expect(lines.first()).toHaveAttribute('aria-setsize', all ?? '');
  await table.focus();
  await page.keyboard.press('Control+a');
  await expect(status).toHaveText(`已选 ${all} 行`);
  await reader.undo();
  await expect(status).toHaveText(/^共/);
  await expect(lines.first()).toHaveAttribute('aria-setsize', all ?? '');
});

test('chosen lines are copied as they stand', async ({ start, folder }) => {
  const { reader, concordance } = await openConcordance(start, folder, '社工');
  const { page, app } = reader;
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(concordance.status).toHaveText('已选 2 行');
  const chosen = (await concordance.words()).slice(0, 2);
  await concordance.region.getByRole('button', { name: '复制' }).click();
  await expect(page.getByText(/已复制 2 行/)).toBeVisible();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  const lines = copied.trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const [index, [left = '', match = '', right = '']] of chosen.entries()) {
    expect(lines[index]).toContain(match);
    expect(lines[index]).toContain(left.trim().slice(-4));
    expect(lines[index]).toContain(right.trim().slice(0, 4));
  }
});

test('it is exported as CSV, XLSX and Markdown', async ({ start, folder }) => {
  const { reader, concordance } = await openConcordance(start, folder, '社工');
  const out = path.join(folder, 'out');
  for (const [format, ending] of [
    ['CSV', 'csv'],
    ['Excel', 'xlsx'],
    ['Markdown', 'md'],
  ] as const) {
    await answerDialogs(reader.app.electron, [out]);
    await concordance.export(format);
    await expect(reader.page.getByText(`语境索引 社工.${ending}`)).toBeVisible();
  }
  const files = await readTree(out);
  expect([...files.keys()].sort()).toEqual([
    '语境索引 社工.csv',
    '语境索引 社工.md',
    '语境索引 社工.xlsx',
  ]);
  const csv = files.get('语境索引 社工.csv') ?? '';
  expect(csv.trim().split('\r\n').length).toBe(total('社工') + 1);
  expect(files.get('语境索引 社工.md')?.match(/\*\*社工\*\*/g)?.length).toBe(total('社工'));
  expect(files.get('语境索引 社工.xlsx')?.slice(0, 2)).toBe('PK');
});
