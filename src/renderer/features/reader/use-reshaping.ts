import type { Annotation } from '@domain/model';
import { mergeAnnotation, resizeAnnotation, splitAnnotation } from '@renderer/archive/reshape';
import type { Settings } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { type Action, useActions } from '@renderer/ui/actions';
import { useRef } from 'react';
import { attempt } from './attempt';
import { useReader } from './reader-context';
import { resized } from './resized';
import { changeSnap } from './set-type';
import { annotationsAt, annotationsWith } from './target';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

interface Options {
  dom: TextDom | null;
  text: string;
  annotations: readonly Annotation[];
  selected: Annotation | null;
  /** What is selected in the text. */
  passage: Passage | null;
  /** Where the keyboard's cursor stands, or where was clicked last. */
  place: number | null;
  settings: Settings;
  say: (text: string) => void;
}

/** Resizing, splitting, merging and choosing among annotations, by keys, menu and palette. */
export function useReshaping(options: Options) {
  const { dom, text, annotations, selected, passage, place, settings, say } = options;
  const t = useT();
  const { select } = useReader();
  // One after the other: a key that is held down goes on from where the one before has come to.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const reached = useRef<{ of: Annotation; range: Passage } | null>(null);

  const resize = (range: Passage) => {
    if (selected === null || range.start >= range.end) return;
    reached.current = { of: selected, range };
    const { id } = selected;
    queue.current = queue.current.then(() =>
      attempt(() => resizeAnnotation(id, range.start, range.end)),
    );
  };
  const step = (side: 'start' | 'end', by: 'character' | 'word', direction: 1 | -1) => {
    if (selected === null || dom === null) return;
    const { start, end } = reached.current?.of === selected ? reached.current.range : selected;
    const unit = settings.snap === 'sentence' ? 'sentence' : settings.snap === 'word' ? 'word' : by;
    const next = resized(text, dom.paragraphs, { start, end }, { side, unit, direction });
    if (next !== null) resize(next);
  };
  const split = () => {
    const cuts = passage === null ? [place] : [passage.start, passage.end];
    const offsets = cuts.filter((cut) => cut !== null);
    const one = selected ?? (place === null ? null : annotationsAt(annotations, place)[0]) ?? null;
    if (one === null) return;
    void attempt(async () => {
      const parts = await splitAnnotation(one.id, offsets);
      if (parts.length < 2) say(t('reader.split.nowhere'));
      else select(parts.at(-1)?.id ?? null);
    });
  };
  const merge = () => {
    if (selected === null) return;
    void attempt(async () => {
      const count = await mergeAnnotation(selected.id);
      say(count === 0 ? t('reader.merge.none') : t('reader.merge.done', { count: count + 1 }));
    });
  };
  const others = selected === null ? [] : annotationsWith(annotations, selected, place);
  const next = () => {
    const index = selected === null ? -1 : others.indexOf(selected);
    const found = others[(index + 1) % others.length];
    if (found === undefined) return;
    select(found.id);
    say(found.exact.slice(0, 24));
  };
  const snap = () => {
    void changeSnap((chosen) => say(t(`reader.snap.${chosen}`)));
  };

  const enabled = selected !== null;
  const sides: [string, string, 'start' | 'end', 1 | -1][] = [
    ['reader.endLater', '.', 'end', 1],
    ['reader.endEarlier', ',', 'end', -1],
    ['reader.startLater', '>', 'start', 1],
    ['reader.startEarlier', '<', 'start', -1],
  ];
  const labels = [
    t('reader.endLater'),
    t('reader.endEarlier'),
    t('reader.startLater'),
    t('reader.startEarlier'),
  ];
  const actions: Omit<Action, 'group'>[] = [
    ...sides.flatMap(([id, shortcut, side, direction], index) => {
      const common = { label: labels[index] ?? '', enabled };
      return [
        { ...common, id, shortcut, run: () => step(side, 'character', direction) },
        {
          ...common,
          id: `${id}.word`,
          shortcut: `Alt+${shortcut}`,
          hidden: true,
          run: () => step(side, 'word', direction),
        },
      ];
    }),
    { id: 'reader.split', label: t('reader.split'), shortcut: 's', run: split },
    { id: 'reader.merge', label: t('reader.merge'), shortcut: 'm', enabled, run: merge },
    {
      id: 'reader.nextHere',
      label: t('reader.nextHere'),
      shortcut: 'o',
      enabled: others.length > 1,
      run: next,
    },
    { id: 'reader.snap', label: t('reader.snap'), shortcut: 'w', run: snap },
  ];
  useActions(actions.map((action) => ({ ...action, group: 'annotation' as const })));
  return { others, split, merge, snap, resize };
}

export type Reshaping = ReturnType<typeof useReshaping>;
