import { type Draft, groupBlocks } from './blocks';
import type { Materials } from './build-article';
import type { FileView } from './context';
import { viewFile } from './file-view';
import type { FoundFacts } from './found-facts';
import { frontTitle } from './front-facts';
import { findGivenTitle, type GuideOptions, makeGuide } from './guide';
import { labelLines } from './label-lines';
import { mergeParts } from './merge-parts';
import { pageHeads } from './page-heads';
import { pageOfPath } from './page-of-path';
import { type Dropped, splitLines } from './split-lines';
import type { CorrectionLabel, ReconstructHints } from './types';
import type { TextWindow } from './windows';

export interface WindowOptions {
  hints: ReconstructHints;
  isMarkdown: boolean;
  corrections: ReadonlyMap<number, CorrectionLabel>;
  /** The window's first article is known to have no title. */
  isUntitled: boolean;
  /** What a running head before the window says. */
  page: FoundFacts;
}

/** A window's lines, put into articles; all lists go with `drafts`, which are in reading order. */
export interface ReadWindow {
  drafts: Draft[];
  heads: FoundFacts[];
  /** What the running head said before each draft. */
  before: FoundFacts[];
  /** 1-based lines of the source. */
  firstLines: number[];
  lastLines: number[];
  materials: Materials;
  dropped: Dropped[];
}

/** Reads one window of a text. Never throws; linear. */
export function readWindow(window: TextWindow, options: WindowOptions): ReadWindow {
  const { hints, isMarkdown, corrections } = options;
  const { firstLine } = window;
  const { lines, dropped, frontMatter } = splitLines(window.text, isMarkdown, {
    firstLine,
    hints: hints.lines,
  });
  const isFirst = firstLine === 1;
  const front = frontTitle(frontMatter);
  const given = isFirst ? (hints.facts?.title ?? '').trim() : '';
  const file = { fileName: hints.fileName ?? '', frontMatter, givenTitle: given || front };
  const view = viewFile(lines, given === '' ? front : '');
  const page = pageOfPath(file.fileName);
  const basics = { corrections, single: hints.single ?? false, titled: options.isUntitled, page };
  const materials = { file, ...labelWithTitle(view, given, basics) };
  const { guide, labelled } = materials;
  const grouped = groupBlocks(materials.view, labelled, guide);
  const pages = pageHeads(materials.view, grouped, options.page);
  const headOf = new Map(grouped.map((draft, index) => [draft, index]));
  const drafts = mergeParts(materials.view, grouped, labelled, guide);
  const places = drafts.map((draft) => headOf.get(draft) ?? 0);
  const numbers = drafts.map((draft) => lineRange(materials.view, draft));
  return {
    drafts,
    heads: places.map((place) => pages.heads[place] ?? {}),
    before: places.map((place) => pages.before[place] ?? {}),
    firstLines: numbers.map(([first]) => first),
    lastLines: numbers.map(([, last]) => last),
    materials,
    dropped,
  };
}

/**
 * Labels the lines of a file that says its title outside of its text. The title is one of the first
 * lines, or else it stands outside; but where the lines hold several titled articles it is the
 * collection's title and none of theirs.
 */
function labelWithTitle(
  view: FileView,
  given: string,
  basics: GuideOptions,
): Omit<Materials, 'file'> & { labelled: ReturnType<typeof labelLines> } {
  const plain = makeGuide(view, { ...basics, givenTitle: given });
  if (given === '' || findGivenTitle(view, given)) {
    return { view, guide: plain, labelled: labelLines(view, plain) };
  }
  if (!basics.single) {
    const labelled = labelLines(view, plain);
    const titles = labelled.filter(({ label }) => label === 'title').length;
    if (titles >= 2) return { view, guide: plain, labelled };
  }
  // Headings of the highest level stand inside the one article.
  const outside = { ...view, titled: true, titleLevel: view.titleLevel === 0 ? 0 : 0.5 };
  const guide = { ...plain, titled: true };
  return { view: outside, guide, labelled: labelLines(outside, guide) };
}

function lineRange(view: FileView, draft: Draft): readonly [first: number, last: number] {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  const take = (index: number): void => {
    const number = view.lines[index]?.number ?? 1;
    first = Math.min(first, number);
    last = Math.max(last, number);
  };
  draft.title.forEach(take);
  for (const block of draft.blocks) block.lines.forEach(take);
  return [first, last];
}
