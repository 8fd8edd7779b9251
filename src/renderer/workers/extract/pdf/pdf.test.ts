import { reconstruct } from '@domain/ingest/reconstruct';
import { ZhaijiError } from '@shared/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  A4,
  FIRST_EXTRA_OBJECT,
  makePdf,
  type PdfEncoding,
  type PdfOptions,
  type PdfPage,
  type PdfRun,
} from '../testing/make-pdf';
import { type Frame, typeset } from '../testing/typeset';
import { readCMap } from './library';
import { readPdf } from './pdf';

const STORY = [
  '入秋以后，青禾镇的渡口一天比一天安静。老船工陆长顺每天清晨仍旧把船擦一遍，缆绳盘好，再坐到岸边的石阶上，看对岸新修的大桥。桥上的车来来往往，没有一辆会停下来等他。',
  '“从前过河的人要排队。”他说，“赶集的日子，一船坐二十几个人，还有鸡鸭和自行车。”说到这里，他用手比了比船舷的高度，仿佛那些人还挤在船上。',
  '大桥通车是在三年前的春天。镇里原本打算把渡口拆掉，改成停车场，方案公示后收到一百二十多条意见，其中大半希望留下。负责这件事的副镇长何采薇说，她没有想到一个每天只有几个人用的渡口会牵动这么多人。',
  '意见里有一封信是从外省寄来的。写信人年轻时在镇上的小学教书，每个周末从这里过河回家。她在信里写道：“我记得水的声音，也记得船工从来不收学生的钱。”这封信后来贴在渡口的候船室里，落款处的字已经被太阳晒得发白。',
  '去年冬天，渡口被列入县里的保护名录，县文物所为它拍了照片，量了石阶的尺寸，还在岸边立了一块牌子。牌子上写着渡口的年代：清道光年间。陆长顺不识多少字，但他请人念给自己听过两遍。',
  '现在他每天只开两班船，上午一班，下午一班，票价两元，多数乘客是来拍照的年轻人。镇里每月补贴他一千八百元，钱从文化经费里出。他的儿子在县城开货车，几次劝他搬过去住，他都没有答应。',
  '“我走了，船就真的没有了。”他说这话的时候，天色暗下来，对岸的路灯一盏一盏亮起，倒影在水里拉得很长。',
];
const TITLE = '渡口还在，摆渡的人也还在';

function pagesOf(runs: Map<number, PdfRun[]>, more: (page: number) => PdfRun[] = () => []) {
  const count = Math.max(...runs.keys()) + 1;
  return Array.from({ length: count }, (_, page): PdfPage => {
    return { runs: [...(runs.get(page) ?? []), ...more(page)] };
  });
}

function read(pages: readonly PdfPage[], options: PdfOptions = {}) {
  return readPdf(makePdf(pages, options), { name: '周刊.pdf' });
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => 'read',
    (reason: unknown) => reason,
  );
  return error instanceof ZhaijiError ? error.code : String(error);
}

const line = (text: string, y = 60): PdfRun => ({ text, x: 50, y, size: 12 });

/** Two columns on two pages, with running heads, a spanning title and page numbers. */
function magazine(): PdfPage[] {
  const frames = [0, 1].flatMap((page): Frame[] => {
    const [y, height] = page === 0 ? [150, 170] : [80, 100];
    return [60, 310].map((x) => ({ page, x, y, width: 220, height }));
  });
  return pagesOf(typeset(STORY, frames), (page) => [
    { text: '河岸周刊', x: 60, y: 40, size: 9 },
    { text: '2031年第7期', x: 470, y: 40, size: 9 },
    { text: String(page + 12), x: 290, y: A4.height - 30, size: 9 },
    ...(page === 0
      ? [
          { text: TITLE, x: 110, y: 90, size: 26 },
          { text: '本刊记者 姜若水', x: 250, y: 120, size: 10, font: 'hei' as const },
        ]
      : []),
  ]);
}

