import type { CodeQuery } from '@domain/codebook/select';
import { type CodedView, type ContextKind, useCodedPassages } from '@renderer/archive/code-browser';
import { useCodebook } from '@renderer/archive/code-queries';
import type { TagView } from '@renderer/archive/queries';
import { collator, formatDate, formatNumber, useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Loading } from '@renderer/ui/loading';
import { Progress } from '@renderer/ui/progress';
import { RovingList } from '@renderer/ui/roving-list';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import styles from './code-browser.module.css';
import { CodeFilters } from './code-filters';
import { CodeTools } from './code-tools';
import { CodedPassage, type PassageNote } from './coded-passage';
import { type Grouping, groupPassages, rowsOfGroups } from './group-passages';
import type { SaveFile } from './save-file';

export interface CodeView {
  query: CodeQuery;
  grouping: Grouping;
  context: ContextKind;
}

interface Props {
  /** The tag to begin with; `null`: as it was left. */
  tagId: string | null;
  onOpenPassage: (articleId: string, start: number, end: number, annotationId: string) => void;
  saveFile: SaveFile;
  note: PassageNote;
}

const NOTHING: CodeQuery = { include: [], exclude: [], match: 'all', subTags: true };

/** How it was left, for coming back from a passage. */
let left: CodeView & { tagId: string | null } = {
  tagId: null,
  query: NOTHING,
  grouping: 'article',
  context: 'sentence',
};

/** All passages of one or several tags: to read together, tag anew, copy and hand out. */
export function CodeBrowser({ tagId, onOpenPassage, saveFile, note }: Props) {
  const t = useT();
  const [view, setView] = useState<CodeView>(() =>
    tagId === null || tagId === left.tagId
      ? left
      : { ...left, query: { ...NOTHING, include: [tagId] } },
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    left = { ...view, tagId };
  }, [view, tagId]);
  const tags = useCodebook();
  const query = useSound(view.query, tags);
  const { passages, read, total } = useCodedPassages(query);
  const { grouping } = view;
  const groups = useMemo(() => {
    const unknown = t(grouping === 'date' ? 'codes.unknownDate' : 'codes.unknownOutlet');
    return groupPassages(passages ?? [], grouping, unknown, collator.compare);
  }, [passages, grouping, t]);
  const rows = useMemo(() => rowsOfGroups(groups), [groups]);
  // What no longer fits is not changed unseen.
  const chosen = useMemo(
    () => (passages ?? []).filter(({ annotation }) => selected.has(annotation.id)),
    [passages, selected],
  );
  // The same functions each time, so that scrolling draws only the rows that come in.
  const toggle = useCallback((id: string, on: boolean) => {
    setSelected((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const latest = useRef({ onOpenPassage, note });
  latest.current = { onOpenPassage, note };
  const open = useCallback(({ annotation }: CodedView) => {
    const { articleId, start, end, id } = annotation;
    latest.current.onOpenPassage(articleId, start, end, id);
  }, []);
  const noteOf = useCallback<PassageNote>((id, done) => latest.current.note(id, done), []);
  const narrowed = query.include.length + query.exclude.length > 0;

  return (
    <section aria-label={t('codes.title')} className={styles.browser}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('codes.title')}</h1>
        <CodeFilters onView={setView} tags={tags ?? []} view={{ ...view, query }} />
        <CodeTools
          chosen={chosen}
          context={view.context}
          groups={groups}
          onSelect={setSelected}
          passages={passages ?? []}
          query={query}
          saveFile={saveFile}
          tags={tags ?? []}
        />
      </header>
      {passages === undefined && total === 0 && <Loading />}
      {passages === undefined && total > 0 && (
        <div className={styles.reading}>
          <Progress
            label={t('codes.reading')}
            max={total}
            text={t('codes.reading.progress', { read, total })}
            value={read}
          />
        </div>
      )}
      {passages?.length === 0 && (
        <EmptyState text={t(narrowed ? 'codes.none' : 'codes.empty')}>
          {narrowed && (
            <Button onPress={() => setView({ ...view, query: NOTHING })}>
              {t('codes.none.action')}
            </Button>
          )}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RovingList
          isHead={(row) => row.kind === 'head'}
          items={rows}
          keyOf={(row) => row.key}
          label={t('codes.list')}
          rowHeight={112}
        >
          {(row, tabIndex) =>
            row.kind === 'head' ? (
              <div className={styles.group}>
                <h2 lang="zh-CN">{grouping === 'date' ? dateName(row.name) : row.name}</h2>
                <span className={styles.quiet}>{formatNumber(row.count)}</span>
              </div>
            ) : (
              <CodedPassage
                context={view.context}
                note={noteOf}
                onOpen={open}
                onSelect={toggle}
                selected={selected.has(row.view.annotation.id)}
                tabIndex={tabIndex}
                view={row.view}
                withTitle={grouping !== 'article'}
              />
            )
          }
        </RovingList>
      )}
    </section>
  );
}

function dateName(name: string): string {
  return /^\d/.test(name) ? formatDate(name) : name;
}

/** A query without the tags that are gone. */
function useSound(query: CodeQuery, tags: readonly TagView[] | undefined): CodeQuery {
  return useMemo(() => {
    if (tags === undefined) return query;
    const known = new Set(tags.map(({ tag }) => tag.id));
    const there = (ids: string[]) => ids.filter((id) => known.has(id));
    return { ...query, include: there(query.include), exclude: there(query.exclude) };
  }, [query, tags]);
}
