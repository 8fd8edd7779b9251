import { db } from './database';

/** A stored setting, or `undefined`. The caller decides whether it is still a valid value. */
export async function readSetting(key: string): Promise<unknown> {
  return (await db.settings.get(key))?.value;
}

export async function writeSetting(key: string, value: unknown): Promise<void> {
  await db.settings.put({ key, value });
}

/** Stores a value unless there is one, and answers what is stored then. */
export function initialSetting(key: string, value: unknown): Promise<unknown> {
  return db.transaction('rw', db.settings, async () => {
    const known = await db.settings.get(key);
    if (known !== undefined) return known.value;
    await db.settings.add({ key, value });
    return value;
  });
}
