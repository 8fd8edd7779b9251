/** What lines of a concordance are sorted by: the first, second or third to the left or right, and facts. */
export const KWIC_KEYS = [
  'left1',
  'left2',
  'left3',
  'right1',
  'right2',
  'right3',
  'match',
  'date',
  'outlet',
  'title',
  'place',
] as const;
export type KwicKey = (typeof KWIC_KEYS)[number];

export const KWIC_UNITS = ['word', 'character'] as const;
export type KwicUnit = (typeof KWIC_UNITS)[number];

/** How a concordance is sorted: by up to three keys, then by place. */
export interface KwicOrder {
  keys: readonly KwicKey[];
  /** What is counted to the left and right. */
  unit: KwicUnit;
}

/** UTF-16 units on either side of a key word. */
export const LEAST_WIDTH = 5;
export const MOST_WIDTH = 100;
export const USUAL_WIDTH = 30;
