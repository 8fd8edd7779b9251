import { rememberQuery } from '@renderer/archive/saved-searches';
import type { SearchOutcome, SearchRow } from '@renderer/archive/search';
import { useArchiveVersion } from '@renderer/archive/search-live';
import { type Translate, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { useLate } from '@renderer/ui/use-late';
import { usePainted } from '@renderer/ui/use-painted';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { BeginList } from './begin-list';
import { ChoiceChips } from './choice-chips';
import { FacetPanel } from './facet-panel';
import { IndexLine } from './index-line';
import { NearForms } from './near-forms';
import { PartialLine, partialStatus, useHeldList } from './partial-line';
import { type FieldUses, QueryField } from './query-field';
import { QueryProblemLine } from './query-problem';
import { ResultList } from './result-list';
import { SaveDialog } from './save-dialog';
import styles from './search-pane.module.css';
import { ask, goneTo, listedOf, searchAgain, useSearchState } from './search-state';
import { kindOf, SearchTools } from './search-tools';
import { type ResultUses, useResultActions } from './use-result-actions';

interface Props extends ResultUses {
  onOpen: (row: SearchRow) => void;
  onConcordance: () => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** Finds every occurrence in titles, texts and notes while the query is typed. */
export function SearchPane(props: Props) {
  const { onOpen, onConcordance, inputRef } = props;
  const t = useT();
  const ownRef = useRef<HTMLInputElement>(null);
  const input = inputRef ?? ownRef;
  const listRef = useRef<HTMLDivElement>(null);
  /** The query whose answer Enter came before. */
  const entered = useRef<string | null>(null);
  const state = useSearchState();
  const { query, outcome, partial, error, pending, current } = state;
  const listed = listedOf(state);
  const [saving, setSaving] = useState<string | null>(null);
  const [facetsOpen, setFacetsOpen] = useState(false);
  const late = useLate(pending);
  useFreshResults();

  const open = (row: SearchRow, index: number) => {
    goneTo(index);
    void rememberQuery(query);
    onOpen(row);
  };
  // The list is not drawn anew for each key.
  const opening = useRef(open);
  opening.current = open;
  const onOpenRow = useCallback((row: SearchRow, at: number) => opening.current(row, at), []);
  const onLeave = useCallback(() => input.current?.focus(), [input]);
  const concordance = useRef(onConcordance);
  concordance.current = onConcordance;
  const showConcordance = useCallback(() => concordance.current(), []);
  const openFirst = () => {
    const isThere = !pending || partial?.listed.query === query;
    const head = (isThere && listed?.head) || [];
    const index = head.findIndex(
      (row) => row.kind === 'hit' || (row.kind === 'group' && row.group.count === 0),
    );
    const first = head[index];
    // What goes on may find more than nothing.
    entered.current = first === undefined && pending ? query : null;
    if (first !== undefined) open(first, index);
  };
  const answered = useRef(openFirst);
  answered.current = openFirst;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a search that goes on has found answers too
  useEffect(() => {
    if (entered.current === query) answered.current();
    else entered.current = null;
  }, [pending, partial, query]);
  const found = listed !== null && listed.groups.length > 0;
  // The next result comes in the same rows, also when nothing was shown in between.
  const drawn = useRef<SearchOutcome | null>(null);
  if (found) drawn.current = listed;
  const begins = !found && error === null && partial === null && outcome === null;
  const hasBegun = useRef(false);
  if (begins) hasBegun.current = true;
  const onBegin = useCallback(
    (text: string) => {
      ask({ query: text });
      input.current?.focus();
    },
    [input],
  );
  useHeldList(listRef, partial, drawn.current !== null);
  const uses: FieldUses = {
    onTyped: () => {
      entered.current = null;
    },
    onEnter: openFirst,
    onBlur: () => {
      if (found) void rememberQuery(query);
    },
    onArrowDown: () => listRef.current?.focus(),
  };
  const fieldUses = useRef(uses);
  fieldUses.current = uses;
  const more = useResultActions(state, props, {
    onWithin: () => requestAnimationFrame(() => input.current?.focus()),
    onSave: setSaving,
  });
  // What can be done with the result is shown a moment after it.
  const tools = { result: usePainted(kindOf(outcome)), more: usePainted(more) };

  return (
    <search className={styles.pane}>
      <QueryField inputRef={input} query={query} uses={fieldUses} />
      <div className={styles.line}>
        <p aria-busy={pending} className={styles.status} role="status">
          {partial !== null && pending
            ? partialStatus(partial, t)
            : late
              ? t('search.running')
              : statusOf(outcome, t)}
        </p>
        <SearchTools
          facetsOpen={facetsOpen}
          onConcordance={showConcordance}
          onFacets={setFacetsOpen}
          sort={state.sort}
          {...tools}
        />
      </div>
      <PartialLine partial={partial} />
      <IndexLine />
      {outcome !== null && <QueryProblemLine outcome={outcome} />}
      <ChoiceChips narrowing={state} onChange={ask} />
      {facetsOpen && outcome !== null && <FacetPanel facets={state.facets} outcome={outcome} />}
      {drawn.current !== null && (
        <ResultList
          current={found ? current : null}
          isShown={found}
          listRef={listRef}
          onLeave={onLeave}
          onOpen={onOpenRow}
          outcome={drawn.current}
        />
      )}
      {hasBegun.current && <BeginList isShown={begins} onQuery={onBegin} />}
      {found || begins ? null : error !== null ? (
        <EmptyState text={t(`error.${error}`)} />
      ) : partial !== null || outcome === null ? (
        <EmptyState text={t('search.running')} />
      ) : (
        <EmptyState
          text={
            outcome.problem === null
              ? t('search.none', { query: outcome.query })
              : t('search.unfinished')
          }
        >
          {outcome.problem === null && (
            <NearForms onQuery={(form) => ask({ query: form })} query={outcome.query} />
          )}
          <Button
            onPress={() => {
              ask({ query: '' });
              input.current?.focus();
            }}
          >
            {t('search.clear')}
          </Button>
        </EmptyState>
      )}
      {saving !== null && <SaveDialog onClose={() => setSaving(null)} query={saving} />}
    </search>
  );
}

/** True numbers; a query that asks for no words has articles only. */
function statusOf(outcome: SearchOutcome | null, t: Translate): string {
  if (outcome === null || outcome.groups.length === 0) return '';
  const { total, articles } = outcome;
  return total === 0 ? t('search.articles', { articles }) : t('search.total', { total, articles });
}

/** Searches again when something was written. */
function useFreshResults(): void {
  const version = useArchiveVersion();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    searchAgain();
  }, [version]);
}
