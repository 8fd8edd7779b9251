import { readSettings, saveSetting } from '@renderer/archive/settings';
import { attempt } from './attempt';
import { SIZE, stepped, WIDTH } from './limits';

const LIMITS = { readerSize: SIZE, readerWidth: WIDTH } as const;

/** One change after the other, so that a key held down loses no step. */
let last: Promise<void> = Promise.resolve();

/** Sets the text larger or wider by so many steps; negative is smaller or narrower. */
export function changeType(key: keyof typeof LIMITS, steps: number): Promise<void> {
  last = last.then(() =>
    attempt(async () => {
      const settings = await readSettings();
      await saveSetting(key, stepped(settings[key], steps, LIMITS[key]));
    }),
  );
  return last;
}
