import type { NoteDoc, NoteNode } from '@domain/model';
import {
  imageNode,
  linkHref,
  linkLabel,
  parseLinkHref,
  quotationNode,
  referenceNode,
  targetOf,
} from './links';
import { paragraph, paragraphFirst, parentNode, sameMarks, textNode } from './schema';

/** How links between notes are written: as addresses that read back, or as `[[names]]` to read. */
export type LinkForm = 'address' | 'wiki';

/** The address of the file that a picture is handed out as; `null` when there is none. */
export type PictureAddress = (id: string) => string | null;

export interface PreparedNote {
  doc: NoteDoc;
  /** The footnotes' texts; the first is number 1. */
  footnotes: string[];
}

const QUOTATION = 'zhaiji:quotation/';
const IMAGE = 'zhaiji:image/';
/** Stands for a picture that nothing is said of. */
const PICTURE = '图';

/** Turns what Markdown has no node for into what it has, and numbers the footnotes. */
export function prepareForMarkdown(
  doc: NoteDoc,
  form: LinkForm,
  pictures: PictureAddress = () => null,
): PreparedNote {
  const footnotes: string[] = [];
  const prepare = (node: NoteNode): NoteNode => {
    const label = typeof node.attrs?.label === 'string' ? node.attrs.label : '';
    if (node.type === 'footnote') {
      footnotes.push(typeof node.attrs?.text === 'string' ? node.attrs.text : '');
      return { type: 'footnote', attrs: { text: String(footnotes.length) } };
    }
    if (node.type === 'image') {
      const alt = typeof node.attrs?.alt === 'string' ? node.attrs.alt : '';
      const address = pictures(String(node.attrs?.id));
      if (address !== null) {
        const words = alt === '' ? PICTURE : plainName(alt);
        return paragraph([{ type: 'picture', attrs: { alt: words, address } }]);
      }
      if (form === 'wiki') return paragraph([textNode(`〔${PICTURE}${alt && `：${alt}`}〕`)]);
      const href = `${IMAGE}${String(node.attrs?.id)}`;
      return paragraph([textNode(alt || PICTURE, [{ type: 'link', attrs: { href } }])]);
    }
    const target = targetOf(node);
    if (node.type === 'quotation') {
      if (form === 'wiki') return parentNode('blockquote', [paragraph([textNode(label)])]);
      const href = `${QUOTATION}${target?.id ?? ''}`;
      return paragraph([textNode(label, [{ type: 'link', attrs: { href } }])]);
    }
    if (target !== null) {
      if (form === 'wiki') return { type: 'wikiLink', attrs: { label: plainName(label) } };
      return textNode(label, [{ type: 'link', attrs: { href: linkHref(target) } }]);
    }
    return node.content ? { ...node, content: node.content.map(prepare) } : node;
  };
  return { doc: { ...doc, content: (doc.content ?? []).map(prepare) }, footnotes };
}

/** Names in `[[…]]` and `![…]` cannot hold what ends them or what Markdown would read in them. */
function plainName(label: string): string {
  return linkLabel(label.replace(/[[\]|#^*_`<>\\~$&!:@.]/g, ' ')) || '…';
}

/** The other way: addresses of the archive become links and quotations again. */
export function restoreLinks(nodes: readonly NoteNode[]): NoteNode[] {
  return nodes.map((node) => {
    if (!node.content) return node;
    const [only] = node.content;
    const quoted = only && node.content.length === 1 ? hrefOf(only) : '';
    const [, kind, id] = /^zhaiji:(quotation|image)\/([\w-]{1,64})$/.exec(quoted) ?? [];
    const words = only?.text ?? '';
    if (node.type === 'paragraph' && id !== undefined)
      return kind === 'image'
        ? imageNode(id, words === PICTURE ? '' : words)
        : quotationNode(id, words);
    const inItem = node.type === 'listItem' || node.type === 'taskItem';
    const blocks = restoreLinks(node.content);
    const content = inItem ? paragraphFirst(blocks) : blocks;
    return { ...node, content: node.type === 'codeBlock' ? content : linksWithin(content) };
  });
}

function linksWithin(nodes: readonly NoteNode[]): NoteNode[] {
  const result: NoteNode[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) continue;
    const href = hrefOf(node);
    const target = parseLinkHref(href);
    if (target === null) {
      result.push(node);
      continue;
    }
    let label = node.text ?? '';
    // A name with some words in bold is still one name.
    while (hrefOf(nodes[index + 1]) === href) {
      index += 1;
      label += nodes[index]?.text ?? '';
    }
    result.push(referenceNode(target, label));
  }
  return result;
}

function hrefOf(node: NoteNode | undefined): string {
  const href = node?.marks?.find((mark) => mark.type === 'link')?.attrs?.href;
  return node?.type === 'text' && typeof href === 'string' ? href : '';
}

/** How a prepared node is written that is neither text nor a line break; `null` for others. */
export function preparedSyntax(node: NoteNode): string | null {
  if (node.type === 'footnote') return `[^${String(node.attrs?.text)}]`;
  if (node.type === 'picture')
    return `![${String(node.attrs?.alt)}](${String(node.attrs?.address)})`;
  return node.type === 'wikiLink' ? `[[${String(node.attrs?.label)}]]` : null;
}

/** Whether two inline nodes say the same. */
export function sameInline(a: NoteNode, b: NoteNode | undefined): boolean {
  return (
    b !== undefined &&
    a.type === b.type &&
    a.text === b.text &&
    a.attrs?.text === b.attrs?.text &&
    sameMarks(a.marks, b.marks)
  );
}
