import path from 'node:path';
import { hostileTitle, magazine, single } from './fixtures/texts';
import { storedNotes } from './support/database';
import { answerDialogs, readTree, writeFiles } from './support/files';
import { expect, test } from './support/launch';
import { openTexts } from './support/open-texts';

const texts = [magazine, single, hostileTitle];
const [corridor, stools] = magazine.expected;
const hostile = hostileTitle.expected[0];
if (corridor === undefined || stools === undefined || hostile === undefined)
  throw new Error('The fixtures have these articles');

/** How often a phrase stands in the fixtures; nothing of a file is lost and matches never overlap. */
function occurrences(phrase: string): { total: number; articles: number } {
  const count = (text: string) => text.split(phrase).length - 1;
  const articles = texts
    .flatMap((source) => source.expected)
    .filter(({ title, body }) => count([title, ...body].join('\n')) > 0);
  return {
    total: texts.reduce((sum, { text }) => sum + count(text), 0),
    articles: articles.length,
  };
}

test('the search finds every occurrence while the phrase is typed', async ({ start, folder }) => {
  const reader = await openTexts(start, folder, texts);
  const { search } = reader;
  await search.open();
  await search.type('社');
  const one = occurrences('社');
  await expect(search.status).toHaveText(`共 ${one.total} 处，${one.articles} 篇`);
  await search.field.pressSequentially('工');
  const two = occurrences('社工');
  expect(two.total).toBeGreaterThan(5);
  await expect(search.status).toHaveText(`共 ${two.total} 处，${two.articles} 篇`);
  await expect(search.hits.first()).toHaveAttribute('aria-setsize', String(two.total));
  await search.type('查无此词');
  await expect(reader.page.getByText('没有找到“查无此词”')).toBeVisible();
  await expect(search.hits).toHaveCount(0);
});

test('Enter leads to the place and marks the match there', async ({ start, folder }) => {
  const reader = await openTexts(start, folder, texts);
  const { search, article, page } = reader;
  await search.open();
  await search.type('有人等你吃饭');
  await expect(search.hits).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(article.title).toHaveText(single.expected[0]?.title ?? '');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-match': ['有人等你吃饭'] });
  await expect(article.paragraphs.filter({ hasText: '有人等你吃饭' })).toBeInViewport();

  // Down into the list and to the next place, in another article.
  await search.type('板凳调解室');
  await expect(search.hits.first()).toContainText('板凳调解室');
  await search.field.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(article.title).toHaveText(stools.title);
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-match': ['板凳调解室'] });
});

test('one article is exported with quotes, numbers, tags and notes', async ({ start, folder }) => {
  const reader = await openTexts(start, folder, texts);
  const { library, article, panel, page, exporting } = reader;
  await library.open(corridor.title);
  const cut = corridor.body[1] ?? '';
  await (await article.number(cut)).click();
  await article.highlight('风雨廊', '4');
  await page.keyboard.press('t');
  await panel.picker.put('公共 空间');
  await panel.picker.close();
  await panel.cardOf('风雨廊').note.begin();
  await page.keyboard.type('**旧物**新用');
  await panel.cardOf('风雨廊').note.leave();
  await expect.poll(() => storedNotes(page)).toEqual(['旧物新用']);
  const place = await article.numberOf('风雨廊');
  const whole = await article.numberOf(cut);

  const out = path.join(folder, 'out');
  await answerDialogs(reader.app.electron, [out]);
  await page.keyboard.press('Control+e');
  await exporting.intoFolder();
  await expect(exporting.summary).toHaveText('写出 1 个文件');
  await exporting.finish();

  const files = await readTree(out);
  expect(files.size).toBe(1);
  const markdown = [...files.values()][0] ?? '';
  expect(markdown).toMatch(/^---\n/);
  expect(markdown).toContain(`\ntitle: ${corridor.title}\n`);
  expect(markdown).toContain('\noutlet: 云汀发布\n');
  expect(markdown).toContain('\nannotations: 2\n');
  expect(markdown).toContain('\ntags:\n  - 公共-空间\n');
  for (const text of [...corridor.body, ...corridor.captions]) expect(markdown).toContain(text);
  expect(markdown).toContain(`### 批注 1\n\n> ${cut}\n\n[第 ${whole} 段](#^p${whole}) · 黄色\n`);
  expect(markdown).toContain(
    `### 批注 2\n\n> 风雨廊\n\n[第 ${place} 段](#^p${place}) · 蓝色 · #公共-空间\n\n**旧物**新用\n`,
  );
});

