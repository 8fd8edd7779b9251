import type { NoteDoc, NoteNode } from '@domain/model';

/** What a note can link to. */
export const LINK_KINDS = ['article', 'annotation', 'note', 'tag'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface LinkTarget {
  kind: LinkKind;
  id: string;
}

/** Longer names are cut: a link is a few words within a line. */
const LONGEST_LABEL = 200;

export function isLinkKind(value: unknown): value is LinkKind {
  return (LINK_KINDS as readonly unknown[]).includes(value);
}

/** How a link is stored in `Note.links`. */
export function linkKey({ kind, id }: LinkTarget): string {
  return `${kind}:${id}`;
}

/** The target of a key made by `linkKey`; `null` for anything else. */
export function parseLinkKey(key: string): LinkTarget | null {
  const at = key.indexOf(':');
  const kind = key.slice(0, at);
  const id = key.slice(at + 1);
  return at > 0 && isLinkKind(kind) && isLinkId(id) ? { kind, id } : null;
}

/** Ids are UUIDs; anything that could end an address or hide in it is refused. */
export function isLinkId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

/** A target as an address, for Markdown and for a click: `zhaiji:article/ID`. */
export function linkHref({ kind, id }: LinkTarget): string {
  return `zhaiji:${kind}/${id}`;
}

/** The target of an address made by `linkHref`; `null` for any other address. */
export function parseLinkHref(href: string): LinkTarget | null {
  const [, kind, id] = /^zhaiji:([a-z]+)\/([\w-]+)$/.exec(href) ?? [];
  return isLinkKind(kind) && isLinkId(id) ? { kind, id } : null;
}

/** A name on one line without white space at its ends. */
export function linkLabel(text: string): string {
  return [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, LONGEST_LABEL).join('');
}

/** An inline link; `label` is what its target is called now. */
export function referenceNode({ kind, id }: LinkTarget, label: string): NoteNode {
  return { type: 'reference', attrs: { kind, id, label: linkLabel(label) || id } };
}

/** A passage that is quoted live; `label` are its words now. */
export function quotationNode(annotationId: string, words: string): NoteNode {
  return {
    type: 'quotation',
    attrs: { id: annotationId, label: linkLabel(words) || annotationId },
  };
}

/** What a reference or quotation names; `null` for other nodes. */
export function targetOf(node: NoteNode): LinkTarget | null {
  const { kind, id } = node.attrs ?? {};
  if (node.type === 'quotation' && isLinkId(id)) return { kind: 'annotation', id };
  return node.type === 'reference' && isLinkKind(kind) && isLinkId(id) ? { kind, id } : null;
}

/** What a note links to, as keys in the order of the text, each once. */
export function noteLinks(doc: NoteDoc): string[] {
  const keys = new Set<string>();
  const visit = (nodes: readonly NoteNode[]) => {
    for (const node of nodes) {
      const target = targetOf(node);
      if (target !== null) keys.add(linkKey(target));
      visit(node.content ?? []);
    }
  };
  visit(doc.content ?? []);
  return [...keys];
}

/** The document with every link to one target leading to another, of a kind that may stand there. */
export function leadLinksTo(doc: NoteDoc, from: LinkTarget, to: LinkTarget): NoteDoc {
  const lead = (node: NoteNode): NoteNode => {
    const target = targetOf(node);
    if (target !== null && target.kind === from.kind && target.id === from.id) {
      if (node.type === 'reference') return { ...node, attrs: { ...node.attrs, ...to } };
      if (to.kind === 'annotation') return { ...node, attrs: { ...node.attrs, id: to.id } };
    }
    return node.content === undefined ? node : { ...node, content: node.content.map(lead) };
  };
  return doc.content === undefined ? doc : { ...doc, content: doc.content.map(lead) };
}

/** A picture of the archive (`StoredImage.id`); `alt` says what is to be seen. */
export function imageNode(id: string, alt: string): NoteNode {
  return { type: 'image', attrs: { id, alt: linkLabel(alt) } };
}

/** The ids of the pictures in a note. */
export function noteImages(nodes: readonly NoteNode[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'image' ? [String(node.attrs?.id)] : noteImages(node.content ?? []),
  );
}

/** The words that stand for a node without content: a link's name, a footnote's text in brackets. */
export function atomWords(node: NoteNode): string | null {
  const { label, text, alt } = node.attrs ?? {};
  if (node.type === 'image') return typeof alt === 'string' ? alt : '';
  if (node.type === 'footnote') return `（${typeof text === 'string' ? text : ''}）`;
  if (node.type !== 'reference' && node.type !== 'quotation') return null;
  return typeof label === 'string' ? label : '';
}

/** Nodes without content that stand within a line. */
export function isInlineAtom(type: unknown): boolean {
  return type === 'reference' || type === 'footnote';
}
