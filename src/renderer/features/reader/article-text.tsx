import type { Paragraph, ArticleText as StoredText } from '@domain/model';
import { t, useLanguage } from '@renderer/i18n';
import type { Language } from '@shared/ipc';
import { memo, useMemo } from 'react';
import styles from './article-text.module.css';
import { type Chunk, chunksOf } from './chunks';
import { wholeParagraphs } from './target';
import type { Passage } from './text-offsets';

interface Props {
  text: StoredText;
  /** Index of the paragraph that the keys act on. */
  current: number;
  /** What is annotated; the same object as long as nothing of it has changed. */
  marks: readonly Passage[];
  /** Must not change between renders. */
  onNumber: (index: number) => void;
}

/** The paragraphs with their numbers. Each paragraph is one element with one text node. */
export const ArticleText = memo(function ArticleText({ text, current, marks, onNumber }: Props) {
  // Indexes of the paragraphs that are annotated as a whole.
  const marked = useMemo(() => wholeParagraphs(text.paragraphs, marks), [text, marks]);
  const chunks = useMemo(() => chunksOf(text.paragraphs), [text]);
  // Once for all: each paragraph that listened itself would have to be told of and forgotten one by one.
  const language = useLanguage();
  return chunks.map((chunk) => (
    <Part
      chunk={chunk}
      current={chunk.from <= current && current < chunk.to ? current : -1}
      // Paragraphs of a text never change places.
      key={chunk.from}
      language={language}
      marked={marked}
      onNumber={onNumber}
      text={text}
    />
  ));
});

interface PartProps extends Omit<Props, 'marks'> {
  chunk: Chunk;
  language: Language;
  marked: ReadonlySet<number>;
}

const Part = memo(function Part({ chunk, text, ...props }: PartProps) {
  const { current, language, marked, onNumber } = props;
  return (
    <div className={styles.chunk} data-chunk="">
      <div className={styles.inner}>
        {text.paragraphs.slice(chunk.from, chunk.to).map((paragraph, at) => {
          const index = chunk.from + at;
          return (
            <Block
              current={index === current}
              index={index}
              key={paragraph.start}
              kind={paragraph.kind}
              language={language}
              marked={marked.has(index)}
              onNumber={onNumber}
              words={text.text.slice(paragraph.start, paragraph.end)}
            />
          );
        })}
      </div>
    </div>
  );
});

interface BlockProps {
  index: number;
  kind: Paragraph['kind'];
  /** What its label is in: it is drawn anew in another. */
  language: Language;
  words: string;
  current: boolean;
  marked: boolean;
  onNumber: (index: number) => void;
}

const Block = memo(function Block({ index, kind, words, current, marked, onNumber }: BlockProps) {
  const number = index + 1;
  return (
    <div className={`${styles.block} ${current ? styles.current : ''}`}>
      <button
        aria-label={t(marked ? 'reader.number.select' : 'reader.number.highlight', { number })}
        className={`${styles.number} ${marked ? styles.marked : ''}`}
        onClick={() => onNumber(index)}
        // Only the current one is a stop of the Tab key: a long text would have hundreds.
        tabIndex={current ? 0 : -1}
        type="button"
      >
        {number}
      </button>
      <p
        className={`${styles.paragraph} ${styles[kind]}`}
        data-paragraph={index}
        {...(kind === 'heading' ? { role: 'heading', 'aria-level': 2 } : {})}
      >
        {words}
      </p>
    </div>
  );
});
