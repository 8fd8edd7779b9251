import { type SearchHit, type SearchResult, SHOWN_HITS } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Field } from '@renderer/ui/field';
import { useLate } from '@renderer/ui/use-late';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { type RefObject, useMemo, useRef } from 'react';
import { groupHits } from './group-hits';
import { ResultList } from './result-list';
import styles from './search-pane.module.css';
import { useSearch } from './use-search';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  onOpen: (hit: SearchHit) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** Finds every occurrence of a phrase in titles, texts and notes while it is typed. */
export function SearchPane({ query, onQuery, onOpen, inputRef }: Props) {
  const t = useT();
  const ownRef = useRef<HTMLInputElement>(null);
  const input = inputRef ?? ownRef;
  const listRef = useRef<HTMLDivElement>(null);
  const { settled, handlers } = useSettledText(query);
  const { result, error, pending } = useSearch(settled);
  const late = useLate(pending);
  const rows = useMemo(() => groupHits(result?.hits ?? []), [result]);

  const openFirst = () => {
    const first = rows.find((row) => row.kind === 'hit');
    if (first?.kind === 'hit' && !pending) onOpen(first.hit);
  };
  const status = late
    ? t('search.running')
    : result === null || result.total === 0
      ? ''
      : totalText(result, t);

  return (
    <search className={styles.pane}>
      <div className={styles.bar} {...handlers}>
        <Field
          hideLabel
          icon="search"
          inputRef={input}
          label={t('search.query')}
          onArrowDown={() => listRef.current?.focus()}
          onChange={onQuery}
          onEnter={openFirst}
          onEscape={() => onQuery('')}
          placeholder={t('search.placeholder')}
          value={query}
        />
      </div>
      <p aria-busy={pending} className={styles.status} role="status">
        {status}
      </p>
      {rows.length > 0 ? (
        <ResultList
          key={result?.query}
          listRef={listRef}
          onLeave={() => input.current?.focus()}
          onOpen={onOpen}
          rows={rows}
        />
      ) : error !== null ? (
        <EmptyState text={t(`error.${error}`)} />
      ) : result === null ? (
        <EmptyState text={t('search.intro')} />
      ) : (
        <EmptyState text={t('search.none', { query: result.query })}>
          <Button
            onPress={() => {
              onQuery('');
              input.current?.focus();
            }}
          >
            {t('search.clear')}
          </Button>
        </EmptyState>
      )}
    </search>
  );
}

function totalText({ total, articles, hits }: SearchResult, t: ReturnType<typeof useT>): string {
  const all = t('search.total', { total, articles });
  return total > hits.length ? `${all} ${t('search.limited', { limit: SHOWN_HITS })}` : all;
}
