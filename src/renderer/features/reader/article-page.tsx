import { languageTagOf } from '@domain/text/script-variant';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import type { Settings } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './article-page.module.css';
import { ArticleText } from './article-text';
import { BesideText } from './beside-text';
import { widthsOf } from './estimated-heights';
import { FindBar } from './find-bar';
import { OverviewStrip } from './overview-strip';
import { isInToolbar } from './page-events';
import { columnStyle, groundOf, textStyle } from './page-style';
import { PlaceChooser } from './place-chooser';
import { PrintSheet } from './print-sheet';
import { useReader } from './reader-context';
import { ReaderHeader } from './reader-header';
import { scrollToPassage, scrollToTop } from './scrolling';
import { SelectionToolbar } from './selection-toolbar';
import { Spoken } from './spoken';
import { neighbourOf, nextAt } from './target';
import { TextDom } from './text-dom';
import { type Passage, paragraphIndexAt } from './text-offsets';
import { useAnnotating } from './use-annotating';
import { useCurrentParagraph } from './use-current-paragraph';
import { useEarlyMarks } from './use-early-marks';
import { useFind } from './use-find';
import { type ReaderFocus, useFocus } from './use-focus';
import { sameMarks, usePainting } from './use-painting';
import { usePassage } from './use-passage';
import { shownCursor, usePassageMode } from './use-passage-mode';
import { type SavePdf, usePrinting } from './use-printing';
import { useReaderActions } from './use-reader-actions';
import { useReadingPlace } from './use-reading-place';
import { useReshaping } from './use-reshaping';
import { useSaying } from './use-saying';
import { useLatest, useStable } from './use-stable';
import { useTagKeys } from './use-tag-keys';
import { useTextKeys } from './use-text-keys';
import { useTextLayout } from './use-text-layout';

interface Props {
  open: OpenArticle;
  views: readonly AnnotationView[];
  focus: ReaderFocus | null;
  onFocused: () => void;
  settings: Settings;
  /** Where the article was left: the first character in view. */
  leftAt: number;
  savePdf: SavePdf;
  /** What the search of the archive has found here. */
  found: readonly Passage[];
  foundInTitle: readonly Passage[];
}

