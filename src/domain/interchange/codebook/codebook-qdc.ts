import { type TreeNode, tagTree } from '@domain/codebook/tree';
import type { Tag } from '@domain/model';
import { ZhaijiError } from '@shared/errors';
import { SaxesParser } from 'saxes';
import type { CodeInFile } from './codebook-file';
import { colorFrom, RGB } from './colors';

/**
 * The codebook in the REFI-QDA exchange format (Codebook 1.0, https://www.qdasoftware.org). A tag's id
 * is its GUID, so that it is known again. An empty codebook has no valid form: it needs a code.
 */
export function codebookToQdc(tags: readonly Tag[]): string {
  const codes = tagTree(tags).map((node) => codeXml(node, 2));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Zhaiji">',
    '  <Codes>',
    ...codes,
    '  </Codes>',
    '</CodeBook>',
    '',
  ].join('\n');
}

function codeXml({ tag, children }: TreeNode, depth: number): string {
  const indent = '  '.repeat(depth);
  const attributes = `guid="${tag.id}" name="${escapeXml(tag.name)}" isCodable="true" color="${RGB[tag.color]}"`;
  const inner = [
    ...(tag.description === ''
      ? []
      : [`${indent}  <Description>${escapeXml(tag.description)}</Description>`]),
    ...children.map((child) => codeXml(child, depth + 1)),
  ];
  if (inner.length === 0) return `${indent}<Code ${attributes}/>`;
  return [`${indent}<Code ${attributes}>`, ...inner, `${indent}</Code>`].join('\n');
}

/** Escapes for text and attributes; line breaks are kept, what XML 1.0 cannot hold is left out. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
      .replaceAll('\n', '&#10;')
      .replaceAll('\t', '&#9;')
  );
}

/** Deeper codebooks than this are no one's work. */
const DEEPEST = 100;

/**
 * Reads the codes of a REFI-QDA codebook, also of a project file's codebook part. Unknown elements and
 * attributes are passed over. A document type is refused, so that no entities can be declared.
 * @throws ZhaijiError `file-damaged` when it is not well-formed, has a document type or no codebook
 */
export function codebookFromQdc(xml: string): CodeInFile[] {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const codes: CodeInFile[] = [];
  const open: (CodeInFile | null)[] = [];
  let isCodebook = false;
  let description: string | null = null;
  const damaged = (cause?: unknown): never => {
    throw new ZhaijiError('file-damaged', '', { cause });
  };
  parser.on('error', damaged);
  parser.on('doctype', () => damaged());
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (local === 'CodeBook') isCodebook = true;
    if (local === 'Description' && open.length > 0) description = '';
    if (local !== 'Code' || !isCodebook) return;
    if (open.length >= DEEPEST) damaged();
    const path = open.flatMap((code) => code?.name ?? []);
    const code: CodeInFile = {
      name: (attributes.name ?? '').trim(),
      path,
      color: colorFrom(attributes.color ?? ''),
      description: '',
      guid: guidOf(attributes.guid ?? ''),
    };
    open.push(code.name === '' ? null : code);
    if (code.name !== '') codes.push(code);
  });
  const onText = (text: string) => {
    if (description !== null) description += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    const code = open.at(-1);
    if (local === 'Description' && description !== null) {
      if (code != null) code.description = description.trim();
      description = null;
    }
    if (local === 'Code' && isCodebook) open.pop();
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  if (!isCodebook) damaged();
  return codes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function guidOf(text: string): string | null {
  const bare = text.replace(/^\{|\}$/g, '').toLowerCase();
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(bare) ? bare : null;
}
