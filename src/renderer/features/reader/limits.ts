/** How small and large the text can be set, in pixels; `step` is what one key press changes. */
export const SIZE = { min: 12, max: 36, step: 1 } as const;

/** How narrow and wide it can be set, in Han characters. */
export const WIDTH = { min: 24, max: 60, step: 2 } as const;

/** A value moved by steps and kept within its limits. */
export function stepped(
  value: number,
  steps: number,
  { min, max, step }: { min: number; max: number; step: number },
): number {
  return Math.min(max, Math.max(min, value + steps * step));
}
