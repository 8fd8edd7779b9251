import { buildArticle } from './build-article';
import type { FoundFacts } from './found-facts';
import { applyGivenFacts } from './given-facts';
import { correctionsByLine } from './guide';
import { inferDates } from './infer-dates';
import type { DateClue } from './metadata';
import { type ReadWindow, readWindow } from './read-window';
import type { Dropped } from './split-lines';
import type {
  Decision,
  Line,
  LineOwners,
  ReconstructedArticle,
  ReconstructedFile,
  ReconstructHints,
} from './types';
import { countLines, offsetOfLine, takeWindow, WINDOW_LINES } from './windows';

export type { ReconstructedFile, ReconstructHints } from './types';

/**
 * Puts a news file's articles together again: splits it into its articles, joins the paragraphs
 * that pages and columns cut, lifts out captions, sources, bylines and headings, and reads the
 * metadata. Every character that is not white space ends up in exactly one title or paragraph,
 * but for markup, each piece of which is recorded as a `drop` decision.
 * `text` is decoded text; line numbers in the result are 1-based. Never throws; time is linear.
 *
 * A text of more than `windowLines` lines is read in windows of that many: each begins with the
 * last article of the one before, so that only the rules' view of the file's habits is narrower.
 */
export function reconstruct(
  text: string,
  hints: ReconstructHints = {},
  windowLines = WINDOW_LINES,
): ReconstructedFile {
  const isMarkdown = isMarkdownText(text, hints);
  const corrections = correctionsByLine(hints.corrections);
  const reading = new Reading(text);
  const whole = Number.POSITIVE_INFINITY;
  let size = hints.single ? whole : windowLines;
  let offset = 0;
  let firstLine = 1;
  let isUntitled = false;
  for (;;) {
    const window = takeWindow(text, offset, firstLine, size);
    const read = readWindow(window, {
      hints,
      isMarkdown,
      corrections,
      isUntitled,
      page: reading.page,
    });
    const kept = window.isLast ? read.drafts.length : countWhole(read, window.firstLine, size);
    if (kept === 0 && !window.isLast) {
      // One article fills the window.
      size *= GROWTH;
      continue;
    }
    reading.add(read, kept);
    if (window.isLast) break;
    firstLine = read.firstLines[kept] ?? firstLine;
    isUntitled = read.drafts[kept]?.title.length === 0;
    offset = offsetOfLine(window, firstLine);
    size = windowLines;
  }
  return reading.finish(hints);
}

/** So much longer is the next try; all tries together read no more than a third over again. */
const GROWTH = 4;

/** An article that begins this close to a window's end is judged again with what follows it. */
const MARGIN = 40;

/**
 * How many of a window's drafts are whole, so that the next window can begin with the one after
 * them: all but the last, and none that other drafts' lines lie beyond.
 */
function countWhole(
  { drafts, firstLines, lastLines }: ReadWindow,
  from: number,
  size: number,
): number {
  let kept = drafts.length - 1;
  if (kept > 1 && (firstLines[kept] ?? 0) > from + size - Math.min(MARGIN, size / 4)) kept -= 1;
  for (let index = kept - 1; index >= 0; index -= 1) {
    if ((lastLines[index] ?? 0) >= (firstLines[kept] ?? 0)) kept = index;
  }
  return Math.max(0, kept);
}

/** What was read so far. */
class Reading {
  /** What the running head says of the next window's first article. */
  page: FoundFacts = {};
  private readonly articles: ReconstructedArticle[] = [];
  private readonly decisions: Decision[] = [];
  private readonly clues: (DateClue | null)[] = [];
  private readonly dropped: Dropped[] = [];
  private readonly owners: LineOwners;

  constructor(text: string) {
    const lines = countLines(text);
    this.owners = {
      articles: new Int32Array(lines).fill(-1),
      paragraphs: new Int32Array(lines).fill(-1),
    };
  }

  /** Builds the first `kept` drafts of a window. */
  add(read: ReadWindow, kept: number): void {
    const { drafts, heads, before, materials, dropped } = read;
    for (let at = 0; at < kept; at += 1) {
      const draft = drafts[at];
      if (!draft) continue;
      const index = this.articles.length;
      const { article, decisions, clue } = buildArticle(materials, draft, index, heads[at] ?? {});
      this.articles.push(article);
      this.clues.push(clue);
      for (const decision of decisions) this.decisions.push(decision);
      const { lines } = materials.view;
      this.own(lines, draft.title, index, -1);
      for (let paragraph = 0; paragraph < draft.blocks.length; paragraph += 1) {
        this.own(lines, draft.blocks[paragraph]?.lines ?? [], index, paragraph);
      }
    }
    const next = read.firstLines[kept] ?? Number.POSITIVE_INFINITY;
    for (const drop of dropped) if (drop.line < next) this.dropped.push(drop);
    this.page = before[kept] ?? {};
  }

  /** Lines that no article has yet. */
  private own(
    lines: readonly Line[],
    indices: readonly number[],
    article: number,
    paragraph: number,
  ): void {
    const { articles, paragraphs } = this.owners;
    for (const each of indices) {
      const at = (lines[each]?.number ?? 0) - 1;
      if ((articles[at] ?? 0) >= 0) continue;
      articles[at] = article;
      paragraphs[at] = paragraph;
    }
  }

  finish(hints: ReconstructHints): ReconstructedFile {
    const { articles, decisions, owners } = this;
    if (articles.length === 1) applyGivenFacts(articles, hints.facts ?? {});
    inferDates(articles, this.clues, hints.fileName ?? '');
    if (articles.length > 1) applyGivenFacts(articles, hints.facts ?? {});
    let begun = 0;
    let line = 0;
    for (const drop of this.dropped) {
      for (; line < drop.line; line += 1) begun = Math.max(begun, owners.articles[line] ?? -1);
      const own = owners.articles[drop.line - 1] ?? -1;
      decisions.push(dropDecision(drop, articles.length === 0 ? -1 : own >= 0 ? own : begun));
    }
    decisions.sort((a, b) => a.line - b.line);
    if (articles.length === 0) return { articles, decisions };
    return { articles, decisions, lineOwners: owners };
  }
}

/** By the hint, else the extension, else by a front matter or heading mark in the text. */
function isMarkdownText(text: string, hints: ReconstructHints): boolean {
  if (hints.format) return hints.format === 'md';
  if (hints.fileName) return /\.(?:md|markdown|mdown)$/i.test(hints.fileName);
  return /^#{1,6} \S/m.test(text) || /^\s*---\r?\n/.test(text);
}

function dropDecision(drop: Dropped, article: number): Decision {
  return {
    action: 'drop',
    article,
    line: drop.line,
    lastLine: drop.lastLine,
    evidence: [drop.rule],
    confidence: 1,
    text: drop.text,
  };
}