describe('readPdf', () => {
  it('puts a title together that its type wraps', async () => {
    const runs = typeset(STORY, [{ page: 0, x: 60, y: 160, width: 460, height: 600 }]).get(0) ?? [];
    const title = [
      { text: '青禾镇的渡口还在，', x: 60, y: 80, size: 22 },
      { text: '摆渡的人也还在', x: 60, y: 108, size: 22 },
    ];
    const { text, lines } = await read([{ runs: [...title, ...runs] }]);
    const { articles } = reconstruct(text, { lines });
    expect(articles.map((article) => article.title)).toEqual(['青禾镇的渡口还在，摆渡的人也还在']);
  });

  it('reads one column as its printed lines', async () => {
    const frame = { page: 0, x: 70, y: 80, width: 400, height: 700 };
    const { text, lines, format, encoding } = await read(pagesOf(typeset(STORY, [frame])));
    expect({ format, encoding }).toEqual({ format: 'pdf', encoding: null });
    expect(text.replace(/\n(?!\u3000)/g, '').split('\n')).toEqual(
      STORY.map((paragraph) => `\u3000\u3000${paragraph}`),
    );
    expect(lines.size).toBe(text.split('\n').length);
    expect(lines.get(1)).toEqual({ page: 1 });
  });

  it('reads columns, heads and a spanning title in order', async () => {
    const { text, lines } = await read(magazine());
    const all = text.split('\n').map((words, index) => ({ words, hint: lines.get(index + 1) }));
    const furniture = all.filter(({ hint }) => hint?.kind === 'furniture');
    expect(furniture.map(({ words, hint }) => [words, hint?.page])).toEqual([
      ['河岸周刊 2031年第7期', 1],
      ['12', 1],
      ['河岸周刊 2031年第7期', 2],
      ['13', 2],
    ]);
    const body = all.filter(({ hint }) => hint && hint.kind !== 'furniture');
    expect(body[0]).toMatchObject({ words: expect.stringContaining(TITLE), hint: { level: 1 } });
    expect(body[1]).toMatchObject({ words: expect.stringMatching(/本刊记者 姜若水$/) });
    expect(
      body
        .slice(2)
        .map(({ words }) => words.trim())
        .join(''),
    ).toBe(STORY.join(''));
  });

  it('gives what paragraphs cut by columns and pages are put together from', async () => {
    const { text, lines, facts } = await read(magazine());
    const { articles } = reconstruct(text, { lines, facts, fileName: '周刊.pdf' });
    const bodies = articles.flatMap((article) =>
      article.paragraphs
        .filter(({ kind }) => kind === 'body')
        .map(({ start, end }) => article.text.slice(start, end)),
    );
    expect(articles[0]?.title).toBe(TITLE);
    expect(bodies).toEqual(STORY);
  });

  it('puts the paragraphs of a short page in two columns together', async () => {
    const short = STORY.slice(0, 3).map((each) => `${each.slice(0, 50)}。`);
    const runs = typeset(short, [
      { page: 0, x: 60, y: 120, width: 220, height: 110 },
      { page: 0, x: 310, y: 120, width: 220, height: 400 },
    ]);
    const heading = { text: TITLE, x: 60, y: 80, size: 22 };
    const { text, lines } = await read([{ runs: [heading, ...(runs.get(0) ?? [])] }]);
    const [article] = reconstruct(text, { lines }).articles;
    expect(article?.title).toBe(TITLE);
    expect(article?.text.split('\n')).toEqual(short);
  });

  it.each<[PdfEncoding, string]>([
    ['UniGB-UTF16-H', '中文新闻 No. 12'],
    ['UniGB-UCS2-H', '中文新闻 No. 12'],
    ['GBK-EUC-H', '中文新聞与新闻 No. 12'],
    ['ETen-B5-H', '中文新聞 No. 12'],
    ['UniCNS-UTF16-H', '中文新聞 No. 12'],
    ['Identity-H', '中文新闻与新聞、𠮷字 No. 12'],
  ])('reads fonts in %s', async (encoding, words) => {
    const { text } = await read([{ runs: [line(`${words}，今天的文字`)] }], { encoding });
    expect(text.replaceAll(' ', '')).toBe(`${words}，今天的文字`.replaceAll(' ', ''));
  });

  it('reads turned pages and vertical writing', async () => {
    const turned = await read([{ runs: [line('横着放的一页也读得出来')], rotate: 90 }]);
    expect(turned.text).toBe('横着放的一页也读得出来');
    const vertical = await read([
      {
        runs: [
          { text: '第二行在左边接着往下读', x: 480, y: 80, size: 12, font: 'vertical' },
          { text: '第一行在右边从上往下读', x: 500, y: 80, size: 12, font: 'vertical' },
        ],
      },
    ]);
    expect(vertical.text).toBe('第一行在右边从上往下读\n第二行在左边接着往下读');
  });

  it('believes only plausible properties, and never the date of making', async () => {
    const page = { runs: [line(TITLE)] };
    const given = { Title: TITLE, Author: '姜若水', CreationDate: 'D:20310711120000' };
    expect((await read([page], { info: given })).facts).toEqual({ title: TITLE, byline: '姜若水' });
    for (const Title of [
      'Microsoft Word - 新稿',
      '渡口.doc',
      '周刊',
      'ÖйúÐÂÎÅ',
      '未命名-1',
      'A03',
    ]) {
      const { facts } = await read([page], { info: { Title, Author: 'Administrator' } });
      expect(facts).toEqual({});
    }
  });

  it('does nothing that the file asks for', async () => {
    const { text } = await read([{ runs: [line('打开时什么也不会发生')] }], {
      catalog: `/OpenAction ${FIRST_EXTRA_OBJECT} 0 R /AA << /WC ${FIRST_EXTRA_OBJECT} 0 R >>`,
      extra: ['<< /S /JavaScript /JS (globalThis.happened = true) >>'],
    });
    expect(text).toBe('打开时什么也不会发生');
    expect('happened' in globalThis).toBe(false);
  });
});

