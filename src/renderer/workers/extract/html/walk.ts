import type { LineHint } from '@domain/ingest/types';
import { isWideUnit } from '@domain/text/segments';
import { squeeze, trimLine } from '../blocks';
import { isDataTable, isHidden, isNamedBoilerplate, styleOf } from './elements';
import { BLOCK_TAGS } from './scan';

/** A paragraph, heading, table row… of a page, in the order of the page. */
export interface HtmlBlock {
  /** Inner line breaks are `\n`. */
  text: string;
  hint: LineHint;
  /** A row of a table, that stands right under the row before it. */
  tight: boolean;
  /** From `<pre>`: breaks and spaces as they stand. */
  verbatim: boolean;
  /** The nearest block element around it. */
  element: Element;
  /** How many of its characters (without white space) are links. */
  linked: number;
  /** An element around it is named or tagged as navigation, sidebar, comments… */
  boilerplate: boolean;
}

/** What holds for the text inside of an element; inherited and replaced, never changed. */
interface Context {
  element: Element;
  block: boolean;
  bold: boolean;
  link: boolean;
  pre: boolean;
  boilerplate: boolean;
  centred: boolean;
  level: number;
  kind: LineHint['kind'];
  /** Inside a table of data: cells are collected and given out as rows. */
  data: boolean;
}

/** Stands for `<br>` until white space is collapsed; no text has it. */
const BREAK = '\u0001';
/** The largest caption that is told by its place under a picture alone, in characters. */
const MAX_CAPTION = 100;

/**
 * The text blocks under an element, hidden ones left out. Not recursive.
 * @param root Must be in a document made by linkedom.
 */
export function walkHtml(root: Element): HtmlBlock[] {
  return new Walk(root).run();
}

class Walk {
  readonly #root: Element;
  readonly #blocks: HtmlBlock[] = [];
  readonly #stack: Context[] = [];
  #buffer = '';
  #length = 0;
  #bold = 0;
  #linked = 0;
  #cells: string[] | null = null;
  #afterImage = false;

  constructor(root: Element) {
    this.#root = root;
  }

  run(): HtmlBlock[] {
    let node: Node | null = this.#root;
    while (node !== null) {
      const entered: boolean = node.nodeType === 1 && this.#enter(node as Element);
      if (node.nodeType === 3) this.#text(node.nodeValue ?? '');
      if (entered && node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      if (entered) this.#leave();
      while (node !== null && node !== this.#root && node.nextSibling === null) {
        node = node.parentNode;
        if (node !== null) this.#leave();
      }
      node = node === this.#root || node === null ? null : node.nextSibling;
    }
    return this.#blocks;
  }

  /** @returns Whether the element is looked into; then `#leave` follows. */
  #enter(element: Element): boolean {
    const tag = element.localName.toLowerCase();
    if (tag === 'br') {
      this.#break();
      return false;
    }
    if (tag === 'img' || tag === 'picture') this.#afterImage ||= this.#length === 0;
    if (isHidden(element, tag)) return false;
    const parent = this.#stack.at(-1);
    const style = styleOf(element);
    const block = BLOCK_TAGS.has(tag) || style.block;
    const heading = /^h([1-6])$/.exec(tag);
    const context: Context = {
      element: block || parent === undefined ? element : parent.element,
      block,
      bold: (parent?.bold ?? false) || tag === 'b' || tag === 'strong' || style.bold,
      link: (parent?.link ?? false) || tag === 'a',
      pre: (parent?.pre ?? false) || tag === 'pre',
      boilerplate: (parent?.boilerplate ?? false) || isNamedBoilerplate(element, tag),
      centred: style.centred ?? (tag === 'center' || (parent?.centred ?? false)),
      level: heading ? Number(heading[1]) : (parent?.level ?? 0),
      kind: kindOf(element, tag) ?? parent?.kind,
      data: tag === 'table' ? isDataTable(element) : (parent?.data ?? false),
    };
    if (block && parent !== undefined) this.#boundary(parent);
    if (context.data && tag === 'tr') this.#cells = [];
    this.#stack.push(context);
    return true;
  }

