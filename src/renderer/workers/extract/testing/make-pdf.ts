import { code2, code4, hex, latin1, utf16 } from './pdf-bytes';
import { encryptFor, encryptionKey, type Key } from './pdf-encryption';

/** Writes small, valid PDF files for tests. Without aliases, so that end-to-end tests can use it. */

/** How the codes of the Chinese fonts are written. */
export type PdfEncoding =
  | 'UniGB-UTF16-H'
  | 'UniGB-UCS2-H'
  | 'UniCNS-UTF16-H'
  | 'GBK-EUC-H'
  | 'ETen-B5-H'
  | 'Identity-H';

/** One run of text. Points; `x` from the left, `y` of the baseline from the top of the page. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  size: number;
  /** `hei` stands for a bold face of its own. */
  font?: 'song' | 'hei' | 'vertical';
  /** Degrees, counter-clockwise. */
  rotate?: number;
}

export interface PdfPage {
  runs: PdfRun[];
  /** A picture that fills the page. */
  image?: boolean;
  /** Points; A4 when missing. */
  width?: number;
  height?: number;
  /** `/Rotate` of the page. */
  rotate?: 0 | 90 | 180 | 270;
}

export interface PdfOptions {
  /** `Identity-H` with a ToUnicode map when missing: it is read the fastest. */
  encoding?: PdfEncoding;
  info?: Record<string, string>;
  /** Encrypts the file (RC4, 40 bits); the empty string opens without being asked for. */
  password?: string;
  /** The cross-reference table is not where the file says. */
  brokenXref?: boolean;
  /** Further entries of the catalogue, as PDF source. */
  catalog?: string;
  /** Further objects, as PDF source. The first has the number `FIRST_EXTRA_OBJECT`. */
  extra?: string[];
}

export const A4 = { width: 595, height: 842 };
export const FIRST_EXTRA_OBJECT = 20;

/** Numbers of objects that each page has: itself, its content and its picture. */
const STRIDE = 3;
/** Pages in a branch of the page tree. */
const BRANCH = 50;
const PICTURE: PdfObject = {
  dict:
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray ' +
    '/BitsPerComponent 8',
  stream: Uint8Array.of(0x80),
};

/** The bytes of a PDF 1.4 file with these pages. Every character must exist in the encoding. */
export function makePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const encoding = options.encoding ?? 'Identity-H';
  const coder = makeCoder(encoding);
  const objects = new Map<number, PdfObject>();
  const extra = options.extra ?? [];
  const firstPage = FIRST_EXTRA_OBJECT + extra.length;
  const key = options.password === undefined ? null : encryptionKey(options.password);

  objects.set(1, { dict: `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>` });
  const branch = firstPage + pages.length * STRIDE;
  addPageTree(objects, pages.length, firstPage, branch);
  pages.forEach((page, index) => {
    const number = firstPage + index * STRIDE;
    const picture = page.image ? `/XObject << /Im ${number + 2} 0 R >>` : '';
    const { width, height } = { ...A4, ...page };
    objects.set(number, {
      dict:
        `<< /Type /Page /Parent ${branch + Math.floor(index / BRANCH)} 0 R /MediaBox [0 0 ${width} ${height}] ` +
        `/Rotate ${page.rotate ?? 0} /Contents ${number + 1} 0 R /Resources << /Font ` +
        `<< /song 3 0 R /hei 5 0 R /vertical 7 0 R >> ${picture} >> >>`,
    });
    objects.set(number + 1, { dict: '<<', stream: latin1(drawPage(page, height, coder)) });
    if (page.image) objects.set(number + 2, PICTURE);
  });
  addFonts(objects, encoding, coder, key);
  if (options.info) {
    const entries = Object.entries(options.info).map(([name, value]) => {
      const bytes = encryptFor(key, 12, utf16(`\uFEFF${value}`));
      return `/${name} <${hex(bytes)}>`;
    });
    objects.set(12, { dict: `<< ${entries.join(' ')} >>` });
  }
  if (key) objects.set(13, { dict: key.dict });
  extra.forEach((dict, index) => {
    objects.set(FIRST_EXTRA_OBJECT + index, { dict });
  });
  return writeFile(objects, key, options);
}

/** In branches: a reader walks a flat tree from the beginning for every page. */
function addPageTree(
  objects: Map<number, PdfObject>,
  pages: number,
  firstPage: number,
  firstBranch: number,
): void {
  const branches = Array.from({ length: Math.ceil(pages / BRANCH) }, (_, index) => index);
  for (const index of branches) {
    const count = Math.min(BRANCH, pages - index * BRANCH);
    const kids = Array.from({ length: count }, (_, at) => {
      return `${firstPage + (index * BRANCH + at) * STRIDE} 0 R`;
    });
    const dict = `<< /Type /Pages /Parent 2 0 R /Kids [${kids.join(' ')}] /Count ${count} >>`;
    objects.set(firstBranch + index, { dict });
  }
  const kids = branches.map((index) => `${firstBranch + index} 0 R`).join(' ');
  objects.set(2, { dict: `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>` });
}

interface PdfObject {
  dict: string;
  stream?: Uint8Array;
}

function drawPage(page: PdfPage, height: number, coder: Coder): string {
  const parts = page.image ? [`q ${page.width ?? A4.width} 0 0 ${height} 0 0 cm /Im Do Q`] : [];
  for (const run of page.runs) {
    const angle = ((run.rotate ?? 0) * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)];
    const place = `${cos} ${sin} ${-Number(sin)} ${cos} ${run.x.toFixed(2)} ${(height - run.y).toFixed(2)}`;
    const font = `/${run.font ?? 'song'} ${run.size} Tf`;
    parts.push(`BT ${font} ${place} Tm <${coder.encode(run.text)}> Tj ET`);
  }
  return parts.join('\n');
}

