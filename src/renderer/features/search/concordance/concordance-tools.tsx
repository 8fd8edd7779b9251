import { markdownToNote } from '@domain/note/markdown';
import {
  concordanceFile,
  type KwicFile,
  noteLines,
  stopWriting,
  tagLines,
} from '@renderer/archive/concordance';
import { useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { copyText } from '@renderer/ui/copy-text';
import { MenuButton } from '@renderer/ui/menu';
import { Progress } from '@renderer/ui/progress';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { type ReactNode, useRef, useState } from 'react';
import styles from './concordance.module.css';
import {
  chooseAll,
  chosenLines,
  countChosen,
  type LineSelection,
  NO_LINES,
} from './line-selection';
import { NoteLinesDialog } from './note-lines-dialog';

/** What other parts of the program give. */
export interface ConcordanceSlots {
  /** A button that lets a tag be chosen, known or new. */
  tagButton: (label: string, onChoose: (name: string) => void) => ReactNode;
  /** Asks where to and writes; answers where it is, `null` when nowhere. */
  saveFile: (name: string, content: string | Uint8Array) => Promise<string | null>;
}

interface Props extends ConcordanceSlots {
  resultId: number;
  query: string;
  total: number;
  articles: number;
  width: number;
  ready: boolean;
  selection: LineSelection;
  onSelect: (selection: LineSelection) => void;
}

/** What can be done with the lines that are chosen, or with all. */
export function ConcordanceTools(props: Props) {
  const { resultId, query, total, articles, width, ready, selection, onSelect } = props;
  const { tagButton, saveFile } = props;
  const t = useT();
  const [running, setRunning] = useState<{ done: number; total: number } | null>(null);
  const [noting, setNoting] = useState(false);
  const abort = useRef<AbortController>(null);
  const count = countChosen(selection, total);
  const onProgress = (done: number, all: number) => setRunning({ done, total: all });

  const run = async (work: (signal: AbortSignal) => Promise<unknown>) => {
    abort.current = new AbortController();
    setRunning({ done: 0, total: 1 });
    try {
      await work(abort.current.signal);
    } catch (error) {
      const code = errorCodeOf(error);
      if (code !== 'cancelled') showToast({ kind: 'error', text: t(`error.${code}`) });
    } finally {
      setRunning(null);
    }
  };
  const stop = () => {
    abort.current?.abort();
    void stopWriting();
  };
  const chosen = () => chosenLines(selection, total);
  /** Lines in titles and notes have no place that a tag or a note could be on. */
  const tell = (done: number, key: 'concordance.tagged' | 'concordance.noted') => {
    const left = count - done;
    const text = t(key, { count: done });
    showToast({
      kind: 'done',
      text: left > 0 ? `${text} ${t('concordance.leftOut', { count: left })}` : text,
    });
  };
  const tag = (name: string) =>
    run(async (signal) => {
      const done = await tagLines(resultId, chosen(), name, { signal, onProgress });
      if (done < count) tell(done, 'concordance.tagged');
    });
  const note = (markdown: string) =>
    run(async (signal) => {
      setNoting(false);
      const doc = markdownToNote(markdown);
      const done = await noteLines(resultId, chosen(), doc, { signal, onProgress });
      if (done < count) tell(done, 'concordance.noted');
    });
  const write = (format: KwicFile['format']) => {
    const heads = {
      left: t('concordance.left'),
      match: t('concordance.match'),
      right: t('concordance.right'),
      title: t('concordance.head.title'),
      outlet: t('concordance.head.outlet'),
      date: t('concordance.head.date'),
      paragraph: t('concordance.head.paragraph'),
    };
    const numbers = count === 0 ? null : chosen();
    const file = { format, width, title: `${t('concordance.title')} ${query}`, heads };
    return concordanceFile(resultId, numbers, file, onProgress);
  };
  const copy = () =>
    run(async () => {
      const text = await write('text');
      if (typeof text !== 'string' || !copyText(text)) return;
      showToast({
        kind: 'done',
        text: t('concordance.copied', { count: count === 0 ? total : count }),
      });
    });
  const save = (format: 'csv' | 'xlsx' | 'md') =>
    run(async () => {
      const content = await write(format);
      if (content === null) return;
      const path = await saveFile(`${t('concordance.title')} ${query}.${format}`, content);
      if (path !== null) showToast({ kind: 'done', text: t('concordance.saved', { path }) });
    });

  if (running !== null) {
    return (
      <div className={styles.progress}>
        <Progress
          label={t('concordance.working')}
          max={running.total}
          text={t('concordance.worked', running)}
          value={running.done}
        />
        <Button onPress={stop}>{t('app.cancel')}</Button>
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <span className={styles.total} role="status">
        {count === 0
          ? t('search.total', { total, articles })
          : t('concordance.selected', { count })}
      </span>
      <Button
        onPress={() => onSelect(count === 0 ? chooseAll(selection) : NO_LINES)}
        variant="quiet"
      >
        {t(count === 0 ? 'concordance.selectAll' : 'concordance.selectNone')}
      </Button>
      {count > 0 && (
        <>
          {tagButton(t('concordance.tag'), tag)}
          <Button icon="note" onPress={() => setNoting(true)} variant="quiet">
            {t('concordance.note')}
          </Button>
        </>
      )}
      <span className={styles.space} />
      <Button icon="quote" isDisabled={!ready} onPress={copy} variant="quiet">
        {t('concordance.copy')}
      </Button>
      <MenuButton
        entries={[
          { id: 'csv', label: t('concordance.csv'), run: () => save('csv') },
          { id: 'xlsx', label: t('concordance.xlsx'), run: () => save('xlsx') },
          { id: 'md', label: t('concordance.md'), run: () => save('md') },
        ]}
        label={t('concordance.export')}
      >
        <IconButton icon="export" isDisabled={!ready} label={t('concordance.export')} />
      </MenuButton>
      {noting && <NoteLinesDialog count={count} onClose={() => setNoting(false)} onNote={note} />}
    </div>
  );
}
