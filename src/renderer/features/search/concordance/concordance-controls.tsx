import { KWIC_KEYS, KWIC_UNITS, LEAST_WIDTH, MOST_WIDTH } from '@domain/search/kwic';
import { useT } from '@renderer/i18n';
import { Choice } from '@renderer/ui/choice';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { Select } from '@renderer/ui/select';
import styles from './concordance.module.css';
import { type ConcordanceView, changeView } from './concordance-view';

/** What the lines are sorted by, and how much of them is shown. */
export function ConcordanceControls({ view }: { view: ConcordanceView }) {
  const t = useT();
  const { keys, unit, width } = view;
  const options = KWIC_KEYS.map((id) => ({ id, label: t(`concordance.key.${id}`) }));
  const setKey = (index: number, id: string) => {
    const key = KWIC_KEYS.find((each) => each === id) ?? 'place';
    const next = [0, 1, 2].map((at) => (at === index ? key : (keys[at] ?? 'place')));
    // By place no two are equal, so that nothing can come after it.
    const last = next.indexOf('place');
    changeView({ keys: last === -1 ? next : next.slice(0, last + 1), line: 0 });
  };
  return (
    <div className={styles.line}>
      <span className={styles.label}>{t('concordance.sort')}</span>
      {[0, 1, 2].map((index) =>
        index > 0 && (keys[index - 1] ?? 'place') === 'place' ? null : (
          <Select
            hideLabel
            key={index}
            label={t('concordance.sortBy', { number: index + 1 })}
            onChange={(id) => setKey(index, id)}
            options={options}
            value={keys[index] ?? 'place'}
          />
        ),
      )}
      <Choice
        hideLabel
        label={t('concordance.unit')}
        onChange={(id) => changeView({ unit: id, line: 0 })}
        options={KWIC_UNITS.map((id) => ({ id, label: t(`concordance.unit.${id}`) }))}
        value={unit}
      />
      <span className={styles.space} />
      <span className={styles.label}>{t('concordance.width')}</span>
      <NumberStepper
        hideLabel
        label={t('concordance.width')}
        max={MOST_WIDTH}
        min={LEAST_WIDTH}
        onChange={(next) => changeView({ width: next })}
        unit={t('concordance.characters')}
        value={width}
      />
    </div>
  );
}
