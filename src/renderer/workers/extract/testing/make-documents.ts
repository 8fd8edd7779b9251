import { type Zippable, zipSync } from 'fflate';

export { makeZip, makeZipBomb } from './make-zip';

/**
 * Makes small files of the formats that the readers read, for tests. Plain code without aliases, so
 * that the end-to-end tests can import it too.
 */

/** One part of a document, in its order. */
export type Part =
  | { kind: 'title' | 'paragraph' | 'caption' | 'list' | 'quote' | 'bold'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'table'; rows: string[][] }
  /** Word only: text that stands in the document but was deleted under revision. */
  | { kind: 'deleted'; text: string }
  /** Word only: a paragraph with a footnote at its end. */
  | { kind: 'noted'; text: string; note: string };

/** What strings stand for among parts. */
export type Parts = readonly (Part | string)[];

const partsOf = (parts: Parts): Part[] =>
  parts.map((part) => (typeof part === 'string' ? { kind: 'paragraph', text: part } : part));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export interface PageOptions {
  /** Markup for the head, after the title. */
  head?: string;
  title?: string;
  /** Markup around the article: menus and the like. */
  before?: string;
  after?: string;
  /** Name in `<meta charset>`; the bytes are UTF-8 unless `encode` says otherwise. */
  charset?: string;
  encode?: (text: string) => Uint8Array;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'title':
      return `<h1>${escaped(part.text)}</h1>`;
    case 'heading':
      return `<h${part.level}>${escaped(part.text)}</h${part.level}>`;
    case 'caption':
      return `<figure><img src="p.jpg"/><figcaption>${escaped(part.text)}</figcaption></figure>`;
    case 'list':
      return `<ul><li>${escaped(part.text)}</li></ul>`;
    case 'quote':
      return `<blockquote>${escaped(part.text)}</blockquote>`;
    case 'bold':
      return `<p><strong>${escaped(part.text)}</strong></p>`;
    case 'table':
      return `<table>${part.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('\n')}</table>`;
    case 'deleted':
      return `<p hidden="hidden">${escaped(part.text)}</p>`;
    default:
      return `<p>${escaped(part.text)}</p>`;
  }
}

/** A web page whose article is made of the parts. */
export function makeHtml(parts: Parts, options: PageOptions = {}): Uint8Array {
  const body = partsOf(parts).map(partHtml).join('\n');
  const html = `<!DOCTYPE html>
<html><head><meta charset="${options.charset ?? 'utf-8'}"/>
<title>${escaped(options.title ?? '')}</title>${options.head ?? ''}</head>
<body>${options.before ?? ''}<div class="article">
${body}
</div>${options.after ?? ''}</body></html>
`;
  return (options.encode ?? utf8)(html);
}

/** A page as browsers save it in one file; the page itself quoted-printable or in base64. */
export function makeMhtml(
  parts: Parts,
  options: PageOptions & { transfer?: 'quoted-printable' | 'base64'; partCharset?: string } = {},
): Uint8Array {
  const page = makeHtml(parts, options);
  const transfer = options.transfer ?? 'quoted-printable';
  const content = transfer === 'base64' ? base64(page) : quotedPrintable(page);
  const charset = options.partCharset === undefined ? '' : `; charset="${options.partCharset}"`;
  const lines = [
    'From: <Saved by Blink>',
    'Subject: =?utf-8?B?5L+d5a2Y55qE6aG1?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--zhaiji----"',
    '',
    '',
    '------MultipartBoundary--zhaiji----',
    `Content-Type: text/html${charset}`,
    `Content-Transfer-Encoding: ${transfer}`,
    'Content-Location: https://news.example/1.html',
    '',
    content,
    '------MultipartBoundary--zhaiji----',
    'Content-Type: text/css; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: cid:css-1@mhtml.blink',
    '',
    'p { color: red }',
    '------MultipartBoundary--zhaiji----',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: cid:frame-1@mhtml.blink',
    '',
    '<html><body><p>advertisement in a frame</p></body></html>',
    '------MultipartBoundary--zhaiji------',
    '',
  ];
  return Uint8Array.from([...lines.join('\r\n')].map((char) => char.charCodeAt(0)));
}

function base64(bytes: Uint8Array): string {
  const whole = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return whole.replace(/.{76}/g, '$&\r\n');
}

function quotedPrintable(bytes: Uint8Array): string {
  const out: string[] = [];
  let line = '';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const piece = plain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (byte === 0x0a) {
      out.push(line);
      line = '';
      continue;
    }
    if (line.length + piece.length > 75) {
      out.push(`${line}=`);
      line = '';
    }
    line += piece;
  }
  return [...out, line].join('\r\n');
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface DocxOptions {
  /** Document properties (docProps/core.xml). */
  title?: string;
  creator?: string;
  /** ISO 8601. */
  created?: string;
  /** Style names by kind, as other language versions write them. */
  styles?: { title?: string; heading?: (level: number) => string; caption?: string };
  /** XML that stands at the end of the body. */
  extra?: string;
  /** Replaces or adds files of the package. */
  files?: Record<string, string>;
}

