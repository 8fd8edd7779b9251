import { groupBlocks } from './blocks';
import { buildArticle } from './build-article';
import { viewFile } from './file-view';
import { labelLines } from './label-lines';
import { frontTitle, NO_FACTS, pageHeads } from './metadata';
import { type Dropped, splitLines } from './split-lines';
import type { Decision, ReconstructedFile, ReconstructHints } from './types';

export type { ReconstructedFile, ReconstructHints } from './types';

/**
 * Puts a news file's articles together again: splits it into its articles, joins the paragraphs
 * that pages and columns cut, lifts out captions, sources, bylines and headings, and reads the
 * metadata. Every character that is not white space ends up in exactly one title or paragraph,
 * but for markup, each piece of which is recorded as a `drop` decision.
 * `text` is decoded text; line numbers in the result are 1-based. Never throws; time is linear.
 */
export function reconstruct(text: string, hints: ReconstructHints = {}): ReconstructedFile {
  const fileName = hints.fileName ?? '';
  const { lines, dropped, frontMatter } = splitLines(text, isMarkdown(text, hints));
  const view = viewFile(lines, frontTitle(frontMatter));
  const labelled = labelLines(view);
  const file = { fileName, frontMatter };
  const drafts = groupBlocks(view, labelled);
  const heads = pageHeads(view, drafts);
  const built = drafts.map((draft, index) =>
    buildArticle(view, labelled, draft, index, file, heads[index] ?? NO_FACTS),
  );
  const articles = built.map((each) => each.article);
  const starts = articles.map((article) => article.firstLine);
  const decisions = [
    ...built.flatMap((each) => each.decisions),
    ...dropped.map((drop) => dropDecision(drop, starts)),
  ];
  decisions.sort((a, b) => a.line - b.line);
  return { articles, decisions };
}

/** By the hint, else the extension, else by a front matter or heading mark in the text. */
function isMarkdown(text: string, hints: ReconstructHints): boolean {
  if (hints.format) return hints.format === 'md';
  if (hints.fileName) return /\.(?:md|markdown|mdown)$/i.test(hints.fileName);
  return /^#{1,6} \S/m.test(text) || /^\s*---\r?\n/.test(text);
}

function dropDecision(drop: Dropped, starts: readonly number[]): Decision {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= drop.line) low = middle + 1;
    else high = middle;
  }
  return {
    action: 'drop',
    article: starts.length === 0 ? -1 : Math.max(0, low - 1),
    line: drop.line,
    lastLine: drop.lastLine,
    evidence: [drop.rule],
    confidence: 1,
    text: drop.text,
  };
}
