import type { Annotation, ArticleText } from '@domain/model';
import type { AnnotationView } from '@renderer/archive/queries';
import type { Settings } from '@renderer/archive/settings';
import type { RefObject } from 'react';
import { MarginRail } from './margin-rail';
import { MarkHandles } from './mark-handles';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

interface Props {
  dom: TextDom;
  text: ArticleText;
  /** Those that have a place in the text. */
  views: readonly AnnotationView[];
  selected: Annotation | null;
  scroller: RefObject<HTMLElement | null>;
  settings: Settings;
  onSelect: (id: string) => void;
  onResize: (range: Passage) => void;
}

/** What scrolls with the text and lies over it or beside it. */
export function BesideText(props: Props) {
  const { dom, text, views, selected, scroller, settings, onSelect, onResize } = props;
  return (
    <>
      {settings.railShown && (
        <MarginRail
          dom={dom}
          onSelect={onSelect}
          scroller={scroller}
          selectedId={selected?.id ?? null}
          views={views}
        />
      )}
      {selected !== null && selected.unplaced !== true && (
        <MarkHandles
          dom={dom}
          key={selected.id}
          onResize={onResize}
          range={selected}
          scroller={scroller}
          snap={settings.snap}
          text={text}
        />
      )}
    </>
  );
}
