import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { continued, pages } from './fixtures/pages';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** An article that came from several files, with what a researcher wrote on one of its parts. */

const shown = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  parts: z.array(z.object({ file: z.string() })),
  annotations: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      exact: z.string(),
      tags: z.array(z.string()),
      note: z.string(),
      placed: z.boolean(),
    }),
  ),
});
const imported = z.object({ articles: z.array(z.object({ id: z.string() })) });
const previewed = z.object({
  text: z.string(),
  partOf: z.unknown(),
  parts: z.array(z.object({ file: z.string() })),
  decisions: z.array(z.object({ action: z.string(), file: z.string(), line: z.number() })),
});
const files = pages.map(({ fileName, text }) => [fileName, text] as const);
const WORDS = '灶火也不能熄';

async function shownBy(profile: string, id: string) {
  return shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
}

test('what is written on a part stays with its words when the article is joined, backed up and restored', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(240_000);
  const set = path.join(folder, '报');
  await writeFiles(set, files);
  const rest = await zhaiji(profile, 'import', '--json', path.join(set, 'page4.txt'));
  const ids = imported.parse(rest.json[0]).articles.map(({ id }) => id);
  const articles: z.infer<typeof shown>[] = [];
  // One command at a time has the archive.
  for (const id of ids) articles.push(await shownBy(profile, id));
  const part = articles.find(({ text }) => text.includes(WORDS));
  const at = part?.text.indexOf(WORDS) ?? -1;
  const range = ['--start', String(at), '--end', String(at + WORDS.length)];
  await zhaiji(
    profile,
    'annotate',
    part?.id ?? '',
    ...range,
    '--tag',
    '互助',
    '--note',
    '问谁添柴',
  );

  await zhaiji(profile, 'import', '--json', set);
  const list = (await zhaiji(profile, 'list', '--json')).json;
  const whole = z
    .array(z.object({ id: z.string(), title: z.string() }))
    .parse(list)
    .find(({ title }) => title === continued.title);
  const joined = await shownBy(profile, whole?.id ?? '');
  expect(joined.parts.map(({ file }) => file)).toEqual(['page1.txt', 'page4.txt', 'page5.txt']);
  const place = joined.text.indexOf(WORDS);
  expect(joined.annotations).toEqual([
    {
      ...{ start: place, end: place + WORDS.length, exact: WORDS },
      ...{ tags: ['互助'], note: '问谁添柴', placed: true },
    },
  ]);

  // Whatever is written makes a backup due.
  const first = new ReaderWindow(await start());
  await first.library.row(continued.title).click();
  await first.page.keyboard.press('Delete');
  await first.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(first.library.rows).toHaveCount(2);
  await first.app.close();
  expect(await readdir(path.join(profile, 'backups'))).toHaveLength(1);

  const again = new ReaderWindow(await start());
  for (const left of [1, 0]) {
    await again.library.rows.first().click();
    await again.page.keyboard.press('Delete');
    await expect(again.library.rows).toHaveCount(left);
  }
  expect(await storedRows(again.page, 'sourceFiles')).toEqual([]);
  await again.goTo('设置');
  await again.page
    .getByRole('button', { name: /^恢复 / })
    .last()
    .click();
  await expect(again.page.getByText('已从备份恢复。')).toBeVisible();
  await again.app.close();
  expect(await shownBy(profile, joined.id)).toEqual(joined);
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({ ok: true });
});

test('a dry run tells of a joined article what was decided in all of its files', async ({
  folder,
  profile,
}) => {
  const set = path.join(folder, '报');
  await writeFiles(set, files);
  const run = await zhaiji(profile, 'import', '--dry-run', '--json', set);
  const articles = run.json.map((line) => previewed.parse(line));
  const whole = articles.find(({ parts }) => parts.length === 3);
  const told = new Set(whole?.decisions.map(({ file }) => path.basename(file)));
  expect([...told]).toEqual(['page1.txt', 'page4.txt', 'page5.txt']);
  // Each part still tells its own, and only these.
  for (const { decisions } of articles.filter(({ partOf }) => partOf !== null)) {
    expect(new Set(decisions.map(({ file }) => file)).size).toBe(1);
    for (const decision of decisions) expect(whole?.decisions).toContainEqual(decision);
  }
});
