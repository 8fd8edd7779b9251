import type { Annotation, Note } from '@domain/model';
import { type LinkKind, type LinkTarget, linkKey, linkLabel } from '@domain/note/links';
import { fitsPinyin } from '@domain/text/pinyin';
import { annotationsAfter, findAnnotation } from '@renderer/data/annotations';
import { findArticle } from '@renderer/data/articles';
import { useLive } from '@renderer/data/live';
import { allNotes, findNotes, noteOf, notesLinkingTo } from '@renderer/data/notes';
import { allTags, findTags } from '@renderer/data/tags';
import { wholeLibrary } from './library';
import type { NoteTarget } from './notes';

/** Something that a note can link to. */
export interface LinkCandidate extends LinkTarget {
  label: string;
  /** Where it is from; empty when its name says all. */
  detail: string;
}

/** A note that links here, with what it is on. */
export interface Backlink {
  note: Note;
  /** What the note is on, by name; `null` for the archive's journal. */
  about: string | null;
}

const MOST_CANDIDATES = 40;

/** What a link's target is called now; `null` when it is gone. */
export async function labelOf({ kind, id }: LinkTarget): Promise<string | null> {
  switch (kind) {
    case 'article':
      return (await findArticle(id))?.title ?? null;
    case 'annotation':
      return (await findAnnotation(id))?.exact ?? null;
    case 'tag':
      return (await findTags([id]))[0]?.name ?? null;
    case 'note': {
      const [note] = await findNotes([id]);
      return note === undefined ? null : firstLine(note);
    }
  }
}

/** As `labelOf`, for the screen; `undefined` while it reads. */
export function useLinkLabel(kind: LinkKind, id: string): string | null | undefined {
  return useLive(() => labelOf({ kind, id }), [kind, id]);
}

/** What has a name and can be linked to: tags, articles, notes. */
export async function namedCandidates(): Promise<LinkCandidate[]> {
  const [tags, articles, notes] = await Promise.all([allTags(), wholeLibrary(), allNotes()]);
  return [
    ...tags.map(({ id, name }) => candidate('tag', id, name)),
    ...articles.map(({ id, title, outlet }) => candidate('article', id, title, outlet)),
    ...notes.map((note) => candidate('note', note.id, firstLine(note))),
  ].filter(({ label }) => label !== '');
}

/** Rows that are read before the window may draw again. */
const PIECE = 500;

/** Every passage that can be linked to. */
export async function passageCandidates(): Promise<LinkCandidate[]> {
  const titles = new Map((await wholeLibrary()).map(({ id, title }) => [id, title]));
  const found: LinkCandidate[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: Annotation[] = await annotationsAfter(after, PIECE);
    for (const { id, exact, articleId } of rows) {
      const one = candidate('annotation', id, exact, titles.get(articleId));
      if (one.label !== '') found.push(one);
    }
    after = rows.at(-1)?.id;
  }
  return found;
}

function candidate(kind: LinkKind, id: string, name: string, detail = ''): LinkCandidate {
  return { kind, id, label: linkLabel(name), detail };
}

/** Those whose name has what was typed, also as pinyin; names that begin with it first. */
export function matchCandidates(all: readonly LinkCandidate[], typed: string): LinkCandidate[] {
  const wanted = typed.trim().toLowerCase();
  const starting: LinkCandidate[] = [];
  const others: LinkCandidate[] = [];
  for (const each of all) {
    const at = each.label.toLowerCase().indexOf(wanted);
    if (at === 0) starting.push(each);
    // What comes after so many is not shown: how it sounds is not asked.
    else if (others.length >= MOST_CANDIDATES) continue;
    else if (at > 0 || fitsPinyin(each.label.slice(0, 40), wanted)) others.push(each);
  }
  return [...starting, ...others].slice(0, MOST_CANDIDATES);
}

/** The notes that link to a target or to the note on it, the one modified last first. */
export function useBacklinks({ kind, id }: NoteTarget): Backlink[] | undefined {
  return useLive(() => backlinks({ kind, id }), [kind, id]);
}

async function backlinks({ kind, id }: NoteTarget): Promise<Backlink[]> {
  const own = await noteOf(id);
  const keys = own === null ? [] : [linkKey({ kind: 'note', id: own.id })];
  if (kind !== 'archive') keys.push(linkKey({ kind, id }));
  const notes = (await notesLinkingTo(keys)).filter((note) => note.id !== own?.id);
  notes.sort((a, b) => (a.modified < b.modified ? 1 : -1));
  return Promise.all(notes.map(async (note) => ({ note, about: await nameOfTarget(note) })));
}

/** What a note is on, by name; `null` for the archive's journal. */
export async function nameOfTarget({ targetKind, targetId }: Note): Promise<string | null> {
  if (targetKind === 'archive') return null;
  return (await labelOf({ kind: targetKind, id: targetId })) ?? '';
}

/** Where a link leads: a place in an article, a tag, or a note of its own; `null` when it is gone. */
export type LinkPlace =
  | { kind: 'article'; articleId: string }
  | { kind: 'annotation'; articleId: string; annotationId: string }
  | { kind: 'tag'; tagId: string }
  | { kind: 'tag-note'; tagId: string }
  | { kind: 'archive-note' };

export async function placeOfLink({ kind, id }: LinkTarget): Promise<LinkPlace | null> {
  switch (kind) {
    case 'article':
      return (await findArticle(id)) === null ? null : { kind, articleId: id };
    case 'annotation': {
      const annotation = await findAnnotation(id);
      if (annotation === null) return null;
      return { kind, articleId: annotation.articleId, annotationId: id };
    }
    case 'tag':
      return (await findTags([id])).length === 0 ? null : { kind, tagId: id };
    case 'note': {
      const [note] = await findNotes([id]);
      if (note === undefined) return null;
      if (note.targetKind === 'archive') return { kind: 'archive-note' };
      if (note.targetKind === 'tag') return { kind: 'tag-note', tagId: note.targetId };
      return placeOfLink({ kind: note.targetKind, id: note.targetId });
    }
  }
}

function firstLine({ plain }: Note): string {
  return linkLabel(plain.trimStart().split('\n')[0] ?? '').slice(0, 80);
}
