import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { seriousFindings } from './support/axe';
import { storedNotes, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

const [article] = single.expected;
if (article === undefined) throw new Error('The fixture has an article');
const [first = ''] = article.body;

test('tags and notes stand in the margin, and the ends of a highlight are dragged', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { article: shown, panel, page } = reader;
  const words = first.slice(4, 10);
  const rail = page.getByRole('group', { name: '边注', exact: true });

  await shown.highlight(words, '4');
  await page.keyboard.press('t');
  await panel.picker.put('地点');
  await panel.picker.close();
  const { note } = panel.cardOf(words);
  await note.begin();
  await note.type('此处与旧志不合');
  await note.leave();
  await expect.poll(() => storedNotes(page)).toEqual(['此处与旧志不合']);
  // Signs alone where the column leaves no room.
  const entry = rail.getByRole('button', { name: '地点 — 此处与旧志不合' });
  await expect(entry).toBeVisible();
  await expect(entry).toHaveText('');
  // Words where it does; at the line of their passage.
  await page.keyboard.press('Escape');
  await shown.focusText();
  await reader.app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1560, 900),
  );
  for (let step = 0; step < 2; step += 1) await reader.viaPalette('收窄版心');
  await expect(entry).toHaveText('地点此处与旧志不合');
  const line = await shown.paragraphs.filter({ hasText: words }).first().boundingBox();
  const box = await entry.boundingBox();
  expect(Math.abs((box?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(line?.height ?? 0);
  expect(box?.x ?? 0).toBeGreaterThan((line?.x ?? 0) + (line?.width ?? 0));
  await shown.focusText();
  await page.keyboard.press('Escape');
  await expect(entry).toHaveAttribute('aria-current', 'false');
  await entry.click();
  await expect(entry).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => shown.painted()).toMatchObject({ 'zj-selected': [words] });
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/marks-rail-light.png' });
  await reader.useTheme('dark');
  expect(await seriousFindings(page), 'rail and strip, dark').toEqual([]);
  await page.screenshot({ path: 'test-results/marks-rail-dark.png' });
  await reader.useTheme('light');

  // The end is dragged two characters on: shown on the way, one step when it is let go.
  const before = JSON.stringify(await storedRows(page, 'annotations'));
  await entry.click();
  const handle = page.locator('[data-handle=end]');
  const grip = await handle.boundingBox();
  const size = await shown.text.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize),
  );
  const x = (grip?.x ?? 0) + 7;
  const y = (grip?.y ?? 0) + (grip?.height ?? 0) / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + size, y);
  await page.mouse.move(x + 2 * size, y);
  await expect.poll(() => shown.painted()).toMatchObject({ 'zj-preview': [first.slice(4, 12)] });
  expect(JSON.stringify(await storedRows(page, 'annotations'))).toBe(before);
  await page.mouse.up();
  await expect.poll(() => panel.quotes()).toEqual([first.slice(4, 12)]);
  expect(Object.keys(await shown.painted())).not.toContain('zj-preview');
  await shown.focusText();
  await reader.undo();
  await expect.poll(async () => JSON.stringify(await storedRows(page, 'annotations'))).toBe(before);

  // Hidden when nobody wants it.
  await page.getByRole('button', { name: '字号与版心' }).click();
  await page.getByText('在页边显示标签和笔记').click();
  await expect(rail).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The keyboard's cursor is told to a screen reader.
  await shown.focusText();
  await page.keyboard.press('Escape');
  await shown.goToParagraph(first);
  await page.keyboard.press('v');
  await expect(
    page.getByRole('status').filter({ hasText: `${first[0]} · ${first.slice(0, 6)}` }),
  ).toHaveCount(1);
  expect(reader.app.errors).toEqual([]);
});
