import type { Paragraph } from '@domain/model';
import type { Block, Draft } from './blocks';
import type { FileView } from './context';
import { joinPieces } from './join-text';
import type { Labelled } from './label-lines';
import { type FileFacts, frontTitle, readMetadata } from './metadata';
import type { SourceFacts } from './sources';
import type { Decision, ReconstructedArticle } from './types';

const OPENING_LENGTH = 30;

/** Puts one article together from its draft and records what was decided on the way. */
export function buildArticle(
  view: FileView,
  labelled: readonly Labelled[],
  draft: Draft,
  article: number,
  file: FileFacts,
  page: SourceFacts,
): { article: ReconstructedArticle; decisions: Decision[] } {
  const decisions: Decision[] = [];
  const decide = (
    action: Decision['action'],
    indices: readonly number[],
    more: Partial<Decision> = {},
  ): void => {
    const numbers = indices.map((index) => view.lines[index]?.number ?? 0);
    decisions.push({
      action,
      article,
      line: least(numbers),
      lastLine: numbers.reduce((a, b) => Math.max(a, b), 0),
      evidence: labelled[indices[0] ?? -1]?.evidence ?? [],
      confidence: least(indices.map((index) => labelled[index]?.confidence ?? 1)),
      ...more,
    });
  };

  const all = [...draft.title, ...draft.blocks.flatMap((block) => block.lines)];
  const numbers = all.map((index) => view.lines[index]?.number ?? 1);
  const firstLine = least(numbers);
  const lastLine = numbers.reduce((a, b) => Math.max(a, b), firstLine);

  const paragraphs: Paragraph[] = [];
  const texts: string[] = [];
  let end = -1;
  const title = titleOf(view, draft, file, article, decide, all);
  for (const block of draft.blocks) {
    const text = blockText(view, block, decide);
    const start = end + 1;
    end = start + text.length;
    texts.push(text);
    paragraphs.push({ kind: block.kind, start, end, ...lineRange(view, block) });
    if (block.kind !== 'body') {
      const plain = block.label === 'furniture' ? ['page-furniture'] : [];
      const evidence = [...(labelled[block.lines[0] ?? -1]?.evidence ?? []), ...plain];
      decide('lift', block.lines, { kind: block.kind, evidence });
    }
  }
  const subtitle = draft.subtitle.map((index) => view.lines[index]?.text ?? '').join(' ');
  return {
    decisions,
    article: {
      title,
      ...(subtitle === '' ? {} : { subtitle }),
      ...readMetadata(view, draft, file, page),
      issue: '',
      place: '',
      facts: {},
      text: texts.join('\n'),
      paragraphs,
      firstLine,
      lastLine,
      confidence: least(all.map((index) => labelled[index]?.confidence ?? 1)),
    },
  };
}

/** `Math.min` over a list of any length (spreading a long list would overflow the stack). */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), values[0] ?? 1);
}

type Decide = (
  action: Decision['action'],
  indices: readonly number[],
  more?: Partial<Decision>,
) => void;

function titleOf(
  view: FileView,
  draft: Draft,
  file: FileFacts,
  article: number,
  decide: Decide,
  all: readonly number[],
): string {
  const first = draft.title[0];
  if (first !== undefined) {
    decide('split', [first]);
    if (draft.title.length > 1)
      decide('title', draft.title.slice(1), { evidence: ['wrapped-title'] });
    return draft.title.reduce((text, index) => {
      const fields = view.marks[index]?.fields;
      const piece = fields?.title || (view.lines[index]?.text ?? '');
      if (fields?.title)
        decide('drop', [index], { evidence: ['title-label'], text: fields.titleLabel });
      return text === '' ? piece : mend(text, piece, index, decide);
    }, '');
  }
  const start = all.slice(0, 1);
  decide('split', start, { evidence: ['untitled'], confidence: 0.5 });
  const given = article === 0 ? frontTitle(file.frontMatter) : '';
  const name = article === 0 ? stem(file.fileName) : '';
  const opening =
    view.lines[draft.blocks.find((block) => block.label === 'body')?.lines[0] ?? start[0] ?? -1];
  const title = given || name || openingWords(opening?.text ?? '');
  const rule = given ? 'front-matter' : name ? 'file-name' : 'opening-words';
  decide('title', start, { evidence: [rule], confidence: given ? 0.95 : 0.4 });
  return title;
}

/** A file name without folder and extension, when it holds Han or Latin words, not just numbers. */
function stem(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const name = base.replace(/\.[A-Za-z0-9]{1,8}$/, '').trim();
  return /\p{Script=Han}{2}/u.test(name) ? name : '';
}

function openingWords(text: string): string {
  const clause = /^[^，。！？；,;!?]{4,}/.exec(text.slice(0, OPENING_LENGTH + 1))?.[0] ?? text;
  return clause.length > OPENING_LENGTH
    ? `${[...clause].slice(0, OPENING_LENGTH).join('')}…`
    : clause;
}

function lineRange(view: FileView, block: Block): { firstLine: number; lastLine: number } {
  const firstLine = view.lines[block.lines[0] ?? -1]?.number ?? 1;
  const lastLine = view.lines[block.lines[block.lines.length - 1] ?? -1]?.number ?? firstLine;
  return { firstLine, lastLine };
}

/** Joins two pieces and records the hyphen that this takes out. */
function mend(before: string, after: string, index: number, decide: Decide): string {
  const { text, mended } = joinPieces(before, after);
  if (mended > 0) decide('drop', [index], { evidence: ['broken-word'], text: '-' });
  return text;
}

function blockText(view: FileView, block: Block, decide: Decide): string {
  const [head, ...rest] = block.lines;
  const first = view.lines[head ?? -1]?.text ?? '';
  if (rest.length === 0) return first;
  const pieces = [first];
  for (const index of rest) {
    // Two pieces meet at a time: a paragraph of very many lines is not copied again and again.
    const before = pieces.pop() ?? '';
    const after = view.lines[index]?.text ?? '';
    const joined = mend(before, after, index, decide);
    pieces.push(joined.slice(0, joined.length - after.length), after);
  }
  decide('join', rest, { kind: 'body' });
  return pieces.join('');
}
