import { type Annotation, HIGHLIGHT_COLORS } from '@domain/model';
import { recolorAnnotations } from '@renderer/archive/annotate';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { memo, useEffect, useState } from 'react';
import styles from './annotation-card.module.css';
import { attempt } from './attempt';
import { citationOf } from './citation';
import { copyText } from './copy-text';
import { UnplacedTools } from './correct/unplaced-tools';
import type { Opening } from './reader-context';
import type { ReaderSlots } from './slots';
import { paragraphNumbers } from './text-offsets';

/** Marks the button that the arrow keys go to; its value is the annotation's id. */
export const QUOTE = 'data-annotation';

interface Props {
  view: AnnotationView;
  open: OpenArticle;
  slots: ReaderSlots;
  selected: boolean;
  /** Whether the Tab key stops at its quotation. */
  tabStop: boolean;
  /** What is to be opened on it; null: nothing. */
  opening: Opening['what'] | null;
  /** Called when that is open. */
  onOpened: () => void;
  /** Selects it and shows its place in the text. */
  onShow: (annotation: Annotation) => void;
  onRemove: (id: string) => void;
}

/** One annotation: the words, where they are, its tags and its note. Drawn anew when it changes itself. */
export const AnnotationCard = memo(function AnnotationCard(props: Props) {
  const { view, open, slots, selected, tabStop, onShow, onRemove } = props;
  const t = useT();
  const { annotation } = view;
  const { color, exact } = annotation;
  const { tagsOpen, setTagsOpen, noteTurn } = useOpening(props.opening, props.onOpened);
  const { first, last } = paragraphNumbers(open.text.paragraphs, annotation);
  const colorName = t(`color.${color ?? 'none'}`);
  return (
    <div className={`${styles.card} ${selected ? styles.selected : ''}`}>
      <span aria-hidden="true" className={`${styles.bar} ${styles[color ?? 'none']}`} />
      <div className={styles.top}>
        <button
          aria-current={selected}
          className={styles.quote}
          {...{ [QUOTE]: annotation.id }}
          onClick={() => onShow(annotation)}
          tabIndex={tabStop ? 0 : -1}
          type="button"
        >
          <span className={styles.place}>
            {annotation.unplaced === true
              ? t('reader.card.unplaced')
              : t(first === last ? 'reader.card.paragraph' : 'reader.card.paragraphs', {
                  number: first,
                  last,
                })}
            <span className="visually-hidden"> {colorName} </span>
          </span>
          <span className={styles.exact} lang="zh-CN">
            {exact}
          </span>
        </button>
        <CardMenu
          onRemove={() => onRemove(annotation.id)}
          onTag={() => setTagsOpen(true)}
          open={open}
          view={view}
        />
      </div>
      {annotation.unplaced === true && <UnplacedTools annotation={annotation} open={open} />}
      <div className={styles.slots}>
        {slots.tags(view, { open: tagsOpen, onOpenChange: setTagsOpen })}
        {/* A new turn makes a new editor, so that it can take the focus again. */}
        <div key={noteTurn}>
          {slots.note(
            { kind: 'annotation', id: annotation.id },
            { autoFocus: noteTurn > 0, compact: true },
          )}
        </div>
      </div>
    </div>
  );
});

/** Takes what the text asked to have opened here. A card that scrolls back in opens nothing. */
function useOpening(opening: Opening['what'] | null, onOpened: () => void) {
  const [tagsOpen, setTagsOpen] = useState(false);
  const [noteTurn, setNoteTurn] = useState(0);
  useEffect(() => {
    if (opening === null) return;
    if (opening === 'tags') setTagsOpen(true);
    else setNoteTurn((turn) => turn + 1);
    onOpened();
  }, [opening, onOpened]);
  return { tagsOpen, setTagsOpen, noteTurn };
}

interface CardMenuProps {
  view: AnnotationView;
  open: OpenArticle;
  onTag: () => void;
  onRemove: () => void;
}

function CardMenu({ view: { annotation, tags, note }, open, onTag, onRemove }: CardMenuProps) {
  const t = useT();
  const { id, color } = annotation;
  const recolor = (next: typeof color) => attempt(() => recolorAnnotations([id], next));
  const { text, paragraphs } = open.text;
  const entries: MenuEntry[] = [
    ...HIGHLIGHT_COLORS.map((one) => ({
      id: one,
      label: t(`color.${one}`),
      checked: color === one,
      run: () => recolor(one),
    })),
    {
      id: 'none',
      label: t('color.none'),
      checked: color === null,
      // Without colour, tags and note nothing would be left of it.
      enabled: tags.length > 0 || note !== null,
      run: () => recolor(null),
    },
    { id: 'tag', label: t('reader.tag'), icon: 'tag', separated: true, run: onTag },
    {
      id: 'copy',
      label: t('reader.copy'),
      icon: 'quote',
      run: () => copyText(citationOf(open.article, text, paragraphs, annotation)),
    },
    {
      id: 'delete',
      label: t('reader.delete'),
      icon: 'trash',
      shortcut: 'Delete',
      separated: true,
      run: onRemove,
    },
  ];
  return (
    <MenuButton entries={entries} label={t('reader.card.menu')}>
      <IconButton icon="more" label={t('reader.card.menu')} />
    </MenuButton>
  );
}
