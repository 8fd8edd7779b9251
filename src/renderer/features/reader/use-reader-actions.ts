import { HIGHLIGHT_COLORS } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { type Action, useActions } from '@renderer/ui/actions';
import { SIZE, WIDTH } from './limits';
import { changeType } from './set-type';
import type { Annotating } from './use-annotating';

export interface ReaderMoves {
  /** To the next or previous paragraph. */
  paragraph: (delta: 1 | -1) => void;
  /** To the next or previous annotation. */
  annotation: (delta: 1 | -1) => void;
  /** Starts selecting a passage by the keyboard. */
  passage: () => void;
  focusText: () => void;
  /** Takes back selection, match and mode; null when there is nothing of these. */
  escape: (() => void) | null;
}

/** Lets menu, palette and keys do what the reader can. */
export function useReaderActions(
  annotating: Annotating,
  moves: ReaderMoves,
  selectedId: string | null,
  settings: Settings,
): void {
  const t = useT();

  const annotation: Omit<Action, 'group'>[] = [
    {
      id: 'reader.highlight',
      label: t('reader.highlight'),
      shortcut: 'h',
      run: () => annotating.highlight(settings.highlightColor),
    },
    ...HIGHLIGHT_COLORS.map((color, index) => ({
      id: `reader.highlight.${color}`,
      label: t('reader.highlightIn', { color: t(`color.${color}`) }),
      shortcut: String(index + 1),
      run: () => annotating.highlight(color),
    })),
    { id: 'reader.tag', label: t('reader.tag'), shortcut: 't', run: annotating.tag },
    { id: 'reader.note', label: t('reader.note'), shortcut: 'n', run: annotating.note },
    { id: 'reader.copy', label: t('reader.copy'), shortcut: 'c', run: annotating.copy },
    {
      id: 'reader.delete',
      label: t('reader.delete'),
      shortcut: 'Delete',
      enabled: selectedId !== null,
      run: () => selectedId !== null && annotating.remove(selectedId),
    },
    {
      id: 'reader.nextAnnotation',
      label: t('reader.nextAnnotation'),
      shortcut: ']',
      run: () => moves.annotation(1),
    },
    {
      id: 'reader.previousAnnotation',
      label: t('reader.previousAnnotation'),
      shortcut: '[',
      run: () => moves.annotation(-1),
    },
  ];
  const article: Omit<Action, 'group'>[] = [
    {
      id: 'reader.nextParagraph',
      label: t('reader.nextParagraph'),
      shortcut: 'j',
      run: () => moves.paragraph(1),
    },
    {
      id: 'reader.previousParagraph',
      label: t('reader.previousParagraph'),
      shortcut: 'k',
      run: () => moves.paragraph(-1),
    },
    { id: 'reader.passage', label: t('reader.passage'), shortcut: 'v', run: moves.passage },
    { id: 'reader.focusText', label: t('reader.focusText'), shortcut: 'r', run: moves.focusText },
    {
      id: 'reader.larger',
      label: t('reader.larger'),
      shortcut: 'Mod+=',
      whileTyping: true,
      enabled: settings.readerSize < SIZE.max,
      run: () => changeType('readerSize', 1),
    },
    {
      id: 'reader.smaller',
      label: t('reader.smaller'),
      shortcut: 'Mod+-',
      whileTyping: true,
      enabled: settings.readerSize > SIZE.min,
      run: () => changeType('readerSize', -1),
    },
    {
      id: 'reader.wider',
      label: t('reader.wider'),
      shortcut: 'Alt+=',
      enabled: settings.readerWidth < WIDTH.max,
      run: () => changeType('readerWidth', 1),
    },
    {
      id: 'reader.narrower',
      label: t('reader.narrower'),
      shortcut: 'Alt+-',
      enabled: settings.readerWidth > WIDTH.min,
      run: () => changeType('readerWidth', -1),
    },
    {
      id: 'reader.escape',
      label: t('reader.escape'),
      shortcut: 'Escape',
      enabled: moves.escape !== null,
      hidden: true,
      run: () => moves.escape?.(),
    },
  ];
  useActions([
    ...annotation.map((action) => ({ ...action, group: 'annotation' as const })),
    ...article.map((action) => ({ ...action, group: 'article' as const })),
  ]);
}
