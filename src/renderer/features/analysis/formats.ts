import { currentLanguage, formatNumber } from '@renderer/i18n';

/** A measure with two decimals; what is beyond all measure as ∞, what there is none of as a dash. */
export function decimal(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '—';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
    .format(value)
    .replace('-', '−');
}

export function whole(value: number): string {
  return formatNumber(value);
}
