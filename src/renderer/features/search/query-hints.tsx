import { nearQueries, type Suggestions, searchSuggestions } from '@renderer/archive/search-hints';
import { useLanguage, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { type RefObject, useEffect, useState } from 'react';
import styles from './query-hints.module.css';
import { ask } from './search-state';

interface Props {
  query: string;
  input: RefObject<HTMLInputElement | null>;
}

/** How the query could go on at the caret: fields, and what may stand behind them. */
export function QuerySuggestions({ query, input }: Props) {
  const t = useT();
  const language = useLanguage();
  const [found, setFound] = useState<{ query: string; given: Suggestions } | null>(null);

  useEffect(() => {
    let stale = false;
    const caret = input.current?.selectionStart ?? query.length;
    if (query === '') return setFound(null);
    void searchSuggestions(query, caret, language)
      .catch(() => null)
      .then((given) => {
        if (!stale) setFound(given === null ? null : { query, given });
      });
    return () => {
      stale = true;
    };
  }, [query, language, input]);

  if (found === null || found.query !== query) return null;
  const { start, end, choices } = found.given;
  const take = (text: string) => {
    // A field wants something behind it, anything else is complete.
    const put = text.endsWith(':') ? text : `${text} `;
    ask({ query: query.slice(0, start) + put + query.slice(end).trimStart() });
    const caret = start + put.length;
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
    });
  };
  return (
    <ul aria-label={t('search.suggestions')} className={styles.hints}>
      {choices.map(({ text }) => (
        <li key={text}>
          <button className={styles.hint} lang="zh-CN" onClick={() => take(text)} type="button">
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What does occur and is near to a query that found nothing. */
export function NearQueries({ query, input }: Props) {
  const t = useT();
  const [found, setFound] = useState<{ query: string; near: string[] } | null>(null);

  useEffect(() => {
    let stale = false;
    void nearQueries(query)
      .catch(() => [])
      .then((near) => {
        if (!stale) setFound({ query, near });
      });
    return () => {
      stale = true;
    };
  }, [query]);

  if (found === null || found.query !== query || found.near.length === 0) return null;
  return (
    <div className={styles.near}>
      <p id="near-queries">{t('search.near')}</p>
      <ul aria-labelledby="near-queries" className={styles.hints}>
        {found.near.map((near) => (
          <li key={near}>
            <Button
              onPress={() => {
                ask({ query: near });
                input.current?.focus();
              }}
            >
              <span lang="zh-CN">{near}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