test('a selection is exported; a hostile title becomes a safe name', async ({ start, folder }) => {
  const reader = await openTexts(start, folder, texts);
  const { library, exporting } = reader;
  await library.row(hostile.title).click();
  await library.addToSelection(stools.title);
  await expect(library.status).toHaveText('已选 2 篇');
  const out = path.join(folder, 'out');
  await answerDialogs(reader.app.electron, [out]);
  await library.choose('导出为 Markdown');
  await exporting.intoFolder();
  await exporting.finish();

  const files = await readTree(out);
  expect(files.size).toBe(2);
  const name = [...files.keys()].find((candidate) => candidate.includes('script')) ?? '';
  expect(name).toMatch(/^[^\\/:*?"<>|#^[\]]+\.md$/u);
  const markdown = files.get(name) ?? '';
  for (const text of hostile.body) expect(rendered(markdown)).toContain(text);
  expect(rendered(markdown)).toContain(hostile.title);
});

/** What Markdown's escapes stand for. */
function rendered(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<');
}

test('a tag is exported with all its passages', async ({ start, folder }) => {
  const reader = await openTexts(start, folder, texts);
  const { library, article, panel, codebook, page, exporting } = reader;
  const words = [
    [corridor.title, '老人夜里摔过跤'],
    [stools.title, '话软了,结就好解'],
  ] as const;
  for (const [title, quote] of words) {
    await library.open(title);
    await article.dragOver(quote);
    await page.keyboard.press('t');
    await panel.picker.put('生活');
    await panel.picker.close();
  }
  const out = path.join(folder, 'out');
  await answerDialogs(reader.app.electron, [out]);
  await reader.goTo('编码本');
  await codebook.choose('生活', '导出这个标签');
  await exporting.intoFolder();
  await exporting.finish();
  const files = await readTree(out);
  expect([...files.keys()]).toEqual(['生活.md']);
  const markdown = files.get('生活.md') ?? '';
  for (const [title, quote] of words) {
    expect(markdown).toContain(`## ${title}`);
    expect(markdown).toContain(`> ${quote}`);
  }
  expect(markdown).toContain('2 篇文章 · 2 条批注');
});

test('the archive is exported whole, and files that exist are asked about', async ({
  start,
  folder,
}) => {
  const reader = await openTexts(start, folder, texts);
  const { library, article, panel, page, exporting, notes } = reader;
  await library.open(stools.title);
  await article.dragOver('就近为居民调解');
  await page.keyboard.press('t');
  await panel.picker.put('调解');
  await panel.picker.close();
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  await notes.archiveNote.type('研究问题：谁来调解');
  await expect.poll(() => storedNotes(page)).toEqual(['研究问题：谁来调解']);

  const out = path.join(folder, 'out');
  await writeFiles(out, [['目录.md', '我自己的目录']]);
  await answerDialogs(reader.app.electron, [out]);
  await page.keyboard.press('Control+Shift+E');
  await exporting.intoFolder();
  await expect(exporting.conflicts).toContainText('已有 1 个同名文件');
  await expect(exporting.conflicts).toContainText('目录.md');
  await exporting.decide('保留已有文件');
  await expect(exporting.summary).toHaveText('写出 6 个文件；保留 1 个已有文件');
  await exporting.finish();
  const kept = await readTree(out);
  expect(kept.size).toBe(7);
  expect(kept.get('目录.md')).toBe('我自己的目录');
  expect(kept.get('档案库笔记.md')).toContain('研究问题：谁来调解');
  expect(kept.get('编码本/调解.md')).toContain('> 就近为居民调解');

  await page.keyboard.press('Control+Shift+E');
  await exporting.begin.click();
  await exporting.decide('覆盖');
  await expect(exporting.summary).toHaveText('写出 7 个文件');
  const written = await readTree(out);
  expect([...written.keys()]).toEqual([...kept.keys()]);
  expect(written.get('目录.md')).toContain('4 篇文章');
  // The same archive gives the same files.
  for (const [name, text] of kept) if (name !== '目录.md') expect(written.get(name)).toBe(text);
});
