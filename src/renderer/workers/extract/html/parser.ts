/** Loads the parser of HTML, and asks it what names of characters stand for. */

export type Parse = (html: string) => Document;

export async function loadParser(): Promise<Parse> {
  const { parseHTML } = await import('linkedom/worker');
  // Without a root element linkedom takes the first element for it and the rest is lost.
  return (html) =>
    parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

/** HTML names some 2,200 characters; whoever uses more names is not writing. */
const MAX_NAMES = 3000;

/** Resolves `&nbsp;` and the like. Each name is looked up once, by the parser. */
export function characterReferences(parse: Parse): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) =>
    raw.replace(/&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][\da-z]{1,31});?/gi, (reference) => {
      const found = known.get(reference);
      if (found !== undefined) return found;
      if (known.size >= MAX_NAMES) return reference;
      const value = parse(`<p>${reference}</p>`).documentElement.textContent ?? reference;
      known.set(reference, value);
      return value;
    });
}
