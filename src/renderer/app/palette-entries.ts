import type { LibraryRow } from '@renderer/archive/library';
import type { NoteView, TagView } from '@renderer/archive/queries';
import type { Translate } from '@renderer/i18n';
import type { Action } from '@renderer/ui/actions';
import type { IconName } from '@renderer/ui/icon';
import { openNote } from './places';
import type { Go } from './use-navigation';

/** One thing that the palette can reach. */
export interface PaletteEntry {
  id: string;
  icon: IconName;
  label: string;
  detail: string;
  shortcut?: string;
  run: () => unknown;
  /** Opens it next to what is read; for articles. */
  beside?: () => unknown;
}

const LIMIT = 60;

export interface PaletteData {
  actions: Action[];
  articles: readonly LibraryRow[];
  tags: readonly TagView[];
  notes: NoteView[];
}

/** Everything whose words contain what was typed: commands first, then tags, articles and notes. */
export function paletteEntries(
  query: string,
  { actions, articles, tags, notes }: PaletteData,
  go: Go,
  t: Translate,
): PaletteEntry[] {
  const wanted = query.trim().toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(wanted);
  const commands = actions
    .filter((action) => action.hidden !== true && action.enabled !== false && has(action.label))
    .map(({ id, label, group, shortcut, run }): PaletteEntry => {
      const entry = { id, icon: 'forward', label, detail: t(`menu.${group}`), run } as const;
      return shortcut === undefined ? entry : { ...entry, shortcut };
    });
  if (wanted === '') return commands.slice(0, LIMIT);
  const named = tags.filter(({ tag }) => has(tag.name)).map((view) => tagEntry(view, go, t));
  const entries = [...commands, ...named];
  // No more are looked for than are shown.
  for (const article of articles) {
    if (entries.length >= LIMIT) break;
    if (article.searchedTitle.includes(wanted)) entries.push(articleEntry(article, go));
  }
  for (const view of notes) {
    if (entries.length >= LIMIT) break;
    if (has(view.note.plain)) entries.push(noteEntry(view, go, t));
  }
  return entries.slice(0, LIMIT);
}

function tagEntry({ tag, count }: TagView, go: Go, t: Translate): PaletteEntry {
  const detail = `${t('view.codebook')} · ${count}`;
  return { id: tag.id, icon: 'tag', label: tag.name, detail, run: () => go.tag(tag.id) };
}

function articleEntry({ id, title, outlet }: LibraryRow, go: Go): PaletteEntry {
  return {
    id,
    icon: 'articles',
    label: title,
    detail: outlet,
    run: () => go.article(id),
    beside: () => go.beside(id),
  };
}

function noteEntry(view: NoteView, go: Go, t: Translate): PaletteEntry {
  const { note, article } = view;
  const label = note.plain.split('\n')[0] ?? '';
  const detail = article?.title ?? t('view.notes');
  return { id: note.id, icon: 'note', label, detail, run: () => openNote(view, go) };
}
