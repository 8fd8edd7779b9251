import { useT } from '@renderer/i18n';
import { Choice } from '@renderer/ui/choice';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { choose, useAnalysis } from './state';

/** In what to count: words or characters, how many in a row, how frequent at least. */
export function SequenceOptions({ size, min }: { size: 'size' | 'keySize'; min: number }) {
  const t = useT();
  const { choices } = useAnalysis();
  return (
    <>
      <Choice
        label={t('analysis.unit')}
        onChange={(unit) => choose({ unit })}
        options={(['word', 'char'] as const).map((id) => ({
          id,
          label: t(`analysis.unit.${id}`),
        }))}
        value={choices.unit}
      />
      <NumberStepper
        label={t('analysis.size')}
        max={6}
        min={min}
        onChange={(value) => choose({ [size]: value })}
        value={choices[size]}
      />
      <NumberStepper
        label={t('analysis.least')}
        max={999}
        min={1}
        onChange={(value) => choose({ least: value })}
        value={choices.least}
      />
    </>
  );
}
