import { ZhaijiError } from '@shared/errors';
import { attribute, readXml } from '../xml';
import type { ZipArchive } from '../zip/zip';

/** What the package document of a book says (EPUB 3.3, EPUB 2.0.1). */
export interface BookPackage {
  title: string;
  creator: string;
  publisher: string;
  date: string;
  /** Paths in the archive of the documents to read, in reading order; no covers and contents. */
  chapters: string[];
}

/** Package documents are small; in bytes. */
const MAX_PACKAGE = 16 * 1024 * 1024;
const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/**
 * Reads container, package document and encryption.
 * @throws ZhaijiError `file-damaged`, `file-encrypted` (the text is under DRM)
 */
export function readPackage(archive: ZipArchive): BookPackage {
  let path = '';
  readXml(xmlOf(archive, CONTAINER), {
    open(name, attributes) {
      if (name === 'rootfile') path ||= attribute(attributes, 'full-path') ?? '';
    },
  });
  const book = readOpf(xmlOf(archive, path), path);
  if (archive.has(ENCRYPTION)) {
    const encrypted = encryptedPaths(xmlOf(archive, ENCRYPTION));
    if (book.chapters.some((chapter) => encrypted.has(chapter))) {
      throw new ZhaijiError('file-encrypted');
    }
  }
  if (book.chapters.length === 0) throw new ZhaijiError('file-damaged');
  return book;
}

function xmlOf(archive: ZipArchive, path: string): Uint8Array {
  const bytes = archive.read(path);
  if (bytes.length > MAX_PACKAGE) throw new ZhaijiError('zip-bomb', path);
  return withoutDoctype(bytes);
}

/** Old package documents name a document type; whatever entities it declares, none is used. */
function withoutDoctype(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(dropDoctype(text));
}

/** Takes `<!DOCTYPE …>` off, with an internal subset if it has one. */
export function dropDoctype(text: string): string {
  const start = text.search(/<!DOCTYPE/i);
  if (start === -1) return text;
  const bracket = text.slice(start).search(/[[>]/);
  if (bracket === -1) return text;
  let end = start + bracket;
  if (text.charAt(end) === '[') {
    const close = /\]\s*>/g;
    close.lastIndex = end;
    const found = close.exec(text);
    if (found === null) return text.slice(0, start);
    end = found.index + found[0].length - 1;
  }
  return text.slice(0, start) + text.slice(end + 1);
}

function readOpf(xml: Uint8Array, path: string): BookPackage {
  const items = new Map<string, { path: string; skipped: boolean }>();
  const spine: string[] = [];
  const skipped = new Set<string>();
  const meta = new Map<string, string>();
  let inMetadata = false;
  let open = '';
  readXml(xml, {
    open(name, attributes) {
      if (name === 'metadata') inMetadata = true;
      open = inMetadata && !meta.has(name) ? name : '';
      const get = (key: string): string => attribute(attributes, key) ?? '';
      if (name === 'item' && /xhtml|html|xml/.test(get('media-type'))) {
        const href = resolve(path, get('href'));
        // Only names that say it as a whole: an article may well be called `cover-story`.
        const plain = /(?:^|\/)(?:cover|titlepage|nav|toc|contents)(?:page)?\.x?html?$/i.test(href);
        const isNav = /\bnav\b/.test(get('properties')) || /ncx|svg/.test(get('media-type'));
        items.set(get('id'), { path: href, skipped: plain || isNav });
      } else if (name === 'itemref' && get('linear') !== 'no') {
        spine.push(get('idref'));
      } else if (name === 'reference' && /^(?:cover|toc|title-page)$/.test(get('type'))) {
        skipped.add(resolve(path, get('href')));
      }
    },
    text(value) {
      if (open !== '') meta.set(open, (meta.get(open) ?? '') + value);
    },
    close(name) {
      open = '';
      if (name === 'metadata') inMetadata = false;
    },
  });
  const get = (name: string): string => (meta.get(name) ?? '').trim();
  const listed = spine.map((id) => items.get(id)).filter((item) => item !== undefined);
  return {
    title: get('title'),
    creator: get('creator'),
    publisher: get('publisher'),
    date: get('date'),
    chapters: [
      ...new Set(listed.filter((i) => !i.skipped && !skipped.has(i.path)).map((i) => i.path)),
    ],
  };
}

/** A relative address in a document as a path in the archive. */
function resolve(from: string, href: string): string {
  const [plain = ''] = href.split('#');
  let decoded = plain;
  try {
    decoded = decodeURIComponent(plain);
  } catch {
    // A lone `%` in a name: then it is not encoded.
  }
  const parts = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Fonts are "encrypted" against copying in nearly every book; the text can be read all the same. */
const FONT_METHODS = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

function encryptedPaths(xml: Uint8Array): Set<string> {
  const paths = new Set<string>();
  let method = '';
  readXml(xml, {
    open(name, attributes) {
      if (name === 'EncryptedData') method = '';
      if (name === 'EncryptionMethod') method ||= attribute(attributes, 'Algorithm') ?? '';
      if (name !== 'CipherReference' || FONT_METHODS.includes(method)) return;
      paths.add(resolve('', attribute(attributes, 'URI') ?? ''));
    },
  });
  return paths;
}
