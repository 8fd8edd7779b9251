import type { KwicLine } from '@renderer/archive/concordance';
import type { SearchOutcome } from '@renderer/archive/search';
import { useArchiveVersion } from '@renderer/archive/search-live';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { evenLayout, useLongList } from '@renderer/ui/long-list';
import { Progress } from '@renderer/ui/progress';
import { useLate } from '@renderer/ui/use-late';
import { useEffect, useMemo, useRef, useState } from 'react';
import { searchAgain, useSearchState } from '../search-state';
import styles from './concordance.module.css';
import { ConcordanceControls } from './concordance-controls';
import { type ConcordanceSlots, ConcordanceTools } from './concordance-tools';
import { changeView, useConcordanceView } from './concordance-view';
import { KwicTable } from './kwic-table';
import { NO_LINES } from './line-selection';
import { useConcordance } from './use-concordance';

interface Props extends ConcordanceSlots {
  onOpen: (line: KwicLine) => void;
  /** To the field where the query is typed. */
  onSearch: () => void;
}

/** Every place of what is searched for in one table, key word under key word. */
export function ConcordancePage({ onSearch, ...props }: Props) {
  const t = useT();
  const { outcome } = useSearchState();
  const version = useArchiveVersion();
  const seen = useRef(version);
  // Coming here means to go through the lines; typing on in the search does not.
  const withFocus = useRef(outcome !== null);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    searchAgain();
  }, [version]);

  return (
    <section aria-label={t('concordance.title')} className={styles.page}>
      {outcome === null || outcome.total === 0 ? (
        <>
          <header className={styles.head}>
            <h1 className={styles.title}>{t('concordance.title')}</h1>
          </header>
          <EmptyState text={t(outcome === null ? 'concordance.empty' : 'concordance.none')}>
            <Button icon="search" onPress={onSearch} variant="primary">
              {t('concordance.search')}
            </Button>
          </EmptyState>
        </>
      ) : (
        <Lines {...props} outcome={outcome} withFocus={withFocus.current} />
      )}
    </section>
  );
}

const LINE_HEIGHT = 32;

interface LinesProps extends Omit<Props, 'onSearch'> {
  outcome: SearchOutcome;
  withFocus: boolean;
}

function Lines({ outcome, onOpen, withFocus, ...slots }: LinesProps) {
  const t = useT();
  const view = useConcordanceView();
  const { resultId, query, total, articles } = outcome;
  const box = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => evenLayout(total, LINE_HEIGHT), [total]);
  const list = useLongList(box, layout);
  const concordance = useConcordance(resultId, view, view.width, list);
  const { ready, mark, progress, stopped, error, lineAt, stop, again } = concordance;
  const late = useLate(progress !== null);
  const [selection, setSelection] = useState(NO_LINES);
  useEffect(() => {
    if (withFocus) box.current?.focus();
  }, [withFocus]);
  // Numbers mean something else when the lines are others. What is tagged or noted here is searched
  // anew, but stays the same lines.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` stands for what the numbers mean
  useEffect(() => setSelection(NO_LINES), [mark]);

  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {t('concordance.title')}
          <span className={styles.query} lang="zh-CN">
            {query}
          </span>
        </h1>
        <ConcordanceControls view={view} />
        <ConcordanceTools
          {...slots}
          articles={articles}
          onSelect={setSelection}
          query={query}
          ready={ready}
          resultId={resultId}
          selection={selection}
          total={total}
          width={view.width}
        />
        {late && progress !== null && (
          <div className={styles.progress}>
            <Progress
              label={t('concordance.sorting')}
              max={progress.total}
              text={t('concordance.sorted', progress)}
              value={progress.done}
            />
            <Button onPress={stop}>{t('app.cancel')}</Button>
          </div>
        )}
      </header>
      {error !== null || (stopped && !ready) ? (
        <EmptyState text={error === null ? t('concordance.stopped') : t(`error.${error}`)}>
          <Button onPress={again}>{t('concordance.again')}</Button>
        </EmptyState>
      ) : (
        <KwicTable
          box={box}
          line={view.line}
          lineAt={lineAt}
          list={list}
          onOpen={(number) => {
            const line = lineAt(number);
            if (line === undefined) return;
            changeView({ line: number });
            onOpen(line);
          }}
          onSelect={setSelection}
          selection={selection}
          total={total}
        />
      )}
    </>
  );
}
