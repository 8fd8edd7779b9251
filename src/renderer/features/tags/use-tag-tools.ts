import type { TagStep } from '@domain/codebook/tree';
import { HIGHLIGHT_COLORS, type Tag } from '@domain/model';
import { moveTagBy } from '@renderer/archive/codebook';
import { deleteTag, editTag } from '@renderer/archive/tags';
import { useT } from '@renderer/i18n';
import type { MenuEntry } from '@renderer/ui/menu';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';
import type { TagDialog } from './tag-dialogs';

export type TagField = 'name' | 'description';

interface Wishes {
  onEdit: (field: TagField) => void;
  onDialog: (kind: TagDialog['kind']) => void;
  onExport: () => void;
  onBrowse?: () => void;
  onSubTag?: () => void;
  /** Called before the tag is deleted. */
  onDelete?: () => void;
}

/** The keys that move a tag in the tree. */
const STEP_KEYS: Record<TagStep, string> = {
  up: 'Alt+ArrowUp',
  down: 'Alt+ArrowDown',
  indent: 'Alt+ArrowRight',
  outdent: 'Alt+ArrowLeft',
};
const STEPS: TagStep[] = ['up', 'down', 'indent', 'outdent'];

/** Once the menu has closed and given the focus back, which it would otherwise take away again. */
function afterMenu(run: () => void): void {
  requestAnimationFrame(run);
}

/** What can be done with a tag, for its menu and its keys. */
export function useTagTools() {
  const t = useT();
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };

  /** The window offers to take it back. */
  const remove = (tag: Tag) => attempt(deleteTag(tag.id));
  const step = (tag: Tag, way: TagStep) => attempt(moveTagBy(tag.id, way));

  const menuOf = (tag: Tag, wishes: Wishes): MenuEntry[] => [
    {
      id: 'rename',
      label: t('app.rename'),
      icon: 'edit',
      shortcut: 'F2',
      run: () => afterMenu(() => wishes.onEdit('name')),
    },
    {
      id: 'description',
      label: t('tags.editDescription'),
      icon: 'text',
      run: () => afterMenu(() => wishes.onEdit('description')),
    },
    {
      id: 'shortcut',
      label: t('tags.shortcut'),
      ...(tag.shortcut === undefined ? {} : { shortcut: tag.shortcut }),
      run: () => afterMenu(() => wishes.onDialog('shortcut')),
    },
    ...HIGHLIGHT_COLORS.map((color, index) => ({
      id: color,
      label: t('tags.colorIs', { color: t(`color.${color}`) }),
      checked: tag.color === color,
      separated: index === 0,
      run: () => attempt(editTag(tag.id, { color })),
    })),
    ...(wishes.onSubTag === undefined ? [] : treeEntries(tag, wishes.onSubTag)),
    {
      id: 'merge',
      label: t('tags.merge'),
      separated: true,
      run: () => afterMenu(() => wishes.onDialog('merge')),
    },
    { id: 'split', label: t('tags.split'), run: () => afterMenu(() => wishes.onDialog('split')) },
    ...(wishes.onBrowse === undefined
      ? []
      : [{ id: 'browse', label: t('tags.browse'), icon: 'table', run: wishes.onBrowse } as const]),
    { id: 'export', label: t('tags.export'), icon: 'export', run: wishes.onExport },
    {
      id: 'archive',
      label: t(tag.archived === true ? 'tags.unarchive' : 'tags.archive'),
      separated: true,
      run: () => attempt(editTag(tag.id, { archived: tag.archived !== true })),
    },
    {
      id: 'delete',
      label: t('tags.delete'),
      icon: 'trash',
      shortcut: 'Delete',
      run: () => {
        wishes.onDelete?.();
        return remove(tag);
      },
    },
  ];
  const treeEntries = (tag: Tag, onSubTag: () => void): MenuEntry[] => [
    {
      id: 'sub',
      label: t('tags.subTag'),
      icon: 'plus',
      separated: true,
      run: () => afterMenu(onSubTag),
    },
    ...STEPS.map((way) => ({
      id: way,
      label: t(`tags.move.${way}`),
      shortcut: STEP_KEYS[way],
      run: () => step(tag, way),
    })),
  ];
  return { menuOf, remove, step, attempt };
}
