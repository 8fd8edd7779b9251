import { useT } from '@renderer/i18n';
import { Icon, type IconName } from '@renderer/ui/icon';
import { Button } from 'react-aria-components';
import styles from './nav-rail.module.css';
import { isApart, type Location, type View } from './navigation';

const VIEW_ICONS: Record<View, IconName> = {
  library: 'articles',
  search: 'search',
  codebook: 'tag',
  notes: 'note',
};

interface Props {
  location: Location;
  onView: (view: View) => void;
  onAnalysis: () => void;
  onSettings: () => void;
}

/** The parts of the archive, down the left side. */
export function NavRail({ location, onView, onAnalysis, onSettings }: Props) {
  const t = useT();
  const { kind } = location.page;
  return (
    <nav aria-label={t('app.navigation')} className={styles.rail}>
      {(Object.keys(VIEW_ICONS) as View[]).map((view) => (
        <RailButton
          current={!isApart(location.page) && location.view === view}
          icon={VIEW_ICONS[view]}
          key={view}
          label={t(`view.${view}`)}
          onPress={() => onView(view)}
        />
      ))}
      <RailButton
        current={kind === 'analysis'}
        icon="chart"
        label={t('view.analysis')}
        onPress={onAnalysis}
      />
      <span className={styles.gap} />
      <RailButton
        current={kind === 'settings'}
        icon="settings"
        label={t('view.settings')}
        onPress={onSettings}
      />
    </nav>
  );
}

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
