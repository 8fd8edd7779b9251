import type { CodeQuery } from '@domain/codebook/select';
import {
  citePassage,
  type PassageGroup,
  passagesToCsv,
  passagesToMarkdown,
} from '@domain/interchange/passages/passages';
import { type CodedView, type ContextKind, passagesOut } from '@renderer/archive/code-browser';
import type { TagView } from '@renderer/archive/queries';
import { retagAnnotations, type TagChange } from '@renderer/archive/retag';
import { useT } from '@renderer/i18n';
import { Button, IconButton } from '@renderer/ui/button';
import { copyText } from '@renderer/ui/copy-text';
import { MenuButton } from '@renderer/ui/menu';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useState } from 'react';
import styles from './code-browser.module.css';
import type { Group } from './group-passages';
import type { SaveFile } from './save-file';
import { TagButton } from './tag-button';

interface Props {
  passages: readonly CodedView[];
  chosen: readonly CodedView[];
  groups: readonly Group[];
  tags: readonly TagView[];
  query: CodeQuery;
  context: ContextKind;
  onSelect: (ids: ReadonlySet<string>) => void;
  saveFile: SaveFile;
}

/** What can be done with all passages that are shown, and with those that are selected. */
export function CodeTools(props: Props) {
  const { passages, chosen, groups, tags, query, context, onSelect, saveFile } = props;
  const t = useT();
  const [from, setFrom] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };
  const retag = (change: TagChange) =>
    attempt(async () => {
      await retagAnnotations(
        chosen.map((view) => view.annotation.id),
        change,
      );
      setFrom(null);
    });
  const copy = () =>
    attempt(async () => {
      const wanted = chosen.length > 0 ? chosen : passages;
      const out = await passagesOut(wanted, context);
      if (!copyText(out.map(citePassage).join('\n'))) return;
      showToast({ kind: 'done', text: t('codes.copied', { count: out.length }) });
    });
  const title =
    query.include
      .flatMap((id) => tags.find(({ tag }) => tag.id === id)?.tag.name ?? [])
      .join(query.match === 'all' ? '＋' : '、') || t('codes.title');
  const save = (extension: 'md' | 'csv') =>
    attempt(async () => {
      const out: PassageGroup[] = [];
      for (const { name, views } of groups) {
        out.push({ name, passages: await passagesOut(views, context) });
      }
      const text = extension === 'md' ? passagesToMarkdown(title, out) : passagesToCsv(out);
      const path = await saveFile(`${title}.${extension}`, text);
      if (path !== null) showToast({ kind: 'done', text: t('codes.saved', { path }) });
    });
  const carried = tagsOf(chosen, tags);
  const none = chosen.length === 0;

  return (
    <div className={styles.tools}>
      <span className={styles.total} role="status">
        {none
          ? t('codes.count', { count: passages.length })
          : t('codes.selected', { count: chosen.length })}
      </span>
      <Button
        isDisabled={passages.length === 0}
        onPress={() => onSelect(new Set(none ? passages.map((view) => view.annotation.id) : []))}
        variant="quiet"
      >
        {t(none ? 'codes.selectAll' : 'codes.selectNone')}
      </Button>
      {!none && (
        <>
          <TagButton
            allowNew
            label={t('codes.bulk.add')}
            onChoose={(name) => retag({ kind: 'add', name })}
            tags={tags}
          />
          <TagButton
            icon="close"
            label={t('codes.bulk.remove')}
            onChoose={(_, tagId) => tagId !== null && retag({ kind: 'remove', tagId })}
            tags={carried}
          />
          {from === null ? (
            <TagButton
              icon="edit"
              label={t('codes.bulk.replace')}
              onChoose={(_, tagId) => setFrom(tagId)}
              tags={carried}
            />
          ) : (
            <TagButton
              allowNew
              icon="forward"
              label={`${tags.find(({ tag }) => tag.id === from)?.tag.name ?? ''} → …`}
              onChoose={(name) => retag({ kind: 'replace', tagId: from, name })}
              tags={tags}
            />
          )}
        </>
      )}
      <span className={styles.space} />
      <Button icon="quote" isDisabled={passages.length === 0} onPress={copy} variant="quiet">
        {t('codes.copy')}
      </Button>
      <MenuButton
        entries={[
          { id: 'md', label: t('codes.saveMarkdown'), run: () => save('md') },
          { id: 'csv', label: t('codes.saveCsv'), run: () => save('csv') },
        ]}
        label={t('codes.exportAs')}
      >
        <IconButton icon="export" isDisabled={passages.length === 0} label={t('codes.exportAs')} />
      </MenuButton>
    </div>
  );
}

function tagsOf(views: readonly CodedView[], tags: readonly TagView[]): TagView[] {
  const ids = new Set(views.flatMap(({ annotation }) => annotation.tagIds));
  return tags.filter(({ tag }) => ids.has(tag.id));
}
