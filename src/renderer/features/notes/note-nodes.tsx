import { isLinkId, isLinkKind } from '@domain/note/links';
import { type Extensions, mergeAttributes, Node } from '@tiptap/core';
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { FootnoteMark } from './footnotes';
import { NoteImage } from './note-image';
import { QuotationBlock, ReferenceChip } from './reference-chip';

export interface NoteNodeOptions {
  /** A link of the archive was followed; gets its address. */
  onOpen: (href: string) => unknown;
  /** A footnote was chosen for editing. */
  onFootnote: () => void;
}

const data = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: attrs[name] }),
});

/** Links, live quotations and footnotes, as `@domain/note/links` has them. */
export function noteNodes({ onOpen, onFootnote }: NoteNodeOptions): Extensions {
  return [
    Node.create({
      name: 'reference',
      group: 'inline',
      inline: true,
      atom: true,
      addAttributes: () => ({ kind: data('kind'), id: data('id'), label: data('label') }),
      parseHTML: () => [{ tag: 'a[data-node=reference]', priority: 100 }],
      renderHTML: ({ node, HTMLAttributes }) => [
        'a',
        mergeAttributes(HTMLAttributes, { 'data-node': 'reference' }),
        String(node.attrs.label),
      ],
      renderText: ({ node }) => String(node.attrs.label),
      addNodeView: () =>
        ReactNodeViewRenderer(({ node }: ReactNodeViewProps) => (
          <NodeViewWrapper as="span">
            <Chip attrs={node.attrs} onOpen={onOpen} />
          </NodeViewWrapper>
        )),
    }),
    Node.create({
      name: 'quotation',
      group: 'block',
      atom: true,
      addAttributes: () => ({ id: data('id'), label: data('label') }),
      parseHTML: () => [{ tag: 'blockquote[data-node=quotation]', priority: 100 }],
      renderHTML: ({ node, HTMLAttributes }) => [
        'blockquote',
        mergeAttributes(HTMLAttributes, { 'data-node': 'quotation' }),
        String(node.attrs.label),
      ],
      renderText: ({ node }) => String(node.attrs.label),
      addNodeView: () =>
        ReactNodeViewRenderer(({ node }: ReactNodeViewProps) => (
          <NodeViewWrapper>
            <QuotationBlock
              id={String(node.attrs.id)}
              label={String(node.attrs.label)}
              onOpen={onOpen}
            />
          </NodeViewWrapper>
        )),
    }),
    Node.create({
      name: 'image',
      group: 'block',
      atom: true,
      draggable: true,
      addAttributes: () => ({ id: data('id'), alt: data('alt') }),
      parseHTML: () => [{ tag: 'figure[data-node=image]' }],
      renderHTML: ({ HTMLAttributes }) => [
        'figure',
        mergeAttributes(HTMLAttributes, { 'data-node': 'image' }),
      ],
      renderText: ({ node }) => String(node.attrs.alt),
      addNodeView: () =>
        ReactNodeViewRenderer(({ node }: ReactNodeViewProps) => (
          <NodeViewWrapper>
            <NoteImage alt={String(node.attrs.alt)} id={String(node.attrs.id)} />
          </NodeViewWrapper>
        )),
    }),
    Node.create({
      name: 'footnote',
      group: 'inline',
      inline: true,
      atom: true,
      addAttributes: () => ({ text: data('text') }),
      parseHTML: () => [{ tag: 'sup[data-node=footnote]' }],
      renderHTML: ({ HTMLAttributes }) => [
        'sup',
        mergeAttributes(HTMLAttributes, { 'data-node': 'footnote' }),
      ],
      renderText: ({ node }) => `（${String(node.attrs.text)}）`,
      addNodeView: () =>
        ReactNodeViewRenderer(({ node, getPos, editor }: ReactNodeViewProps) => (
          <NodeViewWrapper as="span">
            <FootnoteMark
              onEdit={() => {
                const at = getPos();
                if (at === undefined) return;
                editor.commands.setNodeSelection(at);
                onFootnote();
              }}
              text={String(node.attrs.text)}
            />
          </NodeViewWrapper>
        )),
    }),
  ];
}

function Chip({
  attrs,
  onOpen,
}: {
  attrs: Record<string, unknown>;
  onOpen: (href: string) => unknown;
}) {
  const { kind, id, label } = attrs;
  if (!isLinkKind(kind) || !isLinkId(id)) return String(label);
  return <ReferenceChip id={id} kind={kind} label={String(label)} onOpen={onOpen} writing />;
}
