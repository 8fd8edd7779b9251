import type { ArticleText } from '@domain/model';
import { useT } from '@renderer/i18n';
import styles from './spoken.module.css';
import { underCaret } from './under-caret';
import type { PassageMode } from './use-passage-mode';

interface Props {
  /** What the keyboard's cursor does; null when there is none. */
  mode: PassageMode | null;
  /** Something told in passing. */
  said: string;
  text: ArticleText;
}

/** What is told above the text, and to a screen reader what the keyboard's cursor stands on. */
export function Spoken({ mode, said, text }: Props) {
  const t = useT();
  const hint = mode?.anchor === null ? 'reader.mode.move' : 'reader.mode.extend';
  return (
    <>
      <p className={styles.said} role="status">
        {mode === null ? said : t(hint)}
      </p>
      <p className="visually-hidden" role="status">
        {mode === null ? '' : underCaret(mode, text.text, text.paragraphs)}
      </p>
    </>
  );
}