function addFonts(
  objects: Map<number, PdfObject>,
  encoding: PdfEncoding,
  coder: Coder,
  key: Key | null,
): void {
  const collection = encoding.startsWith('UniCNS') || encoding.startsWith('ETen') ? 'CNS1' : 'GB1';
  const isIdentity = encoding === 'Identity-H';
  const ordering = isIdentity ? 'Identity' : collection;
  const toUnicode = isIdentity ? '/ToUnicode 9 0 R' : '';
  const fonts: [number, string, string][] = [
    [3, 'TestSong', encoding],
    [5, 'TestHei-Bold', encoding],
    [7, 'TestSong', encoding.replace(/H$/, 'V')],
  ];
  for (const [number, name, cmap] of fonts) {
    const string = (text: string) => `<${hex(encryptFor(key, number + 1, latin1(text)))}>`;
    objects.set(number, {
      dict:
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${cmap} ` +
        `/DescendantFonts [${number + 1} 0 R] ${toUnicode} >>`,
    });
    objects.set(number + 1, {
      dict:
        `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry ` +
        `${string('Adobe')} /Ordering ${string(ordering)} /Supplement 0 >> /DW 1000 /W [${coder.widths()}] ` +
        `/FontDescriptor ${number === 5 ? 14 : 11} 0 R >>`,
    });
  }
  // Fonts that share a descriptor are taken for the same.
  for (const [number, name] of [
    [11, 'TestSong'],
    [14, 'TestHei-Bold'],
  ] as const) {
    objects.set(number, {
      dict:
        `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] ` +
        '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    });
  }
  if (isIdentity) objects.set(9, { dict: '<<', stream: latin1(coder.toUnicode()) });
}

/** Writes text in the codes of one encoding. */
interface Coder {
  /** Hexadecimal. */
  encode(text: string): string;
  /** The `/W` array: what is narrower than the square of a Han character. */
  widths(): string;
  toUnicode(): string;
}

function makeCoder(encoding: PdfEncoding): Coder {
  if (encoding === 'Identity-H') return identityCoder();
  const none = { toUnicode: () => '' };
  if (encoding.startsWith('Uni')) {
    return { ...none, encode: (text) => hex(utf16(text)), widths: () => '1 95 500' };
  }
  const isGbk = encoding === 'GBK-EUC-H';
  const codes = legacyCodes(isGbk ? 'gbk' : 'big5');
  const encode = (text: string) => Array.from(text, (each) => codes.get(each) ?? '3f').join('');
  return { ...none, encode, widths: () => (isGbk ? '814 939 500 7716 [500]' : '13648 13742 500') };
}

function identityCoder(): Coder {
  const codes = new Map<string, number>();
  const list = () => [...codes].map(([text, code]) => ({ text, code: code4(code) }));
  return {
    encode: (text) =>
      Array.from(text, (each) => {
        const code = codes.get(each) ?? codes.size + 1;
        codes.set(each, code);
        return code4(code);
      }).join(''),
    widths: () =>
      [...codes]
        .filter(([text]) => text < '\u0100')
        .map(([, code]) => `${code} [500]`)
        .join(' '),
    toUnicode: () =>
      [
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
        '/CMapName /Test def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange',
        ...list().map(
          ({ text, code }) => `1 beginbfchar <${code}> <${hex(utf16(text))}> endbfchar`,
        ),
        'endcmap end end',
      ].join('\n'),
  };
}

/** Two-byte codes of a legacy encoding by their character, as hexadecimal. */
function legacyCodes(label: string): Map<string, string> {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, string>();
  for (let code = 0x20; code < 0x7f; code += 1) codes.set(String.fromCharCode(code), code2(code));
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\uFFFD') codes.set(text, code2(lead) + code2(trail));
    }
  }
  return codes;
}

function writeFile(objects: Map<number, PdfObject>, key: Key | null, options: PdfOptions) {
  const parts: Uint8Array[] = [latin1('%PDF-1.4\n%\xE2\xE3\xCF\xD3\n')];
  let size = parts[0]?.length ?? 0;
  const push = (bytes: Uint8Array) => {
    parts.push(bytes);
    size += bytes.length;
  };
  const offsets = new Map<number, number>();
  for (const [number, { dict, stream }] of objects) {
    offsets.set(number, size);
    if (!stream) {
      push(latin1(`${number} 0 obj\n${dict}\nendobj\n`));
      continue;
    }
    const bytes = encryptFor(key, number, stream);
    push(latin1(`${number} 0 obj\n${dict} /Length ${bytes.length} >>\nstream\n`));
    push(bytes);
    push(latin1('\nendstream\nendobj\n'));
  }
  const count = Math.max(...objects.keys()) + 1;
  const start = options.brokenXref ? size + 4000 : size;
  const rows = Array.from({ length: count }, (_, number) => {
    const offset = offsets.get(number);
    if (offset === undefined) return '0000000000 65535 f \n';
    const shown = options.brokenXref ? offset + 7 : offset;
    return `${String(shown).padStart(10, '0')} 00000 n \n`;
  });
  const encrypt = key ? `/Encrypt 13 0 R /ID [<${hex(key.id)}> <${hex(key.id)}>]` : '';
  const info = options.info ? '/Info 12 0 R' : '';
  push(latin1(`xref\n0 ${count}\n${rows.join('')}`));
  push(latin1(`trailer\n<< /Size ${count} /Root 1 0 R ${info} ${encrypt} >>\n`));
  push(latin1(`startxref\n${start}\n%%EOF\n`));
  const file = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
