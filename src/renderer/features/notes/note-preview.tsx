import type { NoteDoc, NoteMark, NoteNode } from '@domain/model';
import { isLinkId, isLinkKind } from '@domain/note/links';
import { blocksToPlain } from '@domain/note/plain';
import { isSafeHref } from '@domain/note/schema';
import type { ReactNode } from 'react';
import { FootnoteList, FootnoteMark } from './footnotes';
import { NoteImage } from './note-image';
import { QuotationBlock, ReferenceChip } from './reference-chip';

interface Props {
  doc: NoteDoc;
  onOpenLink?: (href: string) => unknown;
}

/**
 * A note to read, drawn with the elements that the editor uses, so that both look the same. Hundreds
 * of these cost little; an editor is only made for the note that is being written.
 */
export function NotePreview({ doc, onOpenLink }: Props) {
  return (
    <>
      {blocks(doc.content ?? [], onOpenLink)}
      <FootnoteList doc={doc} />
    </>
  );
}

type OpenLink = Props['onOpenLink'];

function blocks(nodes: NoteNode[], open: OpenLink): ReactNode[] {
  // A note has no better keys than its places, and is drawn anew when it changes.
  return nodes.map((node, index) => {
    const key = `${index}-${node.type}`;
    return <Block key={key} node={node} open={open} />;
  });
}

function Block({ node, open }: { node: NoteNode; open: OpenLink }): ReactNode {
  const content = node.content ?? [];
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case 'paragraph':
      return <p>{content.length === 0 ? <br /> : inline(content, open)}</p>;
    case 'heading': {
      const Heading = headingOf(attrs.level);
      return <Heading>{inline(content, open)}</Heading>;
    }
    case 'bulletList':
      return <ul>{blocks(content, open)}</ul>;
    case 'orderedList':
      return <ol start={numberOf(attrs.start, 1)}>{blocks(content, open)}</ol>;
    case 'listItem':
      return <li>{blocks(content, open)}</li>;
    case 'taskList':
      return <ul data-type="taskList">{blocks(content, open)}</ul>;
    case 'taskItem':
      return (
        <Task checked={attrs.checked === true} words={blocksToPlain(content.slice(0, 1))}>
          {blocks(content, open)}
        </Task>
      );
    case 'blockquote':
      return <blockquote>{blocks(content, open)}</blockquote>;
    case 'codeBlock':
      return (
        <pre>
          <code>{inline(content, open)}</code>
        </pre>
      );
    case 'image':
      return <NoteImage alt={String(attrs.alt)} id={String(attrs.id)} />;
    case 'quotation':
      return <QuotationBlock id={String(attrs.id)} label={String(attrs.label)} onOpen={open} />;
    case 'horizontalRule':
      return <hr />;
    case 'table':
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{blocks(content, open)}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{blocks(content, open)}</tr>;
    case 'tableHeader':
    case 'tableCell':
      return cell(node, open);
    default:
      return inline([node], open);
  }
}

interface TaskProps {
  checked: boolean;
  /** Its words without markup, which name its box. */
  words: string;
  children: ReactNode;
}

function Task({ checked, words, children }: TaskProps) {
  return (
    <li data-checked={checked} data-type="taskItem">
      <label>
        <input aria-label={words} checked={checked} disabled readOnly type="checkbox" />
      </label>
      <div>{children}</div>
    </li>
  );
}

function cell(node: NoteNode, open: OpenLink): ReactNode {
  const Cell = node.type === 'tableHeader' ? 'th' : 'td';
  const attrs = node.attrs ?? {};
  return (
    <Cell colSpan={numberOf(attrs.colspan, 1)} rowSpan={numberOf(attrs.rowspan, 1)}>
      {blocks(node.content ?? [], open)}
    </Cell>
  );
}

function inline(nodes: NoteNode[], open: OpenLink): ReactNode[] {
  return nodes.map((node, index) => {
    const key = `${index}-${node.type}`;
    if (node.type === 'hardBreak') return <br key={key} />;
    if (node.type === 'footnote') return <FootnoteMark key={key} text={String(node.attrs?.text)} />;
    if (node.type === 'reference') return reference(node, key, open);
    const marks = (node.marks ?? []).toReversed();
    return (
      <span key={key}>
        {marks.reduce((inner, mark) => marked(mark, inner, open), (node.text ?? '') as ReactNode)}
      </span>
    );
  });
}

function reference({ attrs = {} }: NoteNode, key: string, open: OpenLink): ReactNode {
  const { kind, id, label } = attrs;
  if (!isLinkKind(kind) || !isLinkId(id)) return String(label);
  return <ReferenceChip id={id} key={key} kind={kind} label={String(label)} onOpen={open} />;
}

function marked(mark: NoteMark, inner: ReactNode, open: OpenLink): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'strike':
      return <s>{inner}</s>;
    case 'code':
      return <code>{inner}</code>;
    case 'underline':
      return <u>{inner}</u>;
    case 'link':
      return link(mark.attrs?.href, inner, open);
    default:
      return inner;
  }
}

function link(href: unknown, inner: ReactNode, open: OpenLink): ReactNode {
  if (typeof href !== 'string' || !isSafeHref(href)) return inner;
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        open?.(href);
      }}
    >
      {inner}
    </a>
  );
}

function headingOf(level: unknown): 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  const names = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
  return names[numberOf(level, 1) - 1] ?? 'h6';
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : otherwise;
}
