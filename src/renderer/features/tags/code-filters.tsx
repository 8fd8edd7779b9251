import type { TagView } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Checkbox } from '@renderer/ui/checkbox';
import { Choice } from '@renderer/ui/choice';
import { ColorDot } from '@renderer/ui/color-dot';
import { Icon } from '@renderer/ui/icon';
import { Select } from '@renderer/ui/select';
import type { CodeView } from './code-browser';
import styles from './code-browser.module.css';
import { TagButton } from './tag-button';

interface Props {
  view: CodeView;
  tags: readonly TagView[];
  onView: (view: CodeView) => void;
}

const GROUPINGS = ['article', 'outlet', 'date'] as const;
const CONTEXTS = ['brief', 'sentence', 'paragraph'] as const;

/** Which passages are shown, and how. */
export function CodeFilters({ view, tags, onView }: Props) {
  const t = useT();
  const { query } = view;
  const change = (next: Partial<CodeView['query']>) =>
    onView({ ...view, query: { ...query, ...next } });
  const condition = (side: 'include' | 'exclude') => (
    <div className={styles.line}>
      <span className={styles.label}>{t(`codes.${side}`)}</span>
      {query[side].map((id) => {
        const tag = tags.find((each) => each.tag.id === id)?.tag;
        if (tag === undefined) return null;
        return (
          <span className={styles.condition} key={id} lang="zh-CN">
            <ColorDot color={tag.color} />
            {tag.name}
            <button
              aria-label={t('codes.dropTag', { name: tag.name })}
              onClick={() => change({ [side]: query[side].filter((each) => each !== id) })}
              type="button"
            >
              <Icon name="close" size={10} />
            </button>
          </span>
        );
      })}
      <TagButton
        label={t(side === 'include' ? 'codes.addInclude' : 'codes.addExclude')}
        onChoose={(_, id) => {
          if (id !== null) change({ [side]: [...new Set([...query[side], id])] });
        }}
        tags={tags}
      />
    </div>
  );
  return (
    <div className={styles.filters}>
      {condition('include')}
      {condition('exclude')}
      <div className={styles.line}>
        {query.include.length > 1 && (
          <Choice
            hideLabel
            label={t('codes.match')}
            onChange={(match) => change({ match })}
            options={[
              { id: 'all', label: t('codes.match.all') },
              { id: 'any', label: t('codes.match.any') },
            ]}
            value={query.match}
          />
        )}
        <Checkbox onChange={(subTags) => change({ subTags })} selected={query.subTags}>
          {t('codes.subTags')}
        </Checkbox>
        <Select
          hideLabel
          label={t('codes.group')}
          onChange={(id) =>
            onView({ ...view, grouping: GROUPINGS.find((each) => each === id) ?? 'article' })
          }
          options={GROUPINGS.map((id) => ({ id, label: t(`codes.group.${id}`) }))}
          value={view.grouping}
        />
        <Select
          hideLabel
          label={t('codes.context')}
          onChange={(id) =>
            onView({ ...view, context: CONTEXTS.find((each) => each === id) ?? 'sentence' })
          }
          options={CONTEXTS.map((id) => ({ id, label: t(`codes.context.${id}`) }))}
          value={view.context}
        />
      </div>
    </div>
  );
}
