import { searchNearForms } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { useEffect, useState } from 'react';
import styles from './search-pane.module.css';

/** Words near to those that were not found, which do occur. */
export function NearForms({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const t = useT();
  const [forms, setForms] = useState<string[]>([]);
  useEffect(() => {
    const wanted = new AbortController();
    setForms([]);
    void searchNearForms(query, wanted.signal).then((found) => {
      if (!wanted.signal.aborted) setForms(found);
    });
    return () => wanted.abort();
  }, [query]);
  if (forms.length === 0) return null;
  return (
    <section aria-label={t('search.near')} className={styles.near}>
      <span>{t('search.near')}</span>
      {forms.map((form) => (
        <Button key={form} onPress={() => onQuery(form)}>
          <span lang="zh-CN">{form}</span>
        </Button>
      ))}
    </section>
  );
}
