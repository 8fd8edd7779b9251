import { createHash } from 'node:crypto';
import { truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { encodeText } from '../src/domain/text/testing/encode-text';
import {
  makeDocx,
  makeEpub,
  makeHtml,
  makeMhtml,
  makeZip,
  makeZipBomb,
} from '../src/renderer/workers/extract/testing/make-documents';
import { makePdf } from '../src/renderer/workers/extract/testing/make-pdf';
import { makeCsv, makeXlsx } from '../src/renderer/workers/extract/testing/make-tables';
import { typeset } from '../src/renderer/workers/extract/testing/typeset';
import { binary } from './fixtures/texts';
import { zhaiji } from './support/cli';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const TITLE = '鹿鸣街道把议事桌搬进院子';
const BODY = [
  '近日，鹿鸣街道的社工在梧桐院里支起一张方桌，请二十多户居民商量加装电梯的事。桌上有茶水，也有一份写满意见的清单。',
  '“先把难处说出来，再找办法。”站长顾书宁说，议事不求当天有结论，只求每个人都把话说完。三个月里，这张桌子换了七个院子。',
  '如今，院里的电梯已经动工。居民把那份清单裱了起来，挂在楼道口，提醒后来的人事情是怎样商量成的。',
];
/** The same in the characters of Taiwan and Hong Kong, for Big5. */
const TRADITIONAL = {
  title: '鹿鳴街道把議事桌搬進院子',
  body: '近日，鹿鳴街道的社工在梧桐院裡支起一張方桌，請二十多戶居民商量加裝電梯的事。桌上有茶水，也有一份寫滿意見的清單。',
};
const TEXT = [TITLE, '', ...BODY.map((paragraph) => `　　${paragraph}`), '（据棠川日报）'].join(
  '\n',
);

const article = z.object({
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  text: z.string(),
  paragraphs: z.array(z.object({ kind: z.string(), text: z.string() })),
  encoding: z.string().nullable(),
  format: z.string(),
  confidence: z.number(),
  decisions: z.array(z.object({ action: z.string(), line: z.number() })),
});
const line = z.object({
  file: z.string(),
  status: z.string(),
  code: z.string().nullable(),
  invalidBytes: z.number(),
  brokenRows: z.array(z.object({ line: z.number() })),
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      paragraphs: z.number(),
      confidence: z.number(),
      decisions: z.record(z.string(), z.number()),
    }),
  ),
});

const bodyOf = ({ paragraphs }: z.infer<typeof article>) =>
  paragraphs.filter(({ kind }) => kind === 'body').map(({ text }) => text);

/** A page in two columns, so that the second paragraph is cut between them. */
function twoColumns(): Uint8Array {
  const runs = typeset(BODY, [
    { page: 0, x: 60, y: 120, width: 220, height: 110 },
    { page: 0, x: 310, y: 120, width: 220, height: 400 },
  ]);
  const title = { text: TITLE, x: 60, y: 80, size: 22 };
  return makePdf([{ runs: [title, ...(runs.get(0) ?? [])] }]);
}

/** The header of a compound file and the directory entry of a Word document's stream. */
function oldWord(): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.write('WordDocument', 1024, 'utf16le');
  bytes.writeUInt16LE('WordDocument'.length * 2 + 2, 1024 + 64);
  bytes[1024 + 66] = 2;
  return bytes;
}

const documents: [format: string, name: string, bytes: () => Uint8Array][] = [
  ['txt', '院子.txt', () => encodeText(TEXT, 'utf-8')],
  ['md', '院子.md', () => encodeText(`# ${TITLE}\n\n${BODY.join('\n\n')}\n`, 'utf-8')],
  // Told by content: the names say nothing or something else.
  ['html', '网页', () => makeHtml([{ kind: 'title', text: TITLE }, ...BODY], { title: TITLE })],
  ['mhtml', '网页.txt', () => makeMhtml([{ kind: 'title', text: TITLE }, ...BODY])],
  ['docx', '院子.docx', () => makeDocx([{ kind: 'title', text: TITLE }, ...BODY])],
  ['epub', '院子.epub', () => makeEpub([[{ kind: 'heading', level: 1, text: TITLE }, ...BODY]])],
  ['pdf', '院子.pdf', twoColumns],
  [
    'csv',
    '院子.csv',
    () =>
      makeCsv([
        ['标题', '正文'],
        [TITLE, BODY.join('\n')],
      ]),
  ],
  [
    'xlsx',
    '院子.xlsx',
    () =>
      makeXlsx([
        ['标题', '正文'],
        [TITLE, BODY.join('\n')],
      ]),
  ],
  [
    'json',
    '院子.json',
    () => Buffer.from(JSON.stringify([{ title: TITLE, text: BODY.join('\n') }])),
  ],
  [
    'jsonl',
    '院子.jsonl',
    () => Buffer.from(`${JSON.stringify({ title: TITLE, text: BODY.join('\n') })}\n`),
  ],
];

