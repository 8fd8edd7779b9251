import { expect, test } from 'vitest';
import { nearForms } from './near-forms';
import { archiveOf } from './testing/archive';

const source = archiveOf(
  [
    { title: '五社联动在柳溪', text: '五社联动的牌子。社会工作者来了，社会工作站也来了。' },
    { title: '渡口', text: '去格尔木的路很长。格尔木有雪。', notes: ['高原支教'] },
  ],
  [{ id: 't', name: '社区治理', parentId: null }],
);

/** A busy machine must not cut the search short. */
const near = (text: string, from: typeof source) => nearForms(text, from, { milliseconds: 60_000 });

test('offers words that sound the same', async () => {
  expect(await near('五社连动', source)).toEqual(['五社联动']);
  expect(await near('舞设连洞', source)).toEqual(['五社联动']);
  expect(await near('wusheliandong', source)).toEqual(['五社联动']);
  expect(await near('渡扣', source)).toEqual(['渡口']);
});

test('offers words with one character changed, left out or put in', async () => {
  expect(await near('格里木', source)).toEqual(['格尔木']);
  expect(await near('社会的工作', source)).toEqual(['社会工作']);
  expect(await near('五社动', source)).toContain('五社联动');
});

test('keeps the rest of the query, and offers nothing that does not occur', async () => {
  expect(await near('标题:五社连动 OR "a b"', source)).toEqual(['title:五社联动 OR "a b"']);
  expect(await near('查无此词', source)).toEqual([]);
  expect(await near('社工', source)).toEqual([]);
  expect(await near('', source)).toEqual([]);
  const aborted = nearForms('五社连动', source, { signal: AbortSignal.abort(new Error('enough')) });
  await expect(aborted).rejects.toThrow('enough');
});

test('a newer query need not wait until it ends', async () => {
  const titles = Array.from({ length: 20_000 }, (_, at) => ({ title: `第${at}次走访柳溪的老人` }));
  const large = archiveOf(titles);
  const newer = new AbortController();
  setTimeout(() => newer.abort(new Error('newer')), 0);
  const looking = nearForms('舞设连洞', large, { signal: newer.signal, milliseconds: 60_000 });
  await expect(looking).rejects.toThrow('newer');
});
