import type { Tag } from '@domain/model';
import type { TagView } from '@renderer/archive/queries';
import { MergeDialog } from './merge-dialog';
import { ShortcutDialog } from './shortcut-dialog';
import { SplitDialog } from './split-dialog';

export interface TagDialog {
  kind: 'merge' | 'split' | 'shortcut';
  tag: Tag;
}

interface Props {
  dialog: TagDialog;
  views: TagView[];
  onClose: () => void;
  onMerged?: (intoId: string) => void;
}

/** What needs more than a menu: merging, splitting and the shortcut key. */
export function TagDialogs({ dialog: { kind, tag }, views, onClose, onMerged }: Props) {
  if (kind === 'split') return <SplitDialog onClose={onClose} tag={tag} />;
  if (kind === 'shortcut') {
    return <ShortcutDialog onClose={onClose} tag={tag} tags={views.map((view) => view.tag)} />;
  }
  return (
    <MergeDialog
      onClose={onClose}
      tag={tag}
      views={views}
      {...(onMerged === undefined ? {} : { onMerged })}
    />
  );
}
