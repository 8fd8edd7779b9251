import { useTags } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { useActions } from '@renderer/ui/actions';

/** Lets the keys that tags have of their own put them on what is to be annotated. */
export function useTagKeys(tagWith: (name: string) => void): void {
  const t = useT();
  const views = useTags() ?? [];
  useActions(
    views.flatMap(({ tag }) => {
      if (tag.shortcut === undefined || tag.archived === true) return [];
      return {
        id: `tag.put.${tag.id}`,
        label: t('tags.shortcut.do', { name: tag.name }),
        group: 'annotation' as const,
        shortcut: tag.shortcut,
        run: () => tagWith(tag.name),
      };
    }),
  );
}
