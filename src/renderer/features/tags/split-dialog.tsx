import { normalizeTagName, tagKey } from '@domain/codebook/tags';
import type { Tag } from '@domain/model';
import { splitTag } from '@renderer/archive/codebook';
import { usePassagesOfTag } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Loading } from '@renderer/ui/loading';
import { Select } from '@renderer/ui/select';
import { VirtualList } from '@renderer/ui/virtual-list';
import { useMemo, useState } from 'react';
import { oneLine } from './passage-rows';
import { TagChangeDialog } from './tag-change-dialog';
import styles from './tag-dialogs.module.css';

/** Distributes the passages of a tag onto new ones, each by hand. */
export function SplitDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const t = useT();
  const passages = usePassagesOfTag(tag.id);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const names = useMemo(() => namesIn(typed, tag), [typed, tag]);
  const parts = names.map((name) => ({
    name,
    annotationIds: [...chosen].flatMap(([id, target]) => (target === tagKey(name) ? id : [])),
  }));
  const count = parts.reduce((sum, part) => sum + part.annotationIds.length, 0);

  const split = () =>
    splitTag(
      tag.id,
      parts.filter((part) => part.annotationIds.length > 0),
    );
  return (
    <TagChangeDialog
      action={t('tags.split.do', { count })}
      onClose={onClose}
      run={count === 0 ? null : split}
      title={t('tags.split.title', { name: tag.name })}
      wide
    >
      {(error) => (
        <>
          <p className={styles.text}>{t('tags.split.text', { name: tag.name })}</p>
          <textarea
            aria-label={t('tags.split.names')}
            // biome-ignore lint/a11y/noAutofocus: it opens because the user asked for names to be typed
            autoFocus
            className={styles.names}
            lang="zh-CN"
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('tags.split.names')}
            rows={3}
            value={typed}
          />
          <p aria-live="polite" className={styles.error}>
            {error}
          </p>
          {passages === undefined ? (
            <Loading />
          ) : (
            <div className={styles.split}>
              <VirtualList
                items={passages}
                keyOf={(view) => view.annotation.id}
                label={t('tags.split.passages')}
                rowHeight={64}
              >
                {({ annotation }) => (
                  <div className={styles.part}>
                    <span className={styles.quote} lang="zh-CN">
                      {oneLine(annotation.exact)}
                    </span>
                    <Select
                      hideLabel
                      label={t('tags.split.target')}
                      onChange={(target) =>
                        setChosen((before) => new Map(before).set(annotation.id, target))
                      }
                      options={[
                        { id: '', label: t('tags.split.keep') },
                        ...names.map((name) => ({ id: tagKey(name), label: name })),
                      ]}
                      value={chosen.get(annotation.id) ?? ''}
                    />
                  </div>
                )}
              </VirtualList>
            </div>
          )}
        </>
      )}
    </TagChangeDialog>
  );
}

/** The names typed, one a line, each once; not the tag that is split. */
function namesIn(typed: string, tag: Tag): string[] {
  const names = new Map(typed.split('\n').map((line) => [tagKey(line), normalizeTagName(line)]));
  names.delete('');
  names.delete(tagKey(tag.name));
  return [...names.values()];
}