  #leave(): void {
    const context = this.#stack.pop();
    if (context?.block !== true) return;
    const tag = context.element.localName.toLowerCase();
    if (context.data && this.#cells !== null && (tag === 'td' || tag === 'th')) {
      this.#cells.push(trimLine(collapse(this.#buffer).replaceAll('\n', ' ')));
      this.#buffer = '';
    } else if (context.data && tag === 'tr' && this.#cells !== null) {
      const text = this.#cells.join('\t');
      this.#cells = null;
      if (squeeze(text) !== '') this.#push(text, { kind: 'table', whole: true }, context, true);
      this.#reset();
    } else {
      this.#boundary(context);
    }
  }

  #text(value: string): void {
    const context = this.#stack.at(-1);
    if (context === undefined || value === '') return;
    // A line that begins with an indent after one <br> is a paragraph of its own.
    if (!context.pre && this.#cells === null && INDENT.test(value)) {
      if (ENDS_IN_BREAK.test(this.#buffer.slice(-40))) this.#boundary(context);
    }
    this.#buffer += value;
    const length = squeeze(value).length;
    this.#length += length;
    if (context.bold) this.#bold += length;
    if (context.link) this.#linked += length;
  }

  #break(): void {
    const context = this.#stack.at(-1);
    if (context === undefined) return;
    const second = ENDS_IN_BREAK.test(this.#buffer.slice(-40));
    if (second && !context.pre && this.#cells === null) this.#boundary(context);
    else this.#buffer += context.pre ? '\n' : BREAK;
  }

  /** A block ends here: what was collected is given out. */
  #boundary(context: Context): void {
    if (this.#cells !== null && context.data) {
      this.#buffer += BREAK;
      return;
    }
    if (this.#length > 0) {
      const text = context.pre ? this.#buffer.replaceAll(BREAK, '\n') : collapse(this.#buffer);
      this.#push(text, this.#hint(context), context, false);
    }
    this.#reset();
  }

  #push(text: string, hint: LineHint, context: Context, tight: boolean): void {
    this.#blocks.push({
      text,
      hint,
      tight,
      verbatim: context.pre && !tight,
      element: context.element,
      linked: this.#linked,
      boilerplate: context.boilerplate,
    });
    this.#afterImage = false;
  }

  #hint(context: Context): LineHint {
    const hint: LineHint = { whole: true };
    if (context.level > 0) hint.level = context.level;
    else if (context.kind !== undefined) hint.kind = context.kind;
    else if (this.#afterImage && context.centred && this.#length <= MAX_CAPTION) {
      hint.kind = 'caption';
    }
    if (context.level === 0 && (context.centred || this.#bold === this.#length)) {
      hint.emphasised = true;
    }
    return hint;
  }

  #reset(): void {
    this.#buffer = '';
    this.#length = 0;
    this.#bold = 0;
    this.#linked = 0;
  }
}

const INDENT = /^[ \t\r\n]*(?:[\u3000\u2003]|\u00a0{2})/;
const ENDS_IN_BREAK = new RegExp(`${BREAK}[\\s\\u200b]*$`);

/** White space as HTML shows it, but no space for a line break of the source between Han. */
export function collapse(raw: string): string {
  return raw
    .replace(/[ \t\r\n\f]+/g, (run: string, at: number, all: string) => {
      const between = isWide(all.charCodeAt(at - 1)) && isWide(all.charCodeAt(at + run.length));
      return between && run.includes('\n') ? '' : ' ';
    })
    .replaceAll('\u00a0', ' ')
    .replaceAll(BREAK, '\n');
}

/** Halves of surrogate pairs are taken for wide: rare Han and emoji are. */
function isWide(unit: number): boolean {
  return isWideUnit(unit) || (unit >= 0xd800 && unit <= 0xdfff);
}

const CAPTION_NAME =
  /(^|[\s_-])(caption|(pic|img|image|photo)[_-]?(desc|title|note|info|text|caption)|tuzhu|图注|图说)/i;

function kindOf(element: Element, tag: string): LineHint['kind'] {
  if (tag === 'figcaption' || tag === 'caption') return 'caption';
  if (tag === 'li' || tag === 'dt' || tag === 'dd') return 'list';
  if (tag === 'blockquote') return 'quote';
  const name = element.getAttribute('class');
  return name !== null && CAPTION_NAME.test(name.slice(0, 200)) ? 'caption' : undefined;
}
