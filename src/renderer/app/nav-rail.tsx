import { useT } from '@renderer/i18n';
import { runAction } from '@renderer/ui/actions';
import { Icon, type IconName } from '@renderer/ui/icon';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import styles from './nav-rail.module.css';
import type { View } from './navigation';

const VIEW_ICONS: Record<View, IconName> = {
  library: 'articles',
  search: 'search',
  codebook: 'tag',
  notes: 'note',
};

type Part = View | 'analysis' | 'settings';

/** The parts of the archive, down the left side. */
export const NavRail = memo(function NavRail({ current }: { current: Part }) {
  const t = useT();
  return (
    <nav aria-label={t('app.navigation')} className={styles.rail}>
      {(Object.keys(VIEW_ICONS) as View[]).map((view) => (
        <RailButton
          current={current === view}
          icon={VIEW_ICONS[view]}
          key={view}
          label={t(`view.${view}`)}
          onPress={() => runAction(`go.${view}`)}
        />
      ))}
      <RailButton
        current={current === 'analysis'}
        icon="chart"
        label={t('view.analysis')}
        onPress={() => runAction('go.analysis')}
      />
      <span className={styles.gap} />
      <RailButton
        current={current === 'settings'}
        icon="settings"
        label={t('view.settings')}
        onPress={() => runAction('go.settings')}
      />
    </nav>
  );
});

function RailButton({
  icon,
  label,
  current,
  onPress,
}: {
  icon: IconName;
  label: string;
  current: boolean;
  onPress: () => void;
}) {
  return (
    <Button
      aria-current={current ? 'page' : undefined}
      className={`${styles.button} ${current ? styles.current : ''}`}
      onPress={onPress}
    >
      <Icon name={icon} size={18} />
      <span>{label}</span>
    </Button>
  );
}