test('every format gives the same article, told by its content', async ({ folder, profile }) => {
  const files = documents.map(([, name, bytes]) => [name, Buffer.from(bytes())] as const);
  const paths = await writeFiles(folder, files);
  const run = await zhaiji(profile, 'import', '--dry-run', '--json', ...paths);
  expect(run.code, run.stderr).toBe(0);
  const read = run.json.map((each) => article.parse(each));
  expect(read.map(({ format }) => format)).toEqual(documents.map(([format]) => format));
  for (const each of read) {
    expect(each.title, each.format).toBe(TITLE);
    expect(bodyOf(each), each.format).toEqual(BODY);
  }
  // A dry run writes nothing.
  expect((await zhaiji(profile, 'list', '--json')).json).toEqual([]);
});

test('every encoding is told by the bytes, a declaration that they contradict loses', async ({
  folder,
  profile,
}) => {
  const traditional = `${TRADITIONAL.title}\n\n　　${TRADITIONAL.body}\n`;
  const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'hz-gb-2312'] as const;
  const marked = encodings.slice(0, 4);
  const lying = `<html><head><meta charset="gb2312"></head><body><h1>${TITLE}</h1>${BODY.map((each) => `<p>${each}</p>`).join('')}</body></html>`;
  const files = [
    ...encodings.map((encoding) => [`a-${encoding}.txt`, encodeText(TEXT, encoding)] as const),
    ...marked.map((each) => [`b-${each}.txt`, encodeText(TEXT, each, { bom: true })] as const),
    ['c-big5.txt', encodeText(traditional, 'big5')] as const,
    ['d-lying.html', encodeText(lying, 'utf-8')] as const,
  ];
  const contents = files.map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
  const paths = await writeFiles(folder, contents);
  const run = await zhaiji(profile, 'import', '--dry-run', '--json', ...paths);
  expect(run.code, run.stderr).toBe(0);
  const read = run.json.map((each) => article.parse(each));
  expect(read.map(({ encoding }) => encoding)).toEqual([...encodings, ...marked, 'big5', 'utf-8']);
  for (const each of read) {
    const isTraditional = each.encoding === 'big5';
    expect(each.title).toBe(isTraditional ? TRADITIONAL.title : TITLE);
    expect(bodyOf(each)).toEqual(isTraditional ? [TRADITIONAL.body] : BODY);
  }

  // What the bytes do not tell, the researcher can.
  const [forced] = (
    await zhaiji(profile, 'import', '--dry-run', '--json', '--encoding', 'big5', paths[3] ?? '')
  ).json;
  expect(article.parse(forced).encoding).toBe('big5');
});

