import type { Annotation } from '@domain/model';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { MenuButton } from '@renderer/ui/menu';
import styles from './place-chooser.module.css';
import { useReader } from './reader-context';

/** Characters of an annotation's words that name it. */
const NAME = 24;

/** Where several annotations lie one over the other: a list to pick one from, the shortest first. */
export function PlaceChooser({ others }: { others: readonly Annotation[] }) {
  const t = useT();
  const { selectedId, select } = useReader();
  if (others.length < 2) return null;
  const entries = others.map(({ id, color, exact }) => ({
    id,
    label: `${t(`color.${color ?? 'none'}`)} · ${exact.length > NAME ? `${exact.slice(0, NAME)}…` : exact}`,
    checked: id === selectedId,
    run: () => select(id),
  }));
  return (
    <div className={styles.chooser}>
      <MenuButton entries={entries} label={t('reader.here')}>
        <Button>{`${t('reader.here')} (${others.length})`}</Button>
      </MenuButton>
    </div>
  );
}
