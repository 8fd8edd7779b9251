import { squeeze } from '../blocks';
import type { HtmlBlock } from './walk';

/** Mozilla's Readability needs seconds for deep pages: cubic in the depth, 1 s at 300. */
export const MAX_READABILITY_DEPTH = 100;
/**
 * Sum of the depths of all elements: Readability's time goes with it, some 60 µs each at worst. News
 * pages have 5,000 to 30,000.
 */
export const MAX_READABILITY_NESTING = 60_000;
/**
 * When Readability keeps less than this share of a page's running text it has found a part only: a
 * page of several articles, or one that is laid out in a way it does not know.
 */
const MIN_SHARE = 0.5;
/** Text of which more than this share is links is a menu. */
const MAX_LINKED = 0.5;

/** Names the elements for Readability's copy of the page; it keeps attributes. */
const MARK = 'data-zhaiji-element';

/** All elements of a page in its order. Not recursive. */
export function elementsOf(document: Document): Element[] {
  return [...document.querySelectorAll('*')];
}

/** Gives each element its number. */
export function markElements(document: Document): void {
  for (const [index, element] of elementsOf(document).entries()) {
    element.setAttribute(MARK, String(index));
  }
}

/** The numbers of the elements that are left in what Readability took out of a marked page. */
export function markedElements(content: Element): Set<number> {
  const kept = new Set<number>();
  for (const element of [content, ...content.querySelectorAll(`[${MARK}]`)]) {
    const mark = element.getAttribute(MARK);
    if (mark !== null) kept.add(Number(mark));
  }
  return kept;
}

const isMenu = (block: HtmlBlock): boolean =>
  block.linked > squeeze(block.text).length * MAX_LINKED;
const lengthOf = (blocks: readonly HtmlBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.text.length, 0);

/** A line that says when, where and by whom the article was published. */
const ABOUT =
  /来源|记者|作者|通讯员|编辑|责编|校对|(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/;
const MAX_ABOUT = 120;
/** In how many blocks after the article such a line still belongs to it. */
const NEAR = 4;

const isAbout = ({ text }: HtmlBlock): boolean => text.length <= MAX_ABOUT && ABOUT.test(text);

interface Selection {
  blocks: readonly HtmlBlock[];
  /** Readability found one article, but there is as much text beside it. */
  partial: boolean;
}

/**
 * The blocks of the article. Readability only says where it is: what it drops in the midst of the
 * article (short paragraphs, captions, lines about the editors) is put back, so that nothing is
 * lost but menus and what the page itself names as something else.
 * @param isKept Whether Readability kept the block; `null` when it could not say.
 */
export function selectBlocks(
  blocks: readonly HtmlBlock[],
  isKept: ((block: HtmlBlock) => boolean) | null,
): Selection {
  const running = blocks.filter((block) => !block.boilerplate && !isMenu(block));
  const kept = isKept === null ? [] : blocks.filter(isKept);
  if (kept.length === 0 || lengthOf(kept) < lengthOf(running) * MIN_SHARE) {
    // A page that names everything as boilerplate names nothing.
    const named = lengthOf(running) * 2 < lengthOf(blocks.filter((block) => !isMenu(block)));
    const all = named ? blocks.filter((block) => !isMenu(block)) : running;
    return { blocks: all.length > 0 ? all : blocks, partial: kept.length > 0 };
  }
  const keptSet = new Set(kept);
  const first = blocks.findIndex((block) => keptSet.has(block));
  const last = blocks.findLastIndex((block) => keptSet.has(block));
  const before = blocks[first]?.element.parentNode;
  const after = blocks[last]?.element.parentNode;
  const chosen = blocks.filter((block, index) => {
    if (keptSet.has(block)) return true;
    if (block.boilerplate || isMenu(block)) return false;
    if (index > first && index < last) return true;
    // Who edited the text and where it comes from often stands in a box of its own below it.
    if (index > last && index <= last + NEAR && isAbout(block)) return true;
    // Beside the first and the last kept block: what belongs to the article begins or ends it.
    const beside = index < first ? before : after;
    if (!beside || block.element.parentNode !== beside) return false;
    // In the body of a site there is anything; that of a plain page is the article.
    const { element } = block;
    return (
      beside.nodeName !== 'BODY' || !(element.hasAttribute('class') || element.hasAttribute('id'))
    );
  });
  return { blocks: chosen, partial: false };
}

/** The short lines of that kind that stand between the page's heading and its first chosen block. */
export function aboutLines(
  blocks: readonly HtmlBlock[],
  chosen: readonly HtmlBlock[],
  title: string,
): HtmlBlock[] {
  const first = chosen[0];
  const end = first === undefined ? -1 : blocks.indexOf(first);
  const wanted = squeeze(title);
  const start = blocks.findIndex((block, index) => index <= end && squeeze(block.text) === wanted);
  if (start === -1) return [];
  return blocks.slice(start + 1, end).filter((block) => !isMenu(block) && isAbout(block));
}