test('what cannot be imported is told with what to do; everything else goes on', async ({
  folder,
  profile,
}) => {
  const broken = Buffer.from(makeDocx([TITLE, ...BODY]));
  const files: [name: string, content: string | Buffer, code: string | null][] = [
    ['01-空.txt', '', 'file-empty'],
    ['02-程序.txt', Buffer.from([...'\x7fELF'].map((each) => each.charCodeAt(0))), 'file-binary'],
    ['03-旧.doc', oldWord(), 'file-word-old'],
    ['04-图片.txt', binary(), 'file-image'],
    ['05-扫描.pdf', Buffer.from(makePdf([{ runs: [], image: true }])), 'file-scanned'],
    [
      '06-加密.pdf',
      Buffer.from(
        makePdf([{ runs: [{ text: TITLE, x: 60, y: 80, size: 20 }] }], { password: '密' }),
      ),
      'file-encrypted',
    ],
    ['07-断.docx', broken.subarray(0, broken.length / 2), 'file-damaged'],
    ['08-炸弹.zip', Buffer.from(makeZipBomb(20_000_000)), 'zip-bomb'],
    [
      '09-无正文.csv',
      Buffer.from(
        makeCsv([
          ['编号', '数量'],
          ['1', '2'],
        ]),
      ),
      'file-no-columns',
    ],
    ['10-好.txt', TEXT, null],
  ];
  const paths = await writeFiles(
    folder,
    files.map(([name, content]) => [name, content] as const),
  );
  // Holes, not bytes: it only says that it is so long.
  const huge = path.join(folder, '11-太大.txt');
  await writeFile(huge, '');
  await truncate(huge, 200_000_001);
  const run = await zhaiji(profile, 'import', '--json', ...paths, huge);
  expect(run.code).toBe(1);
  const lines = run.json.map((each) => line.parse(each));
  const failing = lines.filter(({ status }) => status === 'failed');
  const codes = Object.fromEntries(
    failing.map(({ file, code }) => [file.split('/').find((part) => /^\d\d-/.test(part)), code]),
  );
  expect(codes).toEqual(
    Object.fromEntries(
      [...files, ['11-太大.txt', '', 'file-too-large'] as const]
        .filter(([, , code]) => code !== null)
        .map(([name, , code]) => [name, code]),
    ),
  );
  const [good] = lines.filter(({ status }) => status === 'imported');
  expect(good?.articles[0]).toMatchObject({ title: TITLE, decisions: { split: 1 } });
  expect((await zhaiji(profile, 'check', '--json')).json).toMatchObject([
    { ok: true, articles: 1 },
  ]);
});

test('a zip archive brings in what it holds; path tricks and inner archives are refused', async ({
  folder,
  profile,
}) => {
  const inner = makeZip([{ name: 'x.txt', content: TEXT }]);
  const archive = makeZip([
    { name: '剪报/院子.txt', content: TEXT },
    { name: '../../evil.txt', content: '外面的字外面的字外面的字。' },
    { name: '里面.zip', content: inner },
    { name: encodeText('国标名字.txt', 'gb18030'), content: TRADITIONAL.body, utf8: false },
    { name: '__MACOSX/院子.txt', content: 'x' },
  ]);
  const [zip = ''] = await writeFiles(folder, [['剪报.zip', Buffer.from(archive)]]);
  const run = await zhaiji(profile, 'import', '--json', zip);
  const lines = run.json.map((each) => line.parse(each));
  expect(lines.map(({ file, status, code }) => [file.slice(zip.length), status, code])).toEqual([
    ['/剪报/院子.txt', 'imported', null],
    ['/../../evil.txt', 'failed', 'name-unsafe'],
    ['/里面.zip', 'failed', 'zip-nested'],
    ['/国标名字.txt', 'imported', null],
  ]);
  const again = await zhaiji(profile, 'import', '--json', zip);
  expect(again.json.map((each) => line.parse(each).status)).toEqual([
    'skipped',
    'failed',
    'failed',
    'skipped',
  ]);
});

test('invalid bytes and broken rows are counted and located', async ({ folder, profile }) => {
  const good = Buffer.from(TEXT);
  const at = good.indexOf('顾书宁');
  const bytes = Buffer.concat([good.subarray(0, at), Buffer.of(0xff), good.subarray(at)]);
  const rows = `{"title":"${TITLE}","text":"${BODY[0]}"}\n{"title": 坏行\n`;
  const paths = await writeFiles(folder, [
    ['坏.txt', bytes],
    ['行.jsonl', rows],
  ]);
  const run = await zhaiji(profile, 'import', '--json', ...paths);
  expect(run.json).toMatchObject([
    { status: 'imported', invalidBytes: 1, invalidOffsets: [at] },
    { status: 'imported', brokenRows: [{ line: 2 }] },
  ]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(run.json).toMatchObject([{ sha256 }, {}]);
});

test('metadata of tables is what their columns say', async ({ folder, profile }) => {
  const table = makeXlsx([
    ['篇名', '媒体', '发布日期', '记者', '版面', '全文'],
    [TITLE, '棠川日报', { serial: 45254 }, '顾书宁', '第3版', BODY.join('\n')],
  ]);
  const [path = ''] = await writeFiles(folder, [['导出.xlsx', Buffer.from(table)]]);
  const run = await zhaiji(profile, 'import', '--json', path);
  expect(run.code, run.stderr).toBe(0);
  const listed = (await zhaiji(profile, 'list', '--json')).json;
  expect(listed).toMatchObject([
    { title: TITLE, outlet: '棠川日报', date: '2023-11-24', byline: '顾书宁' },
  ]);
});
