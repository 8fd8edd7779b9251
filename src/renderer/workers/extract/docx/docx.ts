import { ZhaijiError } from '@shared/errors';
import { zipSync } from 'fflate';
import { Blocks, squeeze } from '../blocks';
import { plainDate } from '../html/facts';
import type { ExtractedText, ExtractOptions } from '../types';
import { readXml } from '../xml';
import { openZip, type ZipArchive } from '../zip/zip';
import { type DocxNode, writeDocument } from './model';
import { readStyles } from './styles';

/**
 * The XML of one document, unpacked, in bytes: about four million characters of running text. The
 * tree that is built of it takes some ten times as much memory.
 */
const MAX_DOCX_XML = 64 * 1024 * 1024;
/** Deeper than any table in a table in a text box; the reader of the tree is recursive. */
export const MAX_XML_DEPTH = 500;

/**
 * Reads a Word document (`.docx`). mammoth gets a copy of the package with nothing in it but the
 * checked XML: no pictures, no document types, no sizes that lie. It loads no external files.
 * @throws ZhaijiError `file-damaged`, `file-encrypted`, `zip-bomb`, `file-too-large`, `file-no-text`
 */
export async function readDocx(
  bytes: Uint8Array,
  _options: ExtractOptions,
): Promise<ExtractedText> {
  const archive = openZip(bytes);
  const parts = readParts(archive);
  const document = await readModel(zipSync(parts, { level: 0 }));
  const styles = Object.keys(parts).find((path) => /^word\/styles\d*\.xml$/.test(path));
  const meaning = readStyles(parts[styles ?? ''] ?? EMPTY_XML);
  const out = new Blocks();
  try {
    writeDocument(document, meaning, out);
  } catch (cause) {
    throw new ZhaijiError('file-damaged', '', { cause });
  }
  if (out.isEmpty) throw new ZhaijiError('file-no-text');
  const extracted = out.finish('docx', {});
  return { ...extracted, facts: readProperties(parts['docProps/core.xml'], extracted.text) };
}

const EMPTY_XML = new TextEncoder().encode('<styles/>');

/** The XML parts that are read, checked and unpacked. */
function readParts(archive: ZipArchive): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  const names = new Set<string>();
  for (const { path } of archive.entries) {
    const wanted =
      /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml)$/.test(path) ||
      /^word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes)\d*\.xml(?:\.rels)?$/.test(
        path,
      );
    // A second entry of the same name cannot be read and is not needed.
    if (!wanted || names.has(path)) continue;
    names.add(path);
    const part = archive.read(path);
    total += part.length;
    if (total > MAX_DOCX_XML) throw new ZhaijiError('file-too-large');
    checkXml(part);
    parts[path] = /document\d*\.xml$/.test(path) ? keepRubyBase(part) : part;
  }
  if (!Object.keys(parts).some((path) => /^word\/document\d*\.xml$/.test(path))) {
    throw new ZhaijiError('file-damaged');
  }
  return parts;
}

/** Well-formed, without document type, not too deep. */
function checkXml(xml: Uint8Array): void {
  let depth = 0;
  readXml(xml, {
    open() {
      depth += 1;
      if (depth > MAX_XML_DEPTH) throw new ZhaijiError('file-damaged');
    },
    close() {
      depth -= 1;
    },
  });
}

/**
 * mammoth passes over Word's pronunciation guides (拼音指南) with the words under them. Without the
 * tags around the base text it stays, and the pronunciation, in an element unknown to mammoth, goes.
 */
function keepRubyBase(xml: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(xml);
  if (!text.includes('<w:ruby')) return xml;
  return new TextEncoder().encode(text.replace(/<\/?w:ruby(?:Base)?\s*>/g, ''));
}

async function readModel(bytes: Uint8Array): Promise<DocxNode> {
  const { default: mammoth } = await import('mammoth');
  // A buffer for Node, an array buffer for the browser; both builds take their own.
  const input = { buffer: bytes as Buffer, arrayBuffer: bytes.slice().buffer as ArrayBuffer };
  let model: DocxNode | null = null;
  try {
    await mammoth.convertToHtml(input, {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument(document: DocxNode) {
        model = document;
        // The model is all that is wanted: no time is spent on its HTML.
        return { ...document, children: [] };
      },
    });
  } catch (cause) {
    throw new ZhaijiError('file-damaged', '', { cause });
  }
  if (model === null) throw new ZhaijiError('file-damaged');
  return model;
}

const GENERIC_TITLE =
  /^(?:microsoft word|wps|powerpoint|文档|新建|无标题|未命名|untitled|document|doc|normal)|\.(?:docx?|wps|txt)$/i;

/**
 * Document properties come from templates, user names and the clock of whoever saved the file. They
 * count only when the text itself bears them out: the title and the name stand in it, the day does
 * (`11月24日`, whose year the property then tells).
 */
function readProperties(xml: Uint8Array | undefined, text: string): ExtractedText['facts'] {
  if (xml === undefined) return {};
  const values = new Map<string, string>();
  let open = '';
  readXml(xml, {
    open(name) {
      open = name;
    },
    text(value) {
      if (open !== '') values.set(open, (values.get(open) ?? '') + value);
    },
    close() {
      open = '';
    },
  });
  const squeezed = squeeze(text);
  const stands = (value: string): boolean => value !== '' && squeezed.includes(squeeze(value));
  const facts: ExtractedText['facts'] = {};
  const title = (values.get('title') ?? '').trim();
  if (title.length >= 4 && title.length <= 100 && !GENERIC_TITLE.test(title) && stands(title)) {
    facts.title = title;
  }
  const creator = (values.get('creator') ?? '').trim();
  if (/^\p{Script=Han}{2,4}$/u.test(creator) && stands(creator)) facts.byline = creator;
  const date = plainDate((values.get('created') ?? '').trim());
  const [, month, day] = date.split('-').map(Number);
  if (date !== '' && stands(`${month}月${day}日`)) facts.date = date;
  return facts;
}
