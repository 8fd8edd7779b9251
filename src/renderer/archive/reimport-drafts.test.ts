import { formerPairs } from '@domain/ingest/former-pairs';
import { Heirs } from '@domain/ingest/heirs';
import { reconstruct } from '@domain/ingest/reconstruct';
import type { ImportSettings } from '@domain/ingest/settings';
import type { SourceFile } from '@domain/model';
import { moveRangesAmong } from '@domain/similar/move-ranges';
import { describe, expect, it } from 'vitest';
import { type Draft, draftsOf, linesOf, type ReadFileAgain, readKey } from './reimport-drafts';

const head = (page: number) => `榆关日报　2024年3月5日　星期二　第${page}版\n\n`;
const TEXTS = [
  `${head(1)}渡口村的夜校开课了\n\n本报讯（记者 苏禾）渡口村的夜校昨晚开了第一课，来的人坐满了祠堂。\n\n教书的是回乡的木匠，他说手艺要有人接着做，从前师傅怎样教他，如今他就怎样教给村里的（下转第3版）`,
  `${head(3)}（上接第1版）《渡口村的夜校开课了》\n\n年轻人，一个也不能少，晚上点灯到几点他都陪着。\n\n祠堂外面下着雨，没有一个人先走。`,
];

function readAgain(settings: ImportSettings[] = []): ReadFileAgain[] {
  return TEXTS.map((text, index) => {
    const corrections = settings[index]?.corrections ?? [];
    const { articles } = reconstruct(text, { fileName: `page${index}.txt`, corrections });
    const file = { id: `file${index}` } as SourceFile;
    return { id: index, file, reading: { full: articles, encoding: 'utf-8', settings: {} } };
  });
}

/** Reads the files and joins what has its marks, as the parts of `before` were joined. */
async function drafts(files: readonly ReadFileAgain[], before = PARTS): Promise<Draft[]> {
  const articles = files.flatMap(({ id, file, reading }) =>
    reading.full.map(({ firstLine, lastLine, openParts = [] }) => ({
      ...{ key: readKey(id, firstLine), sourceFileId: file.id, firstLine, lastLine, openParts },
    })),
  );
  return draftsOf(files, [], formerPairs([before], articles));
}

const PARTS = [
  { sourceFileId: 'file0', firstLine: 3, lastLine: 7 },
  { sourceFileId: 'file1', firstLine: 5, lastLine: 7 },
];
const ACROSS = '教给村里的年轻人';
const LATER = '没有一个人先走';

describe('draftsOf', () => {
  it('makes the same whole of the parts with the same settings', async () => {
    const [whole, ...rest] = await drafts(readAgain());
    expect(rest).toEqual([]);
    expect(whole?.text.text).toContain(ACROSS);
    expect(whole?.row).toMatchObject({
      ...{ sourceFileId: 'file0', partFileIds: ['file1'], title: '渡口村的夜校开课了' },
      paragraphCount: whole?.text.paragraphs.length,
    });
    expect(whole?.row).not.toHaveProperty('openParts');
    expect(whole?.keys).toHaveLength(2);
    const again = await drafts(readAgain(), linesOf(whole?.row ?? fail()));
    expect(again[0]?.text).toEqual(whole?.text);
  });

  it('parts what has no mark any more; words go where they are, those across have no place', async () => {
    const [whole] = await drafts(readAgain());
    const files = readAgain([{}, { corrections: [{ line: 3, as: 'body' }] }]);
    const parts = await drafts(files);
    expect(parts).toHaveLength(2);
    const heirs = new Heirs(
      [linesOf(whole?.row ?? fail())],
      parts.map(({ row }) => linesOf(row)),
    );
    expect([heirs.first(0), heirs.of(0)]).toEqual([0, [0, 1]]);
    const text = whole?.text.text ?? '';
    const rangeOf = (words: string) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    };
    const places = moveRangesAmong(
      text,
      parts.map((part) => part.text.text),
      [rangeOf(LATER), rangeOf(ACROSS)],
    );
    expect(places).toMatchObject([{ index: 1, exact: true }, null]);
  });
});

function fail(): never {
  throw new Error('Nothing was made of the files');
}