describe('readPdf with files that cannot be read', () => {
  it('says that a scan has no text', async () => {
    const scan = { runs: [], image: true };
    const stamped = (page: number): PdfPage => ({
      runs: [line(`${page}`, 800), { ...line('扫描王', 820), x: 450 }],
      image: true,
    });
    expect(await codeOf(read([scan, scan]))).toBe('file-scanned');
    expect(await codeOf(read([1, 2, 3, 4].map(stamped)))).toBe('file-scanned');
    expect(await codeOf(read([{ runs: [] }]))).toBe('file-scanned');
    const captioned = await read([
      { runs: [line('一张占满整页的照片，下面有这一句说明')], image: true },
    ]);
    expect(captioned.text).toContain('这一句说明');
  });

  it('says that a password is needed, but not for an empty one', async () => {
    const pages = [{ runs: [line('加了密的文件里的文字')] }];
    expect(await codeOf(read(pages, { password: '12345' }))).toBe('file-encrypted');
    const info = { Title: '加了密的文件' };
    const open = await read(pages, { password: '', info });
    expect(open.text).toBe('加了密的文件里的文字');
    expect(open.facts).toEqual({ title: info.Title });
  });

  it('finds the text without a right table of objects', async () => {
    const pages = [1, 2].map((page) => ({ runs: [line(`第${page}页的文字还在这里`)] }));
    expect((await read(pages, { brokenXref: true })).text).toContain('第2页的文字还在这里');
  });

  it('reads what is left of a file that was cut off, or says that it is damaged', async () => {
    const whole = makePdf([1, 2].map((page) => ({ runs: [line(`第${page}页的文字还在这里`)] })));
    expect((await readPdf(whole.slice(0, -20), { name: 'a.pdf' })).text).toContain('第1页');
    expect(await codeOf(readPdf(whole.slice(0, 700), { name: 'a.pdf' }))).toBe('file-damaged');
    expect(await codeOf(readPdf(new Uint8Array(0), { name: 'a.pdf' }))).toBe('file-damaged');
  });

  it('says that a file has no pages', async () => {
    expect(await codeOf(read([]))).toBe('file-no-text');
  });

  it('stops when it is told to', async () => {
    const bytes = makePdf([{ runs: [line('一页文字')] }]);
    const reading = readPdf(bytes, { name: 'a.pdf', signal: AbortSignal.abort() });
    expect(await codeOf(reading)).toBe('cancelled');
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('makes of any bytes a text or a typed error', async () => {
    const whole = makePdf(magazine(), { info: { Title: TITLE } });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 60 });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .uint8Array({ maxLength: 400 })
        .map((tail) => Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, ...tail)),
      fc.nat(whole.length).map((size) => whole.slice(0, size)),
      damage.map((changes) => {
        const broken = whole.slice();
        for (const [at, byte] of changes) broken[at] = byte;
        return broken;
      }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (data) => {
        const copy = data.slice();
        try {
          const { text, lines } = await readPdf(data, { name: 'a.pdf' });
          expect(text.trim()).not.toBe('');
          expect(Math.max(...lines.keys())).toBeLessThanOrEqual(text.split('\n').length);
        } catch (error) {
          expect(error).toBeInstanceOf(ZhaijiError);
        }
        expect(data).toEqual(copy);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('reads 2,000 pages', async () => {
    const pages = Array.from(
      { length: 2000 },
      (_, page): PdfPage => ({
        runs: [line(`这一页的编号是${page}，下面还有一行`, 200), line('每一页都有的一行文字', 220)],
      }),
    );
    const { text, lines } = await read(pages);
    expect(text.split('\n')).toHaveLength(4000);
    expect(lines.get(4000)).toEqual({ page: 2000 });
  }, 60_000);
});

describe('readCMap', () => {
  it('has the predefined CMaps and refuses other names', async () => {
    expect((await readCMap('UniGB-UCS2-H')).length).toBeGreaterThan(10_000);
    await expect(readCMap('../secret')).rejects.toThrow('no CMap');
  });
});
