import { ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from './error';
import { readJson, readJsonLines } from './json';
import { childLines } from './positions';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readJson(utf8(text), { name: '文.json' });
const readLines = (text: string) => readJsonLines(utf8(text), { name: '文.jsonl' });

describe('readJson', { timeout: 60_000 }, () => {
  it('reads an array of objects and knows their lines', async () => {
    const table = await read(
      '[\n  {"title": "甲", "content": "一\\r\\n二"},\n  {"title": "乙",\n   "content": "三", "n": 7}\n]',
    );
    expect(table).toMatchObject({
      format: 'json',
      columns: ['title', 'content', 'n'],
      rows: [
        ['甲', '一\n二', ''],
        ['乙', '三', '7'],
      ],
      rowLines: [2, 3],
      mapping: { title: 'title', text: 'content' },
      broken: [],
    });
  });

  it.each([
    '{"code": 0, "data": [\n{"title":"甲","text":"一"},\n{"title":"乙","text":"二"}]}',
    '{"data": {"total": 2, "list": [\n{"title":"甲","text":"一"},\n{"title":"乙","text":"二"}]}}',
    '{"a1":\n{"title":"甲","text":"一"}, "a2":\n{"title":"乙","text":"二"}}',
  ])('finds the articles in %s', async (source) => {
    const table = await read(source);
    expect(table.rows).toEqual([
      ['甲', '一'],
      ['乙', '二'],
    ]);
    expect(table.rowLines).toEqual([2, 3]);
  });

  it('takes an object with a text for one article, whatever lists it has', async () => {
    const table = await read('\n{"title":"甲","text":"一","images":[{"url":"x"},{"url":"y"}]}');
    expect(table.rows).toEqual([['甲', '一', '[{"url":"x"},{"url":"y"}]']]);
    expect(table.rowLines).toEqual([2]);
  });

  it('flattens one level and joins arrays', async () => {
    const table = await read(
      '[{"title":"甲","meta":{"source":"云溪晚报","deep":{"a":1}},"authors":["李木","王石"],"text":["一","二"],"ok":true,"none":null}]',
    );
    expect(table.columns).toEqual([
      ...['title', 'meta.source', 'meta.deep', 'authors', 'text', 'ok', 'none'],
    ]);
    expect(table.rows[0]).toEqual([
      ...['甲', '云溪晚报', '{"a":1}', '李木、王石', '一\n二', 'true', ''],
    ]);
    expect(table.mapping).toMatchObject({ outlet: 'meta.source', byline: 'authors', text: 'text' });
  });

  it('reports what is no object', async () => {
    const table = await read('[{"text":"一"},\n3,\n{"text":"二"}]');
    expect(table.rows).toEqual([['一'], ['二']]);
    expect(table.broken).toEqual([{ line: 2, reason: 'not-an-object' }]);
  });

  it.each([
    ['[{"a": 1},\n {"b": x}]', '2:8'],
    ['[{"a": 1}', '1:10'],
    ['{"text": "开头\n"}', '1:13'],
    ['[1] 2', '1:5'],
  ])('says where %j is damaged', async (source, place) => {
    await expect(read(source)).rejects.toMatchObject({ code: 'file-damaged', subject: place });
  });

  it.each(['[]', '{}', '3', '"文"', 'null'])('finds nothing in %s', async (source) => {
    await expect(read(source)).rejects.toMatchObject({ code: 'file-no-text' });
  });

  it('stands any depth', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const table = await read(`[{"text":"一"},{"text":"二","x":${deep}}]`);
    expect(table.rows).toEqual([['一']]);
    expect(table.broken).toEqual([{ line: 1, reason: 'too-deep' }]);
    await expect(read(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).resolves.toMatchObject({
      broken: [{ line: 1, reason: 'too-deep' }],
    });
    await expect(read('['.repeat(200_000))).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('refuses objects that share no keys', async () => {
    const objects = Array.from({ length: 3000 }, (_, i) => ({ [`键${i}`]: '值' }));
    await expect(read(JSON.stringify(objects))).rejects.toMatchObject({ code: 'file-no-columns' });
  });

  it('reads keys that objects inherit', async () => {
    const table = await read('[{"__proto__":"甲","constructor":"乙","text":"一"}]');
    expect(table.rows).toEqual([['甲', '乙', '一']]);
  });
});

describe('readJsonLines', () => {
  it('reports broken lines and reads the rest', async () => {
    const table = await readLines('{"text":"一"}\n\n{"text":\n[1]\n{"text":"二","title":"乙"}\n');
    expect(table).toMatchObject({
      format: 'jsonl',
      columns: ['text', 'title'],
      rows: [
        ['一', ''],
        ['二', '乙'],
      ],
      rowLines: [1, 5],
      broken: [
        { line: 3, reason: 'invalid-json' },
        { line: 4, reason: 'not-an-object' },
      ],
    });
  });

  it('refuses a file without one good line', async () => {
    await expect(readLines('文\n字\n')).rejects.toMatchObject({ code: 'file-damaged' });
    await expect(readLines('\n \n')).rejects.toMatchObject({ code: 'file-no-text' });
  });
});

describe('positions', { timeout: 60_000 }, () => {
  it('finds every child of a container, however it is written', () => {
    const list = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(list, fc.jsonValue({ maxDepth: 2 }), (children, other) => {
        const source = JSON.stringify({ a: other, data: { x: [other], list: children } }, null, 1);
        const lines = source.split('\n');
        const found = childLines(source, ['data', 'list']);
        expect(found).toHaveLength(children.length);
        for (const [index, line] of found.entries()) {
          const start = JSON.stringify(children[index], null, 1).split('\n', 1)[0];
          expect(lines[line - 1]?.trim().replace(/,$/, '')).toBe(start);
        }
      }),
    );
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const whole = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value, null, 1));
    const cut = fc.tuple(
      whole,
      fc.nat(),
      fc.constantFrom('', ',', '}', '"', '\\', 'x', '0', '\u0001'),
    );
    fc.assert(
      fc.property(cut, ([source, at, put]) => {
        const place = at % (source.length + 1);
        const changed = source.slice(0, place) + put + source.slice(place + (at % 2));
        let valid = true;
        try {
          JSON.parse(changed);
        } catch {
          valid = false;
        }
        const error = findJsonError(changed);
        expect(error).toBeLessThanOrEqual(changed.length);
        if (valid) expect(error).toBe(changed.length);
        else if (error < changed.length)
          expect(() => JSON.parse(changed.slice(0, error + 1))).toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

it('gives a table or a named error for any bytes', { timeout: 60_000 }, async () => {
  const json = fc.json({ maxDepth: 4 }).map(utf8);
  const text = fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \n1a文'), maxLength: 60 }).map(utf8);
  await fc.assert(
    fc.asyncProperty(fc.oneof(json, text, fc.uint8Array({ maxLength: 100 })), async (bytes) => {
      for (const reader of [readJson, readJsonLines]) {
        try {
          const table = await reader(bytes, { name: 'a' });
          expect(table.rows.length).toBe(table.rowLines.length);
          for (const row of table.rows) expect(row.length).toBe(table.columns.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
        }
      }
    }),
    { numRuns: 500 },
  );
});
