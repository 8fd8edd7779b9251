import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { binary, gb18030, gb18030Bytes, magazine } from './fixtures/texts';
import { zhaiji, zhaijiReadLate } from './support/cli';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const importLine = z.object({
  file: z.string(),
  sha256: z.string(),
  status: z.enum(['imported', 'skipped', 'failed']),
  reason: z.string().nullable(),
  encoding: z.string().nullable(),
  articles: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      outlet: z.string(),
      date: z.string(),
      paragraphs: z.number(),
    }),
  ),
});
const annotation = z.object({
  id: z.uuid(),
  start: z.number(),
  end: z.number(),
  exact: z.string(),
  color: z.string().nullable(),
  tags: z.array(z.string()),
  note: z.string(),
});
const shown = z.object({
  id: z.uuid(),
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  byline: z.string(),
  page: z.string(),
  text: z.string(),
  paragraphs: z.array(
    z.object({ kind: z.string(), text: z.string(), start: z.number(), end: z.number() }),
  ),
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    firstLine: z.number(),
    lastLine: z.number(),
  }),
  annotations: z.array(annotation),
});
const listed = z.object({
  id: z.uuid(),
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  byline: z.string(),
  page: z.string(),
  characters: z.number(),
  annotations: z.number(),
  tags: z.array(z.string()),
});
const found = z.object({
  query: z.string(),
  total: z.number(),
  articles: z.number(),
  hits: z.array(
    z.object({
      articleId: z.string(),
      title: z.string(),
      paragraph: z.number(),
      start: z.number(),
      end: z.number(),
      before: z.string(),
      match: z.string(),
      after: z.string(),
      field: z.enum(['title', 'text', 'note', 'tag']),
    }),
  ),
});
const checked = z.object({
  ok: z.boolean(),
  articles: z.number(),
  annotations: z.number(),
  notes: z.number(),
  tags: z.number(),
  problems: z.array(z.unknown()),
});

test('the main job from the command line, with its JSON promises', async ({ folder, profile }) => {
  test.setTimeout(120_000);
  const file = path.join(folder, magazine.fileName);
  await writeFile(file, magazine.text);
  const sha256 = createHash('sha256').update(magazine.text).digest('hex');

  const imported = await zhaiji(profile, 'import', file, '--json');
  expect(imported.code).toBe(0);
  const line = importLine.parse(imported.json[0]);
  expect(line).toMatchObject({ file, sha256, status: 'imported', reason: null, encoding: 'utf-8' });
  expect(line.articles.map(({ title, outlet, date }) => ({ title, outlet, date }))).toEqual(
    magazine.expected.map(({ title, outlet, date }) => ({ title, outlet, date })),
  );

  const again = await zhaiji(profile, 'import', file, '--json');
  expect(again.code).toBe(0);
  expect(importLine.parse(again.json[0])).toMatchObject({ status: 'skipped', articles: [] });

  const list = (await zhaiji(profile, 'list', '--json')).json.map((value) => listed.parse(value));
  expect(list.map((article) => article.title)).toEqual(magazine.expected.map(({ title }) => title));

  const id = line.articles[0]?.id ?? '';
  const before = shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  const bodies = before.paragraphs.filter((paragraph) => paragraph.kind === 'body');
  expect(bodies.map((paragraph) => paragraph.text)).toEqual(magazine.expected[0]?.body);
  for (const { text, start, end } of before.paragraphs) {
    expect(before.text.slice(start, end)).toBe(text);
  }
  expect(before.source).toMatchObject({ file: magazine.fileName, sha256 });

  const [first] = bodies;
  if (first === undefined) throw new Error('the first article has no body');
  const start = first.start + 2;
  const end = first.start + 12;
  const range = ['--start', String(start), '--end', String(end)];
  const marks = ['--color', 'green', '--tag', '社工站', '--tag', '基层 治理'];
  const note = '**值得**引用\n\n- 甲\n- 乙';
  const made = await zhaiji(profile, 'annotate', id, ...range, ...marks, '--note', note, '--json');
  expect(made.code).toBe(0);
  const exact = before.text.slice(start, end);
  expect(annotation.parse(made.json[0])).toMatchObject({
    ...{ start, end, exact, note },
    color: 'green',
    tags: ['社工站', '基层 治理'],
  });
  const after = shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  expect(after.annotations).toEqual([annotation.parse(made.json[0])]);

  const search = await zhaiji(profile, 'search', exact, '--limit', '1', '--json');
  const hits = found.parse(search.json[0]);
  expect(hits.total).toBeGreaterThanOrEqual(1);
  expect(hits.hits).toHaveLength(1);
  expect(hits.hits[0]).toMatchObject({ articleId: id, match: exact, start, end });

  const out = path.join(folder, 'out');
  const exported = await zhaiji(profile, 'export', 'markdown', out, '--json');
  expect(exported.code).toBe(0);
  const names = await readdir(out, { recursive: true });
  const title = magazine.expected[0]?.title ?? '';
  const name = names.find((candidate) => candidate.includes(title.slice(0, 8)));
  const markdown = await readFile(path.join(out, name ?? ''), 'utf8');
  expect(markdown).toContain(`> ${exact}`);
  expect(markdown).toContain('**值得**引用');

  const kept = await zhaiji(profile, 'export', 'markdown', out, '--json');
  expect(kept.code).toBe(1);
  expect(await readFile(path.join(out, name ?? ''), 'utf8')).toBe(markdown);

  const check = await zhaiji(profile, 'check', '--json');
  expect(check.code).toBe(0);
  const counts = { articles: 2, annotations: 1, notes: 1, tags: 2 };
  expect(checked.parse(check.json[0])).toEqual({ ok: true, ...counts, problems: [] });
});

