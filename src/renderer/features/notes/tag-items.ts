import { fitsPinyin } from '@domain/text/pinyin';
import { tagAnnotations } from '@renderer/archive/annotate';
import { useTags } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import { useMemo } from 'react';
import type { MenuItem } from './menu-items';

const MOST = 30;

/** The tags that fit what was typed, and a new one; choosing one tags the annotation. */
export function useTagItems(annotationId: string, query: string | null): MenuItem[] {
  const t = useT();
  const views = useTags();
  return useMemo(() => {
    if (query === null || views === undefined) return [];
    const wanted = query.toLowerCase();
    const item = (id: string, name: string, label: string, detail: string): MenuItem => ({
      id,
      icon: 'tag',
      label,
      detail,
      run: (editor, range) => {
        editor.chain().focus().deleteRange(range).run();
        tagAnnotations([annotationId], name).catch((error: unknown) =>
          showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) }),
        );
      },
    });
    const fitting = views
      .filter(({ tag }) => tag.archived !== true)
      .filter(({ tag }) => tag.name.toLowerCase().includes(wanted) || fitsPinyin(tag.name, wanted))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST)
      .map(({ tag, count }) => item(tag.id, tag.name, tag.name, String(count)));
    const known = views.some(({ tag }) => tag.name.toLowerCase() === wanted);
    if (known || query === '') return fitting;
    const label = t('notes.tag.new', { name: query });
    return [...fitting, item('new', query, label, '')];
  }, [annotationId, query, views, t]);
}
