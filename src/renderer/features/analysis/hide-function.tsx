import { isFunctionCharacter } from '@domain/search/stats/tokens';
import { useT } from '@renderer/i18n';
import { Checkbox } from '@renderer/ui/checkbox';
import { useMemo } from 'react';
import { choose, useAnalysis } from './state';

/** Rows without those of function words, where these are to be hidden. */
export function useShownRows<Row extends { word: string }>(
  rows: readonly Row[] | undefined,
): Row[] {
  const { hideFunction } = useAnalysis().choices;
  return useMemo(
    () => (rows ?? []).filter(({ word }) => !hideFunction || !isFunctionCharacter(word)),
    [rows, hideFunction],
  );
}

export function HideFunction() {
  const t = useT();
  const { hideFunction } = useAnalysis().choices;
  return (
    <Checkbox onChange={(on) => choose({ hideFunction: on })} selected={hideFunction}>
      {t('analysis.hideFunction')}
    </Checkbox>
  );
}
