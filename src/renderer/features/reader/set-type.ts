import { readSettings, type Settings, saveSetting } from '@renderer/archive/settings';
import { attempt } from './attempt';
import { SIZE, stepped, WIDTH } from './limits';

const LIMITS = { readerSize: SIZE, readerWidth: WIDTH } as const;

/** One change after the other, so that a key held down loses no step. */
let last: Promise<void> = Promise.resolve();

const SNAPS = ['off', 'word', 'sentence'] as const satisfies Settings['snap'][];

/** Lets selections grow in the next way, and says which that is once it is stored. */
export function changeSnap(say: (snap: Settings['snap']) => void): Promise<void> {
  last = last.then(() =>
    attempt(async () => {
      const { snap } = await readSettings();
      const next = SNAPS[(SNAPS.indexOf(snap) + 1) % SNAPS.length] ?? 'off';
      await saveSetting('snap', next);
      say(next);
    }),
  );
  return last;
}

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
