import type { Article, ArticleText, OpenPart, Paragraph, SourceLines } from '../model';
import { viewFile } from './file-view';
import { joinPieces } from './join-text';
import { bare, saysTitle } from './match-jumps';
import { isPrinted } from './match-parts';
import { isCutBetween } from './merge-parts';
import { splitLines } from './split-lines';

/** An article with its words: what the archive has of it, or a reconstruction with its source. */
export type JoinableArticle = Pick<
  Article,
  | 'title'
  | 'subtitle'
  | 'outlet'
  | 'date'
  | 'byline'
  | 'page'
  | 'issue'
  | 'place'
  | 'facts'
  | 'sourceFileId'
  | 'firstLine'
  | 'lastLine'
  | 'parts'
  | 'partFileIds'
  | 'openParts'
> &
  Pick<ArticleText, 'text' | 'paragraphs'>;

interface Piece extends Omit<Paragraph, 'start' | 'end'> {
  text: string;
}

/**
 * Makes one article of the two parts that `end` and `begin` say belong together: the second's
 * paragraphs follow the first's, a paragraph that was cut goes on, and a title that the second part
 * prints stands lifted in its place. Metadata is the first's; what it has not is the second's.
 */
export function joinParts(
  first: JoinableArticle,
  second: JoinableArticle,
  { end, begin }: { end: OpenPart; begin: OpenPart },
): JoinableArticle {
  const home = first.sourceFileId;
  const before = piecesOf(first, home);
  const after = withTitle(piecesOf(second, home), first, second);
  const tail = before.findLastIndex(({ kind }) => kind === 'body');
  const head = after.findIndex(({ kind }) => kind === 'body');
  const [cut, rest] = [before[tail], after[head]];
  if (cut !== undefined && rest !== undefined && goesOn(cut.text, rest.text)) {
    before[tail] = heal(cut, rest, home);
    after.splice(head, 1);
  }
  const parts = [...partsOf(first), ...partsOf(second)];
  const ids = new Set(parts.map((part) => part.sourceFileId));
  ids.delete(home);
  const open = [
    ...(first.openParts ?? []).filter((part) => part !== end),
    ...(second.openParts ?? [])
      .filter((part) => part !== begin)
      .map((part) => ({ ...part, ...foreign(part.sourceFileId ?? second.sourceFileId, home) })),
  ];
  const { openParts: _, ...plain } = first;
  return {
    ...plain,
    ...filledGaps(first, second),
    ...layOut([...before, ...after]),
    parts,
    partFileIds: [...ids],
    ...(open.length === 0 ? {} : { openParts: open }),
  };
}

/** Names a source file only where it is not the article's. */
function foreign(sourceFileId: string, home: string): { sourceFileId?: string } {
  return sourceFileId === home ? {} : { sourceFileId };
}

function piecesOf({ text, paragraphs, sourceFileId }: JoinableArticle, home: string): Piece[] {
  return paragraphs.map(({ start, end, sourceFileId: own, ...rest }) => ({
    ...rest,
    ...foreign(own ?? sourceFileId, home),
    text: text.slice(start, end),
  }));
}

/** The second part with its printed title among its paragraphs, where it stood. */
function withTitle(pieces: Piece[], first: JoinableArticle, second: JoinableArticle): Piece[] {
  const source = second.facts?.title;
  if (second.title === '' || !isPrinted(source)) return pieces;
  const repeats =
    saysTitle(first.title, bare(second.title)) || bare(first.title) === bare(second.title);
  const line = source?.line ?? second.firstLine;
  const title: Piece = {
    kind: repeats ? 'attribution' : 'heading',
    firstLine: line,
    lastLine: line,
    ...foreign(second.sourceFileId, first.sourceFileId),
    text: second.title,
  };
  const at = pieces.findIndex(({ firstLine }) => firstLine > line);
  return at < 0 ? [...pieces, title] : [...pieces.slice(0, at), title, ...pieces.slice(at)];
}

/** Whether a paragraph that ends one part goes on with the one that begins the other. */
function goesOn(tail: string, head: string): boolean {
  const { lines } = splitLines(`${tail}\n${head}`, false);
  const next = lines.findIndex(({ number }) => number === 2);
  return next > 0 && isCutBetween(viewFile(lines), next - 1, next);
}

function heal(tail: Piece, head: Piece, home: string): Piece {
  const lines = {
    sourceFileId: head.sourceFileId ?? home,
    firstLine: head.firstLine,
    lastLine: head.lastLine,
  };
  return {
    ...tail,
    text: joinPieces(tail.text, head.text).text,
    continues: [...(tail.continues ?? []), lines, ...(head.continues ?? [])],
  };
}

function partsOf({ parts, sourceFileId, firstLine, lastLine }: JoinableArticle): SourceLines[] {
  return parts ?? [{ sourceFileId, firstLine, lastLine }];
}

function layOut(pieces: readonly Piece[]): Pick<ArticleText, 'text' | 'paragraphs'> {
  let at = 0;
  const paragraphs = pieces.map(({ text, ...rest }): Paragraph => {
    const start = at;
    at += text.length + 1;
    return { ...rest, start, end: start + text.length };
  });
  return { text: pieces.map(({ text }) => text).join('\n'), paragraphs };
}

/** The page of the rest is not the article's. */
const FILLED = ['subtitle', 'outlet', 'date', 'byline', 'issue', 'place'] as const;

function filledGaps(first: JoinableArticle, second: JoinableArticle): Partial<JoinableArticle> {
  const facts = { ...first.facts };
  const filled: Partial<JoinableArticle> = {};
  const take = (field: 'title' | (typeof FILLED)[number]): void => {
    filled[field] = second[field] ?? '';
    const source = second.facts?.[field];
    // Its line is one of another file.
    if (source === undefined) delete facts[field];
    else facts[field] = { ...source, line: null };
  };
  const isNamed = second.title !== '' && isPrinted(second.facts?.title);
  if (isNamed && !isPrinted(first.facts?.title)) take('title');
  for (const field of FILLED) if (!first[field] && second[field]) take(field);
  return Object.keys(facts).length === 0 ? filled : { ...filled, facts };
}
