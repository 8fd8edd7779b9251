import type { TagView } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import type { IconName } from '@renderer/ui/icon';
import { useSettledText } from '@renderer/ui/use-settled-text';
import { useMemo, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { pickerRows } from './picker-rows';
import styles from './tag-chips.module.css';
import { TagCombobox } from './tag-combobox';

interface Props {
  label: string;
  icon?: IconName;
  tags: readonly TagView[];
  /** A tag that there is not can be chosen too. */
  allowNew?: boolean;
  isDisabled?: boolean;
  /** Its name, and its id unless it is new. */
  onChoose: (name: string, id: string | null) => unknown;
}

/** A button that lets one tag be chosen. */
export function TagButton({ label, icon, tags, allowNew, isDisabled, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button icon={icon ?? 'plus'} isDisabled={isDisabled === true} variant="quiet">
        {label}
      </Button>
      <Popover className={styles.popover ?? ''} offset={4} placement="bottom start">
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          <Chooser
            allowNew={allowNew === true}
            onChoose={(name, id) => {
              setOpen(false);
              onChoose(name, id);
            }}
            onClose={() => setOpen(false)}
            tags={tags}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChooserProps extends Pick<Props, 'tags' | 'onChoose'> {
  allowNew: boolean;
  onClose: () => void;
}

function Chooser({ tags, allowNew, onChoose, onClose }: ChooserProps) {
  const t = useT();
  const [query, setQuery] = useState('');
  const { settled, handlers } = useSettledText(query);
  const rows = useMemo(() => pickerRows(tags, settled, [], allowNew), [tags, settled, allowNew]);
  return (
    <div {...handlers}>
      <TagCombobox
        isChosen={() => false}
        label={t('codes.pickInto')}
        onChoose={(row) => {
          if (row.kind === 'tag') onChoose(row.tag.name, row.tag.id);
          else onChoose(row.name, null);
        }}
        onClose={onClose}
        onQuery={setQuery}
        placeholder={t('tags.pick.placeholder')}
        query={query}
        rows={rows}
      />
    </div>
  );
}
