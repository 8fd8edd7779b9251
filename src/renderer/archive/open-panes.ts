import { findArticle } from '@renderer/data/articles';
import { readSetting, writeSetting } from '@renderer/data/settings';
import { z } from 'zod';

/** Not one of the preferences: it changes with every article that is opened. */
const KEY = 'openPanes';

const openPanes = z.object({
  /** Ids of the articles that lie side by side. */
  first: z.string(),
  second: z.string(),
  active: z.enum(['first', 'second']),
});

export type OpenPanes = z.infer<typeof openPanes>;

/** The two articles that lay side by side when the window was closed; null: there were not two. */
export async function readOpenPanes(): Promise<OpenPanes | null> {
  const { data } = openPanes.safeParse(await readSetting(KEY));
  if (data === undefined) return null;
  const articles = await Promise.all([findArticle(data.first), findArticle(data.second)]);
  return articles.includes(null) ? null : data;
}

export function saveOpenPanes(panes: OpenPanes | null): Promise<void> {
  return writeSetting(KEY, panes);
}
