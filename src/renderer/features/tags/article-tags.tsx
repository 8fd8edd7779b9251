import type { Tag } from '@domain/model';
import { useArticleTags } from '@renderer/archive/code-queries';
import { useTags } from '@renderer/archive/queries';
import { tagArticles, untagArticles } from '@renderer/archive/retag';
import { useT } from '@renderer/i18n';
import { ColorDot } from '@renderer/ui/color-dot';
import { Dialog } from '@renderer/ui/dialog';
import { Icon } from '@renderer/ui/icon';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import styles from './article-tags.module.css';
import { TagButton } from './tag-button';

interface Props {
  articleIds: string[];
  /** A tag's name was clicked. */
  onOpenTag?: (tagId: string) => void;
}

/** The tags that articles carry as a whole (those that all of them carry), and the way to more. */
export function ArticleTags({ articleIds, onOpenTag }: Props) {
  const t = useT();
  const tags = useArticleTags(articleIds);
  const all = useTags();
  if (tags === undefined || all === undefined) return null;
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };
  const chip = (tag: Tag) => (
    <span className={styles.chip} key={tag.id} lang="zh-CN">
      <button className={styles.name} onClick={() => onOpenTag?.(tag.id)} type="button">
        <ColorDot color={tag.color} />
        {tag.name}
      </button>
      <button
        aria-label={t('tags.remove', { name: tag.name })}
        className={styles.remove}
        onClick={() => void attempt(untagArticles(articleIds, tag.id))}
        type="button"
      >
        <Icon name="close" size={10} />
      </button>
    </span>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div aria-label={t('codes.articleTags')} className={styles.tags} role="group">
      {tags.map(chip)}
      <TagButton
        allowNew
        label={t('codes.tagArticle')}
        onChoose={(name) => attempt(tagArticles(articleIds, name))}
        tags={all}
      />
    </div>
  );
}

/** Tags several articles at once. */
export function ArticleTagsDialog({ articleIds, onClose }: Props & { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog onClose={onClose} title={t('codes.tagArticles', { count: articleIds.length })}>
      <ArticleTags articleIds={articleIds} />
    </Dialog>
  );
}
