import {
  type AutoTagPlan,
  type AutoTagScope,
  autoTag,
  planAutoTag,
} from '@renderer/archive/auto-tag';
import { useTags } from '@renderer/archive/queries';
import { isNarrowing, NO_FACETS, type SearchScope } from '@renderer/archive/search';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { Choice } from '@renderer/ui/choice';
import { Dialog } from '@renderer/ui/dialog';
import { Field } from '@renderer/ui/field';
import { Progress } from '@renderer/ui/progress';
import { VirtualList } from '@renderer/ui/virtual-list';
import { errorCodeOf } from '@shared/errors';
import { useRef, useState } from 'react';
import { oneLine } from './passage-rows';
import { TagButton } from './tag-button';
import styles from './tag-dialogs.module.css';

interface Props {
  onClose: () => void;
  /** What was searched for; its words can still be changed. */
  scope?: SearchScope;
}

const EVERYWHERE = { facets: NO_FACETS, within: [] };
const SCOPES: AutoTagScope[] = ['sentence', 'paragraph', 'exact'];

/** Tags what a search finds: first shown, then done in one step that can be taken back. */
export function AutoTagDialog({ onClose, scope: found }: Props) {
  const t = useT();
  const tags = useTags() ?? [];
  const [query, setQuery] = useState(found?.query ?? '');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<AutoTagScope>('sentence');
  const [plan, setPlan] = useState<AutoTagPlan | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState<{ done: number; total: number } | null>(null);
  const abort = useRef<AbortController>(null);
  // What was found answers no longer what is asked now.
  const ask = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      setPlan(null);
      setError(null);
    };
  };
  const run = async (work: (signal: AbortSignal) => Promise<unknown>) => {
    abort.current = new AbortController();
    setRunning({ done: 0, total: 1 });
    setError(null);
    try {
      await work(abort.current.signal);
    } catch (failure) {
      setError(t(`error.${errorCodeOf(failure)}`));
    } finally {
      setRunning(null);
    }
  };
  const onProgress = (done: number, total: number) => setRunning({ done, total });
  const find = () =>
    run(async (signal) => {
      setLeft(new Set());
      setPlan(
        await planAutoTag({ ...(found ?? EVERYWHERE), query }, name, scope, { signal, onProgress }),
      );
    });
  const wanted = plan?.hits.filter((_, index) => !left.has(index)) ?? [];
  const begin = () =>
    run(async (signal) => {
      // The history tells of it, with the way to undo it.
      await autoTag(wanted, name, { signal, onProgress });
      onClose();
    });
  const leave = (index: number, out: boolean) => {
    const next = new Set(left);
    if (out) next.add(index);
    else next.delete(index);
    setLeft(next);
  };

  return (
    <Dialog
      dismissable={running === null}
      footer={
        running !== null ? (
          <Button onPress={() => abort.current?.abort()}>{t('app.cancel')}</Button>
        ) : plan === null ? (
          <Button
            icon="search"
            isDisabled={query === '' || name === ''}
            onPress={find}
            variant="primary"
          >
            {t('auto.preview')}
          </Button>
        ) : (
          <Button isDisabled={wanted.length === 0} onPress={begin} variant="primary">
            {t('auto.do', { count: wanted.length })}
          </Button>
        )
      }
      onClose={onClose}
      title={t('auto.title')}
      wide
    >
      <div className={styles.form}>
        <Field autoFocus label={t('auto.query')} onChange={ask(setQuery)} value={query} />
        <div className={styles.row}>
          <span className={styles.quiet}>{t('auto.tag')}</span>
          <TagButton
            allowNew
            icon="tag"
            label={name === '' ? t('codes.pickInto') : name}
            onChoose={ask(setName)}
            tags={tags}
          />
        </div>
        <Choice
          label={t('auto.scope')}
          onChange={ask(setScope)}
          options={SCOPES.map((id) => ({ id, label: t(`auto.scope.${id}`) }))}
          value={scope}
        />
      </div>
      {found !== undefined && isNarrowing(found) && (
        <p className={styles.quiet}>{t('auto.narrowed')}</p>
      )}
      <p aria-live="polite" className={styles.error}>
        {error}
      </p>
      {running !== null && (
        <Progress
          label={t('auto.running')}
          max={running.total}
          text={t('auto.progress', running)}
          value={running.done}
        />
      )}
      {plan !== null && running === null && (
        <>
          <p role="status">
            {plan.hits.length + plan.already === 0
              ? t('auto.none')
              : t(plan.already === 0 ? 'auto.foundNew' : 'auto.found', {
                  count: plan.hits.length,
                  already: plan.already,
                })}
          </p>
          <div className={styles.split}>
            <VirtualList
              items={plan.hits.map((hit, index) => ({ hit, index }))}
              keyOf={({ index }) => index}
              label={t('auto.list')}
              rowHeight={64}
            >
              {({ hit, index }) => (
                <div className={styles.hit}>
                  <Checkbox onChange={(on) => leave(index, !on)} selected={!left.has(index)}>
                    <span className={styles.quote} lang="zh-CN">
                      {oneLine(hit.text)}
                    </span>
                    <span className={styles.quiet} lang="zh-CN">
                      {hit.title}
                    </span>
                  </Checkbox>
                </div>
              )}
            </VirtualList>
          </div>
        </>
      )}
    </Dialog>
  );
}
