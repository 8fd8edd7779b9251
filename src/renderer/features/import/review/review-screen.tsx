import type { ImportSession } from '@renderer/archive/import-session';
import { t as translate, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { PaneResizer } from '@renderer/ui/pane-resizer';
import { matchesShortcut } from '@renderer/ui/shortcuts';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { DiscardDialog } from './discard-dialog';
import { FileList } from './file-list';
import { FileView } from './file-view';
import { actionOfKey, isLineKey, reviewActions } from './review-actions';
import styles from './review-screen.module.css';
import { summaryWords } from './summary-words';
import { summarizeReview } from './urgency';
import { useReview } from './use-review';

/** So many files are not discarded by one key. */
const MANY_FILES = 20;

/** Pixels. */
const LIST_WIDTH = { usual: 232, min: 160, max: 480 };

/** What an import understood, before anything of it is written: to be looked at and corrected. */
export function ReviewScreen({ session }: { session: ImportSession }) {
  const t = useT();
  const review = useReview(session);
  const [isLeaving, setLeaving] = useState(false);
  const [listWidth, setListWidth] = useState(LIST_WIDTH.usual);
  const { files } = review.state;
  const summary = useMemo(() => summarizeReview(files), [files]);
  const accept = () => {
    session.accept().catch((error) => {
      showToast({ kind: 'error', text: translate(`error.${errorCodeOf(error)}`) });
    });
  };
  const leave = () => {
    // Reading many files again would take long.
    if (review.canUndo || files.length > MANY_FILES) setLeaving(true);
    else session.cancel();
  };
  const actions = reviewActions(review, t);
  const onKeyDown = (event: KeyboardEvent) => {
    // What happens in a menu or dialog over the screen comes here through React alone.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.defaultPrevented || !isInside) return;
    const action = actionOfKey(event.nativeEvent, actions);
    if (action === undefined) return;
    event.preventDefault();
    action.run();
    // Who works with keys in the text shall not accept everything with the next Enter.
    const lines = event.currentTarget.querySelector<HTMLElement>('[role=listbox]');
    if (event.target instanceof HTMLButtonElement && isLineKey(action.id)) lines?.focus();
  };
  // A button takes Enter for itself, whatever is held with it.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!isInside || !matchesShortcut(event.nativeEvent, 'Mod+Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    accept();
  };
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      onOpenChange={(open) => {
        if (!open) leave();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog aria-label={t('review.title')} className={styles.dialog ?? ''}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that work anywhere in it */}
          <div className={styles.screen} onKeyDown={onKeyDown} onKeyDownCapture={onKeyDownCapture}>
            <header className={styles.header}>
              <Heading className={styles.title ?? ''} level={1}>
                {t('review.title')}
              </Heading>
              <p className={styles.summary} role="status">
                {summaryWords(summary, t, review.state.isAgain)}
              </p>
              <Button onPress={leave}>{t('app.cancel')}</Button>
              <Button autoFocus onPress={accept} variant="primary">
                {t('review.accept')}
              </Button>
            </header>
            <div className={styles.body}>
              <nav
                aria-label={t('review.files')}
                className={styles.files}
                style={{ width: listWidth }}
              >
                <FileList
                  commands={review.commands}
                  files={files}
                  isFixed={review.state.isAgain}
                  openId={review.file?.id ?? null}
                  order={review.order}
                />
              </nav>
              <PaneResizer
                label={t('review.resizeFiles')}
                max={LIST_WIDTH.max}
                min={LIST_WIDTH.min}
                onChange={setListWidth}
                side="before"
                value={listWidth}
              />
              <FileView actions={actions} review={review} session={session} />
            </div>
          </div>
          {isLeaving && (
            <DiscardDialog onDiscard={() => session.cancel()} onStay={() => setLeaving(false)} />
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