const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

/** A Word document with the parts as paragraphs. */
export function makeDocx(parts: Parts, options: DocxOptions = {}): Uint8Array {
  const notes: string[] = [];
  const body = partsOf(parts)
    .map((part) => partDocx(part, notes))
    .join('');
  const names = options.styles ?? {};
  const heading = names.heading ?? ((level: number) => `heading ${level}`);
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${escaped(name)}"/></w:style>`;
  const styles = [
    style('T', names.title ?? 'Title'),
    style('C', names.caption ?? 'caption'),
    ...[1, 2, 3, 4, 5, 6].map((level) => style(`H${level}`, heading(level))),
  ];
  const core =
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">` +
    `<dc:title>${escaped(options.title ?? '')}</dc:title><dc:creator>${escaped(options.creator ?? '')}</dc:creator>` +
    `<dcterms:created>${options.created ?? ''}</dcterms:created></cp:coreProperties>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml') +
        relation('rId2', 'numbering', 'numbering.xml') +
        relation('rId3', 'footnotes', 'footnotes.xml'),
    ),
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}${options.extra ?? ''}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `${XML}<w:styles ${W}>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/footnotes.xml': `${XML}<w:footnotes ${W}>${notes
      .map((text, id) => `<w:footnote w:id="${id + 1}">${paragraph(run(text))}</w:footnote>`)
      .join('')}</w:footnotes>`,
    'docProps/core.xml': XML + core,
    ...options.files,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, utf8(text)])),
  );
}

function partDocx(part: Part, notes: string[]): string {
  switch (part.kind) {
    case 'title':
      return paragraph(run(part.text), styled('T'));
    case 'heading':
      return paragraph(run(part.text), styled(`H${part.level}`));
    case 'caption':
      return paragraph(run(part.text), styled('C'));
    case 'list':
      return paragraph(
        run(part.text),
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      );
    case 'bold':
      return paragraph(run(part.text, '<w:rPr><w:b/></w:rPr>'));
    case 'table':
      return `<w:tbl>${part.rows
        .map(
          (row) =>
            `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`,
        )
        .join('')}</w:tbl>`;
    case 'deleted':
      return paragraph(
        `<w:del w:id="1" w:author="a"><w:r><w:delText>${escaped(part.text)}</w:delText></w:r></w:del>`,
      );
    case 'noted': {
      notes.push(part.note);
      return paragraph(`${run(part.text)}<w:r><w:footnoteReference w:id="${notes.length}"/></w:r>`);
    }
    default:
      return paragraph(run(part.text));
  }
}

export interface EpubOptions {
  title?: string;
  creator?: string;
  publisher?: string;
  date?: string;
  /** Replaces or adds files of the book. */
  files?: Record<string, string>;
}

/** A book with a chapter for each list of parts, a cover and a table of contents. */
export function makeEpub(chapters: readonly Parts[], options: EpubOptions = {}): Uint8Array {
  const item = (id: string, href: string, more = ''): string =>
    `<item id="${id}" href="${href}" media-type="application/xhtml+xml"${more}/>`;
  const opf = `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(options.title ?? '')}</dc:title><dc:creator>${escaped(options.creator ?? '')}</dc:creator><dc:publisher>${escaped(options.publisher ?? '')}</dc:publisher><dc:date>${options.date ?? ''}</dc:date></metadata><manifest>${item('cover', 'cover.xhtml')}${item('nav', 'nav.xhtml', ' properties="nav"')}${chapters.map((_, index) => item(`c${index + 1}`, `text/c%20${index + 1}.xhtml`)).join('')}</manifest><spine><itemref idref="cover"/><itemref idref="nav"/>${chapters.map((_, index) => `<itemref idref="c${index + 1}"/>`).join('')}</spine></package>`;
  const page = (title: string, body: string): string =>
    `${XML}<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escaped(title)}</title></head><body>${body}</body></html>`;
  const files: Record<string, string> = {
    'META-INF/container.xml': `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/content.opf': opf,
    'OEBPS/cover.xhtml': page('封面', '<img src="cover.jpg"/><p>封面的字</p>'),
    'OEBPS/nav.xhtml': page(
      '目录',
      '<nav><ol><li><a href="text/c%201.xhtml">目录的字</a></li></ol></nav>',
    ),
    ...Object.fromEntries(
      chapters.map((parts, index) => [
        `OEBPS/text/c ${index + 1}.xhtml`,
        page(`第${index + 1}篇`, `<a id="top"/>${partsOf(parts).map(partHtml).join('\n')}`),
      ]),
    ),
    ...options.files,
  };
  const packed: Zippable = { mimetype: [utf8('application/epub+zip'), { level: 0 }] };
  for (const [path, text] of Object.entries(files)) packed[path] = utf8(text);
  return zipSync(packed);
}
