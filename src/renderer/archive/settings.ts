import { setAuthor } from '@renderer/data/records';
import { initialSetting, readSetting, writeSetting } from '@renderer/data/settings';
import { newId } from '@shared/ids';
import { LANGUAGES, THEMES } from '@shared/ipc';
import { z } from 'zod';

/** The researcher's preferences with their limits and what holds until they choose. */
const schemas = {
  /** `null`: the system's language. */
  language: z.enum(LANGUAGES).nullable().catch(null),
  theme: z.enum(THEMES).catch('system'),
  /** Width of the text in Han characters. */
  readerWidth: z.number().int().min(24).max(60).catch(38),
  /** Pixels. */
  readerSize: z.number().int().min(12).max(36).catch(18),
  /** Line height as a multiple of the size. */
  readerLeading: z.number().min(1.5).max(2.2).catch(1.8),
  readerFace: z.enum(['serif', 'sans']).catch('serif'),
  /** `theme`: the ground of the rest of the window. */
  readerGround: z.enum(['theme', 'paper', 'sepia', 'dark']).catch('theme'),
  readerJustified: z.boolean().catch(true),
  /** Tags and notes beside the text. */
  railShown: z.boolean().catch(true),
  listWidth: z.number().int().min(200).max(640).catch(264),
  panelWidth: z.number().int().min(220).max(640).catch(272),
  listOpen: z.boolean().catch(true),
  panelOpen: z.boolean().catch(true),
  librarySort: z.enum(['title', 'outlet', 'date', 'imported', 'annotations']).catch('imported'),
  librarySortDescending: z.boolean().catch(false),
  highlightColor: z.enum(['yellow', 'red', 'green', 'blue', 'purple']).catch('yellow'),
  /** To what a selection grows by itself. */
  snap: z.enum(['off', 'word', 'sentence']).catch('off'),
  /** The tags that were put on something last, by id, the latest first. */
  recentTags: z.array(z.string()).catch([]),
  /** The queries that were asked last, the latest first. */
  searchHistory: z.array(z.string()).catch([]),
};

export type Settings = { [K in keyof typeof schemas]: z.infer<(typeof schemas)[K]> };
export type SettingKey = keyof Settings;

/** Every setting; one that is missing or no longer valid has its usual value. */
export async function readSettings(): Promise<Settings> {
  const keys = Object.keys(schemas) as SettingKey[];
  const entries = await Promise.all(
    keys.map(async (key) => [key, schemas[key].parse(await readSetting(key))] as const),
  );
  // Each value was just parsed by its own key's schema, which Object.fromEntries cannot tell.
  return Object.fromEntries(entries) as Settings;
}

export function saveSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  return writeSetting(key, schemas[key].parse(value));
}

/** Makes sure that the archive has an author, and lets new records carry its id. */
export async function openAuthor(): Promise<void> {
  const id = z.uuid().parse(await initialSetting('authorId', newId()));
  setAuthor(id);
}
