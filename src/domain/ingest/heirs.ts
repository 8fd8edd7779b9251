import type { SourceLines } from '../model';

/** The lines of an article, in reading order; more than one range when parts of files were joined. */
export type Lines = readonly SourceLines[];

interface Share {
  /** Index of the new article. */
  heir: number;
  /** How many lines both have. */
  lines: number;
  /** The first parts, by index, that both have lines of. */
  oldPart: number;
  newPart: number;
  /** The first such line of the old part. */
  at: number;
}

/**
 * Which new articles hold the lines of which old ones, when files are read again. An old article
 * lives on as the one that has the most of it; of joined ones their first part decides.
 */
export class Heirs {
  /** By the index of the new article the index of the old one whose id it takes over. */
  readonly predecessor = new Map<number, number>();
  private readonly heirOf = new Map<number, number>();
  private readonly shares: Share[][];

  /** `olds` in the order in which they may choose. */
  constructor(olds: readonly Lines[], fresh: readonly Lines[]) {
    this.shares = shared(olds, fresh);
    const choose = (old: number, among: readonly Share[]): void => {
      const found = among.find(({ heir }) => !this.predecessor.has(heir));
      if (found === undefined) return;
      this.predecessor.set(found.heir, old);
      this.heirOf.set(old, found.heir);
    };
    for (const [old, shares] of this.shares.entries()) {
      const heads = shares.filter(({ oldPart, newPart }) => oldPart === 0 && newPart === 0);
      choose(old, heads.sort(byLines));
    }
    for (const [old, shares] of this.shares.entries()) {
      if (this.heirOf.has(old)) continue;
      const byParts = (a: Share, b: Share) => a.oldPart - b.oldPart || a.newPart - b.newPart;
      choose(
        old,
        [...shares].sort((a, b) => byParts(a, b) || byLines(a, b)),
      );
    }
  }

  /** The new articles among which an old one was divided, in the order of its own text. */
  of(old: number): number[] {
    return (this.shares[old] ?? []).map(({ heir }) => heir);
  }

  /** The new article with the old one's id, else the one with the most of it. */
  first(old: number): number | undefined {
    return this.heirOf.get(old) ?? [...(this.shares[old] ?? [])].sort(byLines)[0]?.heir;
  }
}

function byLines(a: Share, b: Share): number {
  return b.lines - a.lines;
}

interface Span {
  article: number;
  part: number;
  firstLine: number;
  lastLine: number;
}

/** For each old article what it shares with new ones, in the order of its own text. */
function shared(olds: readonly Lines[], fresh: readonly Lines[]): Share[][] {
  const found = olds.map(() => new Map<number, Share>());
  const freshSpans = spansByFile(fresh);
  for (const [file, spans] of spansByFile(olds)) {
    const others = freshSpans.get(file) ?? [];
    let from = 0;
    for (const span of spans) {
      while ((others[from]?.lastLine ?? Number.POSITIVE_INFINITY) < span.firstLine) from += 1;
      for (let index = from; index < others.length; index += 1) {
        const other = others[index];
        if (other === undefined || other.firstLine > span.lastLine) break;
        add(found[span.article], span, other);
      }
    }
  }
  return found.map((shares) =>
    [...shares.values()].sort(
      (a, b) => a.oldPart - b.oldPart || a.at - b.at || b.lines - a.lines || a.heir - b.heir,
    ),
  );
}

function add(shares: Map<number, Share> | undefined, old: Span, fresh: Span): void {
  const at = Math.max(old.firstLine, fresh.firstLine);
  const lines = Math.min(old.lastLine, fresh.lastLine) - at + 1;
  if (lines <= 0 || shares === undefined) return;
  const { article: heir, part: newPart } = fresh;
  const known = shares.get(heir);
  const share = { heir, lines, oldPart: old.part, newPart, at };
  if (known === undefined) {
    shares.set(heir, share);
    return;
  }
  const isEarlier = old.part < known.oldPart;
  shares.set(heir, {
    heir,
    lines: known.lines + lines,
    oldPart: Math.min(known.oldPart, old.part),
    newPart: Math.min(known.newPart, newPart),
    at: isEarlier || (old.part === known.oldPart && at < known.at) ? at : known.at,
  });
}

function spansByFile(articles: readonly Lines[]): Map<string, Span[]> {
  const files = new Map<string, Span[]>();
  for (const [article, parts] of articles.entries()) {
    for (const [part, { sourceFileId, firstLine, lastLine }] of parts.entries()) {
      const spans = files.get(sourceFileId) ?? [];
      spans.push({ article, part, firstLine, lastLine });
      files.set(sourceFileId, spans);
    }
  }
  for (const spans of files.values()) spans.sort((a, b) => a.firstLine - b.firstLine);
  return files;
}
