import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { MenuButton } from '@renderer/ui/menu';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import { Button as AriaButton, Toolbar } from 'react-aria-components';
import { decisionWords } from './decision-words';
import styles from './line-bar.module.css';
import { sureOf } from './places';
import type { ReadingIndex } from './reading-index';
import type { ReviewAction, ReviewActionId } from './review-actions';
import type { Review } from './use-review';

const KINDS: readonly ReviewActionId[] = [
  'body',
  'heading',
  'subtitle',
  'caption',
  'attribution',
  'byline',
  'furniture',
];
const SHOWN: readonly ReviewActionId[] = ['split', 'join', 'title'];

interface Props {
  review: Review;
  index: ReadingIndex;
  actions: readonly ReviewAction[];
}

/** What was decided at the cursor and why, and every way to change it. */
export function LineBar({ review, index, actions }: Props) {
  const t = useT();
  const of = (id: ReviewActionId) => actions.find((action) => action.id === id) as ReviewAction;
  const { places } = review;
  const undo = of('undo');
  const redo = of('redo');
  return (
    <div className={styles.bar}>
      <p className={styles.words} role="status">
        <WhatWasDecided index={index} review={review} />
      </p>
      <Toolbar aria-label={t('review.acts')} className={styles.tools ?? ''}>
        <span className={styles.places}>
          {places.length > 0
            ? t('review.places', { count: places.length })
            : t('review.places.none')}
        </span>
        <Act action={of('previous')} />
        <Act action={of('next')} />
        <span aria-hidden="true" className={styles.gap} />
        {SHOWN.map((id) => (
          <Act action={of(id)} key={id} />
        ))}
        <MenuButton
          entries={KINDS.map(of).map(({ id, label, shortcuts: [shortcut = ''], enabled, run }) => ({
            id,
            label,
            shortcut,
            enabled,
            run,
          }))}
          label={t('review.kinds')}
        >
          <AriaButton className={styles.act ?? ''}>
            {t('review.kinds')}
            <span className={styles.hint}>1–7</span>
          </AriaButton>
        </MenuButton>
        <Act action={of('confirm')} />
        <Act action={of('reset')} />
        <span aria-hidden="true" className={styles.gap} />
        <IconButton
          icon="undo"
          isDisabled={!undo.enabled}
          label={undo.label}
          onPress={() => undo.run()}
          shortcut={undo.shortcuts[0] ?? ''}
        />
        <IconButton
          icon="redo"
          isDisabled={!redo.enabled}
          label={redo.label}
          onPress={() => redo.run()}
          shortcut={redo.shortcuts[0] ?? ''}
        />
      </Toolbar>
    </div>
  );
}

function Act({ action }: { action: ReviewAction }) {
  return (
    <AriaButton
      className={styles.act ?? ''}
      isDisabled={!action.enabled}
      onPress={() => action.run()}
    >
      {action.label}
      <ShortcutKeys shortcut={action.shortcuts[0] ?? ''} />
    </AriaButton>
  );
}

function WhatWasDecided({ review, index }: { review: Review; index: ReadingIndex }) {
  const t = useT();
  const { line, row: chosen } = review.cursor;
  const row = index.rows[chosen ?? index.rowOf(line)];
  const lines = chosen === null ? [line] : index.linesOf(chosen);
  const [first = line] = lines;
  const last = lines.at(-1) ?? first;
  const where =
    first === last ? t('review.line', { number: first }) : t('review.lines', { first, last });
  const isRest = row?.label === 'body' && row.firstLine !== first;
  const label = row === undefined ? t('review.lineBlank') : t(`review.label.${row.label}`);
  const own = index.decisionsAt(first).filter(({ action }) => isRest || action !== 'join');
  // Of a paragraph that was put together the least sure seam is told.
  const seams = lines.slice(1, MAX_LINES).flatMap(joinsAt);
  seams.sort((a, b) => a.confidence - b.confidence);
  const decisions = [...own, ...seams.slice(0, 1)];
  const words = decisions.map((decision) => {
    const confidence = sureOf(decision, index.reading);
    return decisionWords({ ...decision, confidence }, row?.label ?? null, t);
  });
  return (
    <>
      <span className={styles.where}>
        {where} {own.some(({ action }) => action !== 'drop') ? '' : label}
      </span>
      <span className={styles.why} title={words.join('\n')}>
        {words.join('；')}
      </span>
    </>
  );

  function joinsAt(line: number) {
    return index.decisionsAt(line).filter(({ action }) => action === 'join');
  }
}

/** Lines of a paragraph whose seams are looked at. */
const MAX_LINES = 500;