/** The page: header, text, what is painted on it and what its keys do. */
export function ArticlePage(props: Props) {
  const { open, views, focus, onFocused, settings, leftAt, savePdf, found } = props;
  const t = useT();
  const { selectedId, select, reveal, place } = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [dom, setDom] = useState<TextDom | null>(null);
  const [match, setMatch] = useState<Passage | null>(null);
  const [toolbarFocus, setToolbarFocus] = useState(false);
  /** The character that was clicked last. */
  const [clicked, setClicked] = useState<number | null>(null);
  const [said, say] = useSaying();

  // Stored rows are read anew after each change of theirs; the words themselves stay the same.
  const text = useStable(open.text, (a, b) => a.sha256 === b.sha256);
  // What is not placed is in the panel only: its words are not in this text.
  const placed = useMemo(() => views.filter((view) => view.annotation.unplaced !== true), [views]);
  const annotations = useMemo(() => placed.map((view) => view.annotation), [placed]);
  const marks = useStable(annotations, sameMarks);
  const selected = views.find(({ annotation }) => annotation.id === selectedId)?.annotation ?? null;

  const widths = useMemo(() => widthsOf(text), [text]);
  useLayoutEffect(() => {
    if (root.current !== null) setDom(new TextDom(root.current, text.paragraphs, widths));
  }, [text, widths]);

  useTextLayout(dom, scroller, settings);
  const { passage, clear, release } = usePassage(dom, text, settings.snap);
  const { current, setCurrent, move } = useCurrentParagraph(dom, scroller);
  const paragraph = text.paragraphs[current] ?? null;
  useReadingPlace({
    articleId: open.article.id,
    dom,
    scroller,
    initial: focus === null && place === null ? leftAt : null,
  });

  const goTo = (target: Passage) => {
    if (dom === null || scroller.current === null) return;
    annotating.moveOn();
    scrollToPassage(scroller.current, dom, target);
    setCurrent(paragraphIndexAt(text.paragraphs, target.start));
  };
  const toTop = (offset: number) => {
    if (dom !== null && scroller.current !== null) scrollToTop(scroller.current, dom, offset);
  };
  useFocus({ ready: dom !== null, focus, onFocused, annotations, goTo, toTop, setMatch });

  const find = useFind({
    text: text.text,
    dom,
    otherwise: found,
    from: () => passage?.start ?? paragraph?.start ?? 0,
    show: (place) => {
      setMatch(place);
      goTo(place);
    },
    onClose: (place) => {
      setMatch(null);
      root.current?.focus({ preventScroll: true });
      if (place !== null) dom?.select(place.start, place.end);
    },
  });
  const printing = usePrinting(open.article.title, savePdf);
  const mode = usePassageMode({
    dom,
    scroller,
    text: text.text,
    startOffset: () => passage?.start ?? paragraph?.start ?? 0,
    onConfirm: () => setToolbarFocus(true),
    onCancel: clear,
  });
  const cursor = useMemo(() => shownCursor(mode.mode, text.text), [mode.mode, text]);
  const shown = { marks, selectedId: selected?.id ?? null, match, cursor };
  const paintEarly = useEarlyMarks(usePainting(dom, scroller, shown), marks);

  const endModes = () => {
    mode.end();
    setToolbarFocus(false);
    if (root.current !== null && isInToolbar(document.activeElement)) root.current.focus();
  };
  const leave = () => {
    endModes();
    clear();
  };
  const annotating = useAnnotating({
    open,
    views: placed,
    settings,
    passage,
    paragraph,
    onUsed: (done) => void release(done).then(endModes),
    paintEarly,
    say,
  });

  const reshaping = useReshaping({
    dom,
    text: text.text,
    annotations,
    selected: selected?.unplaced === true ? null : selected,
    passage,
    place: mode.mode?.offset ?? clicked,
    settings,
    say,
  });
  useTagKeys(annotating.tagWith);

  const moveParagraph = (delta: 1 | -1) => {
    annotating.moveOn();
    leave();
    select(null);
    setMatch(null);
    setClicked(null);
    move(delta);
  };
  useReaderActions(
    annotating,
    {
      paragraph: moveParagraph,
      annotation: (delta) => {
        const next = neighbourOf(annotations, selectedId, paragraph?.start ?? 0, delta);
        if (next === null) return;
        leave();
        select(next.id);
        reveal({ start: next.start, end: next.end });
      },
      passage: () => {
        root.current?.focus({ preventScroll: true });
        setToolbarFocus(false);
        mode.begin();
      },
      focusText: () => root.current?.focus({ preventScroll: true }),
      escape:
        passage === null && selected === null && match === null && mode.mode === null
          ? null
          : () => {
              if (passage === null && mode.mode === null) select(null);
              leave();
              setMatch(null);
            },
    },
    selected?.id ?? null,
    settings,
  );

  const onKeyDown = useTextKeys(root, mode.onKey, moveParagraph);

  const onClick = (event: MouseEvent) => {
    if (dom === null || window.getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest('button') !== null) return;
    annotating.moveOn();
    mode.end();
    setMatch(null);
    setToolbarFocus(false);
    const offset = dom.characterAt(event.clientX, event.clientY);
    select(offset === null ? null : (nextAt(annotations, offset, selectedId)?.id ?? null));
    setClicked(offset);
    if (offset !== null) setCurrent(paragraphIndexAt(text.paragraphs, offset));
  };

  const choose = useLatest((id: string) => {
    annotating.moveOn();
    leave();
    select(id);
  });
  const onNumber = useLatest((index: number) => {
    const whole = text.paragraphs[index];
    setCurrent(index);
    if (whole !== undefined) annotating.markPlace({ start: whole.start, end: whole.end });
  });
  const language = useMemo(() => languageTagOf(text.text), [text]);

  return (
    <div className={styles.page} {...groundOf(settings)}>
      {printing && <PrintSheet open={open} views={views} />}
      {find !== null && <FindBar find={find} />}
      <div className={styles.view}>
        <div className={styles.scroller} ref={scroller}>
          <article
            aria-label={open.article.title}
            className={styles.column}
            style={columnStyle(settings)}
          >
            <ReaderHeader article={open.article} found={props.foundInTitle} settings={settings} />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, this is a text */}
            <div
              aria-label={t('reader.text')}
              className={styles.text}
              lang={language}
              onClick={onClick}
              onKeyDown={onKeyDown}
              ref={root}
              role="group"
              style={textStyle(settings)}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move and annotate
              tabIndex={0}
            >
              <ArticleText current={current} marks={marks} onNumber={onNumber} text={text} />
            </div>
          </article>
          {dom !== null && passage !== null && mode.mode === null && (
            <SelectionToolbar
              annotating={annotating}
              autoFocus={toolbarFocus}
              dom={dom}
              passage={passage}
              reshaping={reshaping}
              snap={settings.snap}
              scroller={scroller}
            />
          )}
          {dom !== null && (
            <BesideText
              dom={dom}
              onResize={reshaping.resize}
              onSelect={choose}
              scroller={scroller}
              selected={passage === null ? selected : null}
              settings={settings}
              text={text}
              views={placed}
            />
          )}
        </div>
        {dom !== null && (
          <OverviewStrip
            dom={dom}
            found={find?.matches ?? found}
            marks={marks}
            onGo={(place) => reveal({ start: place, end: place + 1 })}
            scroller={scroller}
          />
        )}
      </div>
      {passage === null && <PlaceChooser others={reshaping.others} />}
      <Spoken mode={mode.mode} said={said} text={text} />
    </div>
  );
}
