import { useOpenArticle } from '@renderer/archive/queries';
import { type Settings, saveSetting } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { Reader } from '@renderer/features/reader/reader';
import { ReaderProvider, type ReaderState } from '@renderer/features/reader/reader-context';
import { useFoundPlaces } from '@renderer/features/search/use-found-places';
import { useT } from '@renderer/i18n';
import { ActionsHere } from '@renderer/ui/actions';
import { IconButton } from '@renderer/ui/button';
import { PaneResizer } from '@renderer/ui/pane-resizer';
import { type CSSProperties, Fragment, type RefObject, useEffect, useRef, useState } from 'react';
import { type Location, type NavigationState, type PaneName, slotOf } from './navigation';
import styles from './reading-panes.module.css';
import type { Go } from './use-navigation';
import { useTabOrder } from './use-tab-order';

interface Props {
  /** The article in the first pane; the one in the second is the location's. */
  id: string;
  location: Location;
  focus: NavigationState['focus'];
  readers: Record<PaneName, ReaderState>;
  settings: Settings;
  go: Go;
  /** The search is open, so that what it found is painted. */
  searching: boolean;
}

/** The share of the room that a pane has at least. */
const LEAST = 0.25;

/** One article to read, or two side by side. */
export function ReadingPanes(props: Props) {
  const { id, location, settings } = props;
  const { beside } = location;
  const t = useT();
  const room = useRef<HTMLDivElement>(null);
  const total = useWidth(room);
  const [share, setShare] = useState(settings.paneShare);
  const left = Math.round(total * share);
  const resize = (width: number) => {
    const next = Math.min(1 - LEAST, Math.max(LEAST, width / Math.max(1, total)));
    setShare(next);
    void saveSetting('paneShare', next);
  };
  const inner = useRef<HTMLDivElement>(null);
  useTabOrder(inner, location.flipped && beside !== null);
  // In an order that stays: an element that is moved loses its scrolling, its focus and what is selected in
  // it. On the screen the style puts them in theirs.
  const panes: PaneName[] = location.flipped ? ['second', 'first'] : ['first', 'second'];
  return (
    <div className={styles.panes} ref={room}>
      <div className={styles.inner} ref={inner}>
        {panes.map((name, index) => {
          const articleId = name === 'first' ? id : beside;
          if (articleId === null) return null;
          const key = slotOf(location, name);
          return (
            <Fragment key={key}>
              <Pane {...props} articleId={articleId} name={name} share={share} />
              {index === 0 && beside !== null && (
                <div className={styles.resizer}>
                  <PaneResizer
                    label={t('app.pane.resize')}
                    max={Math.round(total * (1 - LEAST))}
                    min={Math.round(total * LEAST)}
                    onChange={resize}
                    side="before"
                    value={left}
                  />
                </div>
              )}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

interface PaneProps extends Props {
  articleId: string;
  name: PaneName;
  /** The first one's of the room, when there are two; 0 to 1. */
  share: number;
}

function Pane({ articleId, name, share, ...props }: PaneProps) {
  const { location, focus, readers, settings, go, searching } = props;
  const { beside, active } = location;
  const found = useFoundPlaces(articleId, searching);
  const t = useT();
  const alone = beside === null;
  const here = alone || active === name;
  const activate = () => {
    if (!here) go.activate(name);
  };
  return (
    <ActionsHere value={here}>
      <div
        className={styles.pane}
        data-pane={name}
        onFocusCapture={activate}
        onPointerDownCapture={activate}
        {...(alone ? {} : { role: 'region', 'aria-label': t(`app.pane.${name}`) })}
        {...(here && !alone ? { 'aria-current': 'true' as const } : {})}
        style={{ '--share': share } as CSSProperties}
      >
        {!alone && <PaneBar articleId={articleId} go={go} name={name} />}
        <ReaderProvider value={readers[name]}>
          <Reader
            articleId={articleId}
            focus={focus[name]}
            found={found.text}
            foundInTitle={found.title}
            onFocused={() => go.focused(name)}
            savePdf={bridge.savePdf}
            settings={settings}
          />
        </ReaderProvider>
      </div>
    </ActionsHere>
  );
}

function PaneBar({ articleId, name, go }: { articleId: string; name: PaneName; go: Go }) {
  const t = useT();
  const open = useOpenArticle(articleId);
  return (
    <div className={styles.bar}>
      <span className={styles.title}>{open?.article.title}</span>
      <IconButton icon="swap" label={t('app.pane.swap')} onPress={go.swap} />
      <IconButton icon="close" label={t('app.pane.close')} onPress={() => go.close(name)} />
    </div>
  );
}

/** Pixels; 0 until it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const resizes = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    resizes.observe(element.current);
    return () => resizes.disconnect();
  }, [element]);
  return width;
}
