import type { Annotation, HighlightColor } from '@domain/model';
import {
  addAnnotation,
  deleteAnnotations,
  recolorAnnotations,
  tagAnnotations,
} from '@renderer/archive/annotate';
import { storedAnnotations } from '@renderer/archive/live-annotations';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { type Settings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { atLeisure } from '@renderer/ui/after-paint';
import { holdKeys } from '@renderer/ui/held-keys';
import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { attempt } from './attempt';
import { citationOf } from './citation';
import { copyText } from './copy-text';
import { type Opening, useReader } from './reader-context';
import { targetOf } from './target';
import type { Passage } from './text-offsets';

interface Options {
  open: OpenArticle;
  views: readonly AnnotationView[];
  settings: Settings;
  passage: Passage | null;
  /** The current paragraph. */
  paragraph: Passage | null;
  /** The passage was used and need not stay selected once all is written: `done` never rejects. */
  onUsed: (done: Promise<void>) => void;
  /** Shows a mark before it is stored; answers how to say that it never will be. */
  paintEarly: (place: Passage, color: HighlightColor) => () => void;
  /** Tells something in passing. */
  say: (text: string) => void;
}

/** What the annotating keys and buttons do, on whatever they are about now. */
export function useAnnotating({
  open: { article, text },
  views,
  settings,
  passage,
  paragraph,
  onUsed,
  paintEarly,
  say,
}: Options) {
  const t = useT();
  const { selectedId, select, open } = useReader();
  // One after the other, so that a key pressed twice finds what the first press has made.
  const queue = useRef<Promise<void>>(Promise.resolve());
  // What the last key was about: a key right after it means the same, although the annotation that
  // the first one makes is neither stored nor selected yet. Its id is known once it is.
  const last = useRef<{ place: Passage; id: string | null } | null>(null);
  useLayoutEffect(() => {
    const id = last.current?.id ?? null;
    // From here on the selected annotation says it.
    if (id === selectedId && views.some(({ annotation }) => annotation.id === id)) {
      last.current = null;
    }
  });
  const lastPlace = (): Passage | null => {
    const { current } = last;
    // The user has selected another one since.
    if (current !== null && current.id !== null && current.id !== selectedId) last.current = null;
    return last.current?.place ?? null;
  };

  const target = (place?: Passage) =>
    targetOf(
      { passage: place ?? passage ?? lastPlace(), selectedId, paragraph },
      views.map((view) => view.annotation),
    );

  /** Annotates the target, or finds the annotation that it has; then goes on with that. */
  const onTarget = (
    work: (
      found: Annotation | null,
      at: Passage,
      choose: (annotation: Annotation) => void,
    ) => Promise<unknown>,
    place?: Passage,
  ) => {
    const at = target(place);
    if (at === null) return;
    const meant = { place: { start: at.start, end: at.end }, id: null };
    last.current = meant;
    const choose = ({ id }: Annotation) => {
      if (last.current !== meant) return;
      last.current = { ...meant, id };
      // At once: a key pressed before the next drawing would take it for a selection elsewhere.
      flushSync(() => select(id));
    };
    // First the mark, then the disk: reading many annotations would hold up the frame that shows it.
    const shown = atLeisure();
    queue.current = queue.current.then(() =>
      attempt(async () => {
        await shown;
        const stored = await storedAnnotations(article.id);
        const wanted = { passage: at, selectedId: at.existing?.id ?? null, paragraph: null };
        try {
          await work(targetOf(wanted, stored)?.existing ?? null, at, choose);
        } catch (error) {
          last.current = null;
          throw error;
        }
      }),
    );
    onUsed(queue.current);
  };

  const add = ({ start, end }: Passage, color: HighlightColor) =>
    addAnnotation({ articleId: article.id, start, end, color });

  const highlight = (color: HighlightColor, place?: Passage) => {
    const early = target(place);
    const stop = early?.existing === null ? paintEarly(early, color) : () => undefined;
    onTarget(async (found, at, choose) => {
      if (found !== null) choose(found);
      if (found !== null) stop();
      if (found !== null && found.color !== color) await recolorAnnotations([found.id], color);
      else if (found === null) choose(await add(at, color).finally(stop));
      if (color !== settings.highlightColor) await saveSetting('highlightColor', color);
    }, place);
  };

  const openOn = (what: Opening['what']) => {
    // What is typed right after the key is meant for the field.
    const release = target() === null ? () => undefined : holdKeys();
    onTarget(async (found, at, choose) => {
      try {
        const annotation = found ?? (await add(at, settings.highlightColor));
        if (!settings.panelOpen) await saveSetting('panelOpen', true);
        choose(annotation);
        open({ annotationId: annotation.id, what });
      } catch (error) {
        release();
        throw error;
      }
    });
  };

  return {
    /** The user goes elsewhere: what was annotated last is not to be selected any more. */
    moveOn() {
      last.current = null;
    },
    highlight,
    /** A click on a paragraph's number: selects its annotation if it has one. */
    markPlace(place: Passage) {
      const existing = target(place)?.existing ?? null;
      if (existing === null) highlight(settings.highlightColor, place);
      else select(existing.id);
    },
    tag: () => openOn('tags'),
    note: () => openOn('note'),
    /** Gives the target a tag at once. */
    tagWith: (name: string) =>
      onTarget(async (found, at, choose) => {
        const { start, end } = at;
        const color = settings.highlightColor;
        const input = { articleId: article.id, start, end, color, tagNames: [name] };
        choose(found ?? (await addAnnotation(input)));
        if (found !== null) await tagAnnotations([found.id], name);
      }),
    copy() {
      const at = target();
      if (at === null) return;
      if (copyText(citationOf(article, text.text, text.paragraphs, at))) say(t('reader.copied'));
    },
    remove(id: string) {
      // After what the keys before have still to write, or that would make it anew.
      queue.current = queue.current.then(() => attempt(() => deleteAnnotations([id])));
    },
    /** The colour that the target has now. */
    currentColor: () => target()?.existing?.color ?? null,
  };
}

export type Annotating = ReturnType<typeof useAnnotating>;
