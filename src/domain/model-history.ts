import type { NoteDoc, NoteTargetKind, Paragraph, Stamped } from './model';

/** Earlier states that are kept, so that they can be looked at and brought back. */

/** One range of a text that was replaced. UTF-16 units, end exclusive, over the text before. */
export interface TextEdit {
  start: number;
  end: number;
  /** What stands there now. */
  text: string;
}

/** What an edit of the text did to one annotation. */
export interface EditEffect {
  annotationId: string;
  /**
   * `moved`: the same words elsewhere; `adjusted`: other words; `unplaced`: it lost its place;
   * `placed`: a text that was brought back has its words again.
   */
  effect: 'moved' | 'adjusted' | 'unplaced' | 'placed';
  /** The words it covered before, and where. */
  exact: string;
  start: number;
  end: number;
}

/** One change of an article's text, with the text that it replaced. `created` is when. */
export interface TextRevision extends Stamped {
  articleId: string;
  cause: 'edit' | 'restore' | 're-import' | 'replace';
  before: { text: string; sha256: string; paragraphs: Paragraph[] };
  /** In the order of the text before, without overlap. Empty when only the text before is known. */
  edits: TextEdit[];
  effects: EditEffect[];
}

/** A note as it was at some moment (`created`). */
export interface NoteVersion extends Stamped {
  noteId: string;
  targetKind: NoteTargetKind;
  targetId: string;
  doc: NoteDoc;
  plain: string;
}

/** A form that a note can begin with; the researcher edits it. */
export interface NoteTemplate extends Stamped {
  name: string;
  doc: NoteDoc;
}

/** A picture that stands in notes; `id` is what the note's node names. */
export interface StoredImage extends Stamped {
  /** Lower-case hexadecimal SHA-256 of the bytes: the same picture is kept once. */
  sha256: string;
  /** `image/png`, `image/jpeg`, `image/webp` or `image/gif`. */
  type: string;
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/** Where the reader was left in an article; not part of the undo history. */
export interface ReadingPlace {
  articleId: string;
  /** The first character in view, a UTF-16 offset over the text. */
  offset: number;
  modified: string;
}

/** A query that the researcher named, to be asked again. */
export interface SavedSearch extends Stamped {
  name: string;
  query: string;
}