test('a reader that is slow gets every line', async ({ folder, profile }) => {
  test.setTimeout(180_000);
  // Far more than fits between two programs at once.
  const texts = path.join(folder, 'many');
  const files = Array.from({ length: 2000 }, (_, index) => {
    const name = `${index}号楼议事.txt`;
    return [name, `${index}号楼的议事会\n\n${index}号楼的居民在楼下开了会。\n`] as const;
  });
  await writeFiles(texts, files);
  const run = await zhaijiReadLate('个文件', profile, 'import', texts, '--json');
  expect(run.code).toBe(0);
  expect(run.json).toHaveLength(2000);
});

test('bad files are told one by one and the rest is imported', async ({ folder, profile }) => {
  const inputs = path.join(folder, 'inputs');
  await mkdir(inputs);
  await writeFile(path.join(inputs, 'a-empty.txt'), '');
  await writeFile(path.join(inputs, 'b-binary.txt'), binary());
  await writeFile(path.join(inputs, 'c-good.txt'), gb18030Bytes);
  const missing = path.join(folder, 'missing.txt');

  const run = await zhaiji(profile, 'import', missing, inputs, '--json');
  expect(run.code).toBe(1);
  const lines = run.json.map((value) => importLine.parse(value));
  const byName = new Map(lines.map((line) => [path.basename(line.file), line]));
  expect(byName.get('missing.txt')).toMatchObject({ status: 'failed', articles: [] });
  expect(byName.get('a-empty.txt')).toMatchObject({ status: 'failed', articles: [] });
  expect(byName.get('b-binary.txt')).toMatchObject({ status: 'failed', articles: [] });
  expect(byName.get('c-good.txt')).toMatchObject({ status: 'imported', encoding: 'gb18030' });
  expect(byName.get('c-good.txt')?.articles[0]?.title).toBe(gb18030.expected[0]?.title);
  for (const line of lines) {
    if (line.status === 'failed') expect(line.reason).toMatch(/\p{Script=Han}/u);
  }
});

test('wrong usage exits with 2 and says why; what is not there exits with 1', async ({
  profile,
}) => {
  const wrong = await zhaiji(profile, 'fetch', '--json');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain("unknown command 'fetch'");
  expect((await zhaiji(profile, 'annotate', 'x', '--start', '5')).code).toBe(2);

  const help = await zhaiji(profile, '--help');
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('export markdown DIR');

  const absent = await zhaiji(profile, 'show', '0198c0de-0000-7000-8000-000000000000', '--json');
  expect(absent).toMatchObject({ code: 1, stdout: '' });
  expect(absent.stderr).toContain('没有这篇文章');

  // Each command that writes says what is wrong, in the user's language, and writes nothing.
  const nobody = '0198c0de-0000-7000-8000-000000000000';
  const range = ['--start', '0', '--end', '2'];
  for (const [args, reason] of [
    [['annotate', nobody, ...range], '没有这篇文章'],
    [['edit', nobody, ...range, '--text', '字'], '没有这篇文章'],
    [['history', nobody], '没有这篇文章'],
    [['history', nobody, '--restore', '1'], '没有这篇文章'],
    [['notes', 'show', nobody], '没有'],
    [['notes', 'set', nobody, '--note', '字'], '没有'],
    [['tags', 'import', 'nowhere.csv'], 'nowhere.csv'],
    [['reimport', nobody], '没有这篇文章'],
  ] as const) {
    const run = await zhaiji(profile, ...args, '--json');
    expect(run, args.join(' ')).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr, args.join(' ')).toContain(reason);
    expect(run.stderr, args.join(' ')).not.toMatch(/at .*:\d+:\d+|undefined|\[object/);
  }

  // A query that cannot be read is told with its place, and nothing is printed for it.
  const query = await zhaiji(profile, 'search', '治理 日期:昨天', '--json');
  expect(query).toMatchObject({ code: 2, json: [] });
  expect(query.stderr).toContain('治理 日期:【昨天】  [6, 8)');
});

test('says that the archive is in use while the window is open', async ({ profile, start }) => {
  await start();
  const run = await zhaiji(profile, 'list', '--json');
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain('正在使用');
});
