import { readFrontMatter, readHeading } from '@domain/ingest/markdown';
import type { FileFormat } from '@domain/model';
import { ZhaijiError } from '@shared/errors';
import { guessDialect } from './csv/dialect';
import { isClipboard } from './html/clipboard';
import { isObject } from './json/cells';
import { countRoles } from './table/table';

type TextFormat = Exclude<FileFormat, 'docx' | 'pdf' | 'epub' | 'xlsx'>;

/** UTF-16 units that are looked at: what a format is shows at its beginning. */
const HEAD = 1 << 12;
/** Markdown shows a little later, in its headings. */
const MARKDOWN_HEAD = 1 << 15;

/**
 * Tells the format of a decoded text. The name decides only where the words do not.
 * @throws ZhaijiError `file-unsupported` for XML that is no web page
 */
export function guessTextFormat(text: string, name: string): TextFormat {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const head = text.slice(0, HEAD);
  const markdown = extension === 'md' || extension === 'markdown';
  if (/<!--\s*StartFragment\s*-->/i.test(head) && isClipboard(text)) return 'html';
  const first = head.trimStart().charAt(0);
  if (first === '<' || /^(?:x?html?|xht)$/.test(extension)) {
    const markup = guessMarkup(head, extension, markdown);
    if (markup !== null) return markup;
  }
  if (isMhtml(head)) return 'mhtml';
  if (first === '{' || first === '[') {
    const json = guessJson(text, extension);
    if (json !== null) return json;
  }
  if (extension === 'csv' || extension === 'tsv') return 'csv';
  if (markdown) return 'md';
  if (isCsv(text, head, name)) return 'csv';
  return isMarkdown(text) ? 'md' : 'txt';
}

const PROLOGUE = /^\s*(?:<\?xml[^>]{0,300}\?>\s*|<!--[\s\S]*?-->\s*)*/;
const BLOCK_TAG =
  /<(?:p|div|table|tbody|tr|h[1-6]|ul|ol|section|article|header|main|meta|title|link|script|style|br|center)(?:\s[^<>]*)?\/?>/gi;

/** A text that begins with a tag, or whose name says that it has some. */
function guessMarkup(head: string, extension: string, markdown: boolean): 'html' | null {
  const rest = head.replace(PROLOGUE, '');
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(rest)) return 'html';
  const tags = head.match(BLOCK_TAG)?.length ?? 0;
  const named = /^(?:x?html?|xht)$/.test(extension);
  if (named && /<\/?[a-z][^<>]*>/i.test(head)) return 'html';
  if (/^\s*<\?xml\s/.test(head)) {
    // The text of some other XML would be lost among its tags.
    if (/<(?:\w+:)?html[\s>]/i.test(rest)) return 'html';
    throw new ZhaijiError('file-unsupported');
  }
  // Markdown may hold any tags; only a whole page is none.
  return !markdown && rest.startsWith('<') && tags >= 3 ? 'html' : null;
}

/** A web archive is a mail message (RFC 2557): it begins with header fields. */
export function isMhtml(head: string): boolean {
  const block = /^\s*(?:[\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/.exec(head)?.[0];
  if (block === undefined) return false;
  return (
    /^MIME-Version:/im.test(block) &&
    /^Content-Type:\s*(?:multipart\/(?:related|alternative|mixed)|text\/html)/im.test(block)
  );
}

/** Lines that are looked at before JSON Lines are believed. */
const JSON_LINES = 5;

/** A text that begins with a bracket: news do so too, and without the name only valid JSON counts. */
function guessJson(text: string, extension: string): 'json' | 'jsonl' | null {
  const jsonLines = extension === 'jsonl' || extension === 'ndjson';
  const named = jsonLines || extension === 'json';
  if (!named && !/^\s*(?:\{\s*"|\[\s*[{"[])/.test(text.slice(0, HEAD))) return null;
  const lines = firstLines(text, JSON_LINES);
  const objects = lines.filter((line) => isObject(parse(line))).length;
  const isLines = jsonLines ? objects * 2 >= lines.length : objects === lines.length;
  if (isLines && (lines.length > 1 || jsonLines)) return 'jsonl';
  if (jsonLines) return parse(text) === undefined ? 'jsonl' : 'json';
  if (named) return 'json';
  const value = parse(text);
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? 'json' : null;
  return isObject(value) ? 'json' : null;
}

/** The first lines that are not blank, of a text with several; one alone is not read twice. */
function firstLines(text: string, count: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length && lines.length < count; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).trim();
    if (line !== '') lines.push(line);
    start = end + 1;
  }
  return lines;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Separated values under another name: known names of columns on top, and rows of their width. */
function isCsv(text: string, head: string, name: string): boolean {
  const line = head.trimStart().split('\n', 1)[0];
  if (line === undefined || line.length > 300) return false;
  const delimiter = [',', '\t', ';', '|'].find((mark) => line.includes(mark));
  if (delimiter === undefined) return false;
  const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  // A line such as `来源：江城日报 | 作者：…` names fields too, but with their values.
  if (cells.length < 2 || cells.some((cell) => cell.length > 20) || countRoles(cells) < 2)
    return false;
  const dialect = guessDialect(text, name);
  return dialect.delimiter === delimiter && dialect.rows > 1 && dialect.regular >= 0.9;
}

/** Front matter, or ATX headings of which at least one stands over a text. */
function isMarkdown(text: string): boolean {
  if (!text.includes('# ') && !/^\s*---\n/.test(text.slice(0, HEAD))) return false;
  const lines = text.slice(0, MARKDOWN_HEAD).split('\n');
  if (readFrontMatter(lines) !== null) return true;
  return lines.filter((line) => /^#{1,6} /.test(line) && readHeading(line) !== null).length >= 2;
}
