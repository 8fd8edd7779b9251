import { describe, expect, it } from 'vitest';
import { type DocxOptions, makeDocx, makeZip, type Parts } from '../testing/make-documents';
import { MAX_XML_DEPTH, readDocx } from './docx';

const read = (parts: Parts, options?: DocxOptions) =>
  readDocx(makeDocx(parts, options), { name: 'a.docx' });
const coded = (code: string): unknown => expect.objectContaining({ code });

const STORY: Parts = [
  { kind: 'title', text: '江城老街的早晨' },
  { kind: 'bold', text: '本报记者 林一舟' },
  '　　清晨六点，老街的面馆已经开门。😀𠮷野家的招牌还没亮。',
  { kind: 'heading', level: 2, text: '一碗面的距离' },
  { kind: 'caption', text: '图为老街面馆。' },
  { kind: 'list', text: '先到先得' },
  {
    kind: 'table',
    rows: [
      ['年份', '店数'],
      ['2021', '十二'],
    ],
  },
  { kind: 'deleted', text: '被删去的话' },
  { kind: 'noted', text: '老板说他不走。', note: '据店主口述。' },
];

const LINES = [
  '江城老街的早晨',
  '',
  '本报记者 林一舟',
  '',
  '清晨六点，老街的面馆已经开门。😀𠮷野家的招牌还没亮。',
  '',
  '一碗面的距离',
  '',
  '图为老街面馆。',
  '',
  '先到先得',
  '',
  '年份\t店数',
  '2021\t十二',
  '',
  '老板说他不走。',
  '',
  '据店主口述。',
  '',
];

describe('readDocx', () => {
  it('reads a line for each paragraph, with what the styles say', async () => {
    const { text, lines, format, encoding } = await read(STORY);
    expect(text.split('\n')).toEqual(LINES);
    expect(format).toBe('docx');
    expect(encoding).toBeNull();
    expect(lines.get(1)).toEqual({ whole: true, level: 1 });
    expect(lines.get(3)).toEqual({ whole: true, emphasised: true });
    expect(lines.get(5)).toEqual({ whole: true });
    expect(lines.get(7)).toEqual({ whole: true, level: 2 });
    expect(lines.get(9)).toEqual({ whole: true, kind: 'caption' });
    expect(lines.get(11)).toEqual({ whole: true, kind: 'list' });
    expect(lines.get(13)).toEqual({ whole: true, kind: 'table' });
    expect(lines.get(14)).toEqual({ whole: true, kind: 'table' });
  });

  it('knows styles that are named in Chinese or told by their outline level', async () => {
    const styles = { title: '标题', heading: (level: number) => `标题 ${level}`, caption: '题注' };
    const { lines } = await read(STORY, { styles });
    expect(lines.get(1)?.level).toBe(1);
    expect(lines.get(7)?.level).toBe(2);
    expect(lines.get(9)?.kind).toBe('caption');
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const own =
      `<w:styles ${w}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="稿件名"/>` +
      `<w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B">` +
      `<w:name w:val="底"/><w:basedOn w:val="T"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>` +
      `</w:style></w:styles>`;
    const told = await read(STORY, { files: { 'word/styles.xml': own } });
    expect(told.lines.get(1)?.level).toBe(1);
  });

  it('keeps the words of text boxes and under pronunciations, and breaks as lines', async () => {
    const extra =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>' +
      '<w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>' +
      '<w:p><w:r><w:t>他叫</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yún</w:t></w:r></w:rt>' +
      '<w:rubyBase><w:r><w:t>芸</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:br/><w:t>下一行</w:t></w:r></w:p>';
    const { text, lines } = await read(['第一段。'], { extra });
    expect(text).toBe('第一段。\n\n框里的话\n\n他叫芸\n下一行\n');
    expect(lines.get(5)?.whole).toBeUndefined();
  });

  it('reads text that is only laid out in a table as paragraphs', async () => {
    const long = '长文。'.repeat(120);
    const { text, lines } = await read([{ kind: 'table', rows: [['左边', long]] }]);
    expect(text).toBe(`左边\n\n${long}\n`);
    expect(lines.get(1)).toEqual({ whole: true });
  });

  it('believes document properties only when the text bears them out', async () => {
    const parts = ['江城老街的早晨', '林一舟', '11月24日，老街开市。'];
    const options = { title: '江城老街的早晨', creator: '林一舟', created: '2023-11-24T02:00:00Z' };
    expect((await read(parts, options)).facts).toEqual({
      title: '江城老街的早晨',
      byline: '林一舟',
      date: '2023-11-24',
    });
    const template = {
      title: 'Microsoft Word - 文档1',
      creator: '微软用户',
      created: '2011-01-01',
    };
    expect((await read(parts, template)).facts).toEqual({});
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "字">]><w:document><w:p>&b;</w:p></w:document>'],
    ['no XML', 'not xml at all'],
    ['half of it', '<w:document xmlns:w="x"><w:body><w:p>'],
    ['endless depth', `${'<p>'.repeat(MAX_XML_DEPTH + 1)}${'</p>'.repeat(MAX_XML_DEPTH + 1)}`],
  ])('refuses a document with %s', async (_, xml) => {
    await expect(read(['一'], { files: { 'word/document.xml': xml } })).rejects.toEqual(
      coded('file-damaged'),
    );
  });

  it('refuses what is cut off, encrypted, empty or a bomb', async () => {
    const bytes = makeDocx(STORY);
    const half = readDocx(bytes.subarray(0, bytes.length / 2), { name: '' });
    await expect(half).rejects.toEqual(coded('file-damaged'));
    await expect(read([])).rejects.toEqual(coded('file-no-text'));
    const name = 'word/document.xml';
    const locked = readDocx(makeZip([{ name, content: 'x', encrypted: true }]), { name: '' });
    await expect(locked).rejects.toEqual(coded('file-encrypted'));
    const bomb = readDocx(makeZip([{ name, content: ' '.repeat(1 << 23) }]), { name: '' });
    await expect(bomb).rejects.toEqual(coded('zip-bomb'));
  });
});
