import type { NoteDoc, NoteNode } from '@domain/model';
import { useT } from '@renderer/i18n';
import styles from './note-links.module.css';

/** Where a footnote belongs; style sheets count it (`note-content.module.css`). */
export function FootnoteMark({ text, onEdit }: { text: string; onEdit?: () => void }) {
  const t = useT();
  return (
    <sup
      aria-label={t('notes.footnote.of', { text })}
      className={styles.footnote}
      data-footnote
      onMouseDown={(event) => {
        if (onEdit === undefined) return;
        event.preventDefault();
        onEdit();
      }}
      role="note"
      title={text}
    />
  );
}

/** A note's footnotes in the order of the text, below it. */
export function FootnoteList({ doc }: { doc: NoteDoc }) {
  const texts = footnotesOf(doc.content ?? []);
  if (texts.length === 0) return null;
  return (
    <ol className={styles.footnotes}>
      {texts.map((text, index) => {
        const key = `${index}-${text}`;
        return <li key={key}>{text}</li>;
      })}
    </ol>
  );
}

function footnotesOf(nodes: readonly NoteNode[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'footnote' ? [String(node.attrs?.text ?? '')] : footnotesOf(node.content ?? []),
  );
}
