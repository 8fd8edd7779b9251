import type { ParagraphKind } from '@domain/model';
import type { SearchNote, SearchPassage, SearchTag } from '../../source';
import { ScanSource } from '../scan-source';

/** An article of a made-up archive. Paragraphs are its lines; `kinds` tells those of the first ones. */
export interface ArticleSpec {
  title?: string;
  text?: string;
  outlet?: string;
  date?: string;
  byline?: string;
  page?: string;
  kinds?: readonly ParagraphKind[];
  tagIds?: readonly string[];
  notes?: readonly string[];
  passages?: readonly { start: number; end: number; tagIds?: string[]; highlighted?: boolean }[];
}

export interface LooseNoteSpec {
  on: 'archive' | 'tag';
  targetId?: string;
  text: string;
}

/** A source over a made-up archive; `id`s are `a0`, `a1`… and `n0`, `n1`…, in order. */
export function archiveOf(
  specs: readonly ArticleSpec[],
  tags: readonly SearchTag[] = [],
  looseNotes: readonly LooseNoteSpec[] = [],
): ScanSource {
  const noteTexts: string[] = [];
  const notes: SearchNote[] = [];
  const passages: SearchPassage[] = [];
  const addNote = (note: Omit<SearchNote, 'id'>, text: string) => {
    notes.push({ id: `n${noteTexts.length}`, ...note });
    noteTexts.push(text);
  };
  // Loose notes stand among the others, as they do in an archive.
  for (const { on, targetId = on, text } of looseNotes) {
    addNote({ targetKind: on, targetId, article: -1 }, text);
  }
  for (const [article, spec] of specs.entries()) {
    for (const text of spec.notes ?? []) {
      addNote({ targetKind: 'article', targetId: `a${article}`, article }, text);
    }
    for (const { start, end, tagIds = [], highlighted = false } of spec.passages ?? []) {
      const id = `p${passages.length}`;
      passages.push({ id, article, start, end, tagIds, isHighlighted: highlighted });
    }
  }
  return new ScanSource({
    articles: specs.map((spec, index) => ({
      id: `a${index}`,
      title: spec.title ?? '',
      outlet: spec.outlet ?? '',
      date: spec.date ?? '',
      byline: spec.byline ?? '',
      page: spec.page ?? '',
      length: spec.text?.length ?? 0,
      tagIds: spec.tagIds ?? [],
    })),
    notes,
    tags,
    passages,
    texts: async (field, owners) =>
      Array.from(owners, (owner) =>
        field === 'note' ? (noteTexts[owner] ?? '') : (specs[owner]?.text ?? ''),
      ),
    paragraphs: (article) => {
      const { text = '', kinds = [] } = specs[article] ?? {};
      let start = 0;
      return text.split('\n').map((line, index) => {
        const paragraph = { kind: kinds[index] ?? 'body', start, end: start + line.length };
        start += line.length + 1;
        return paragraph;
      });
    },
  });
}
