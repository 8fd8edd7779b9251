import path from 'node:path';
import { z } from 'zod';
import { magazine } from './fixtures/texts';
import { zhaiji } from './support/cli';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

const concordance = z.object({
  query: z.string(),
  total: z.number(),
  articles: z.number(),
  lines: z.array(
    z.object({
      articleId: z.uuid(),
      title: z.string(),
      outlet: z.string(),
      date: z.string(),
      field: z.string(),
      paragraph: z.number(),
      start: z.number(),
      end: z.number(),
      left: z.string(),
      match: z.string(),
      right: z.string(),
    }),
  ),
});

test('a concordance is printed in the order that is asked for', async ({ folder }) => {
  const profile = path.join(folder, 'archive');
  const files = await writeTexts(path.join(folder, 'in'), [magazine]);
  await zhaiji(profile, 'import', ...files, '--json');
  const total = magazine.text.split('社').length - 1;

  const sorted = ['--sort', 'R1,L1', '--unit', 'char', '--width', '8'];
  const out = await zhaiji(profile, 'kwic', '社', ...sorted, '--json');
  const all = concordance.parse(out.json[0]);
  expect(all.total).toBe(total);
  expect(all.lines.length).toBe(total);
  const first = all.lines.map(({ right }) => right.charAt(0)).filter((each) => /\p{L}/u.test(each));
  expect(first).toEqual([...first].sort(new Intl.Collator('zh-CN').compare));
  for (const { match, left, right } of all.lines) {
    expect(match).toBe('社');
    expect(Math.max(left.length, right.length)).toBeLessThanOrEqual(8);
  }

  const few = await zhaiji(profile, 'kwic', '社', '--limit', '2', '--json');
  expect(concordance.parse(few.json[0])).toMatchObject({ total, lines: { length: 2 } });
  const wrong = await zhaiji(profile, 'kwic', '类型:照片', '--json');
  expect(wrong.code).toBe(2);
});
