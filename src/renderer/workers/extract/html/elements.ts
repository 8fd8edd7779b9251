/** What single elements of a page say of themselves by tag, attributes and content. */

/** Never text of the article. `noscript` holds copies of pictures, or "please turn on…". */
const SKIPPED = new Set(
  (
    'script style noscript template svg iframe frame object embed canvas video audio select datalist ' +
    'textarea input button title meta link base rt rp rtc map area param'
  ).split(' '),
);

/** Whether an element shows nothing to a reader. */
export function isHidden(element: Element, tag: string): boolean {
  if (SKIPPED.has(tag)) return true;
  // Whole pages are hidden against framing until a script shows them.
  if (tag === 'body' || tag === 'html') return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

export interface InlineStyle {
  block: boolean;
  bold: boolean;
  /** `undefined`: it says nothing. */
  centred: boolean | undefined;
}

export function styleOf(element: Element): InlineStyle {
  const style = element.getAttribute('style') ?? '';
  const align =
    /text-align\s*:\s*(\w+)/i.exec(style)?.[1] ?? element.getAttribute('align') ?? undefined;
  return {
    block: /display\s*:\s*block/i.test(style),
    bold: /font-weight\s*:\s*(bold|[6-9]00)/i.test(style),
    centred: align === undefined ? undefined : /^(center|middle)$/i.test(align),
  };
}

const BOILERPLATE_TAGS = new Set(['nav', 'footer', 'aside']);
/** Parts of `id` and `class` names, between hyphens, underscores and spaces. */
const BOILERPLATE_NAME =
  /(^|[\s_-])(ad|ads|advert\w*|breadcrumbs?|comments?|copyright|crumbs?|foot|footer|hot|login|menu|nav\w*|pager?|pagination|pinglun|qrcode|ranking|recommend\w*|related|relative|search\w*|share\w*|shengming|sidebar|side|social|sponsor\w*|tags?|toolbar|topbar|xiangguan)($|[\s_-])/i;

/** Whether an element says that what it holds is not the article. It is evidence, no proof. */
export function isNamedBoilerplate(element: Element, tag: string): boolean {
  if (BOILERPLATE_TAGS.has(tag)) return true;
  if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') return false;
  return ['class', 'id'].some((attribute) => {
    const name = element.getAttribute(attribute);
    return name !== null && BOILERPLATE_NAME.test(name.slice(0, 200));
  });
}

/** A cell with more characters holds text that was only laid out in a table. */
const MAX_CELL = 200;

/** Whether a table holds data: tables were long used to lay out pages. Not recursive. */
export function isDataTable(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  let rows = 0;
  let wide = 0;
  let cells = 0;
  let length = 0;
  let node: Node | null = table.firstChild;
  while (node !== null) {
    if (node.nodeType === 3) length += (node.nodeValue ?? '').trim().length;
    if (length > MAX_CELL) return false;
    if (node.nodeType === 1) {
      const tag = (node as Element).localName.toLowerCase();
      if (tag === 'table' || /^h[1-6]$/.test(tag)) return false;
      if (tag === 'tr') {
        rows += 1;
        cells = 0;
      } else if (tag === 'td' || tag === 'th') {
        cells += 1;
        length = 0;
        if (cells === 2) wide += 1;
      }
    }
    let next: Node | null = node.firstChild ?? node.nextSibling;
    while (next === null && node !== null) {
      node = node.parentNode;
      if (node === null || node === table) return wide > 0 && wide * 2 >= rows;
      next = node.nextSibling;
    }
    node = next;
  }
  return false;
}
