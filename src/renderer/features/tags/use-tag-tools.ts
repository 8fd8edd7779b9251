import { HIGHLIGHT_COLORS, type Tag } from '@domain/model';
import { deleteTag, editTag } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import type { MenuEntry } from '@renderer/ui/menu';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';

export type TagField = 'name' | 'description';

interface Wishes {
  onEdit: (field: TagField) => void;
  onMerge: () => void;
  onExport: () => void;
  /** Called before the tag is deleted. */
  onDelete?: () => void;
}

/** Once the menu has closed and given the focus back, which it would otherwise take away again. */
function afterMenu(run: () => void): void {
  requestAnimationFrame(run);
}

/** What can be done with a tag, for its menu and its keys. */
export function useTagTools() {
  const t = useT();
  const tell = (error: unknown) =>
    showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });

  /** The window offers to take it back. */
  const remove = async (tag: Tag) => {
    try {
      await deleteTag(tag.id);
    } catch (error) {
      tell(error);
    }
  };

  const menuOf = (tag: Tag, { onEdit, onMerge, onExport, onDelete }: Wishes): MenuEntry[] => [
    {
      id: 'rename',
      label: t('app.rename'),
      icon: 'edit',
      shortcut: 'F2',
      run: () => afterMenu(() => onEdit('name')),
    },
    {
      id: 'description',
      label: t('tags.editDescription'),
      icon: 'text',
      run: () => afterMenu(() => onEdit('description')),
    },
    ...HIGHLIGHT_COLORS.map((color, index) => ({
      id: color,
      label: t('tags.colorIs', { color: t(`color.${color}`) }),
      checked: tag.color === color,
      separated: index === 0,
      run: () => editTag(tag.id, { color }).catch(tell),
    })),
    { id: 'merge', label: t('tags.merge'), separated: true, run: () => afterMenu(onMerge) },
    { id: 'export', label: t('tags.export'), icon: 'export', run: onExport },
    {
      id: 'delete',
      label: t('tags.delete'),
      icon: 'trash',
      shortcut: 'Delete',
      separated: true,
      run: () => {
        onDelete?.();
        return remove(tag);
      },
    },
  ];
  return { menuOf, remove };
}
