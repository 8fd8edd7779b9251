/** Markdown as it occurs in collected news texts. What is taken off is always handed back. */

export interface Unmarked {
  text: string;
  /** Heading level 1 to 6, 0 for none. */
  level: number;
  /** The whole line was emphasised. */
  emphasised: boolean;
  /** The line was an image; `text` is its description. */
  image: boolean;
  /** The markup, in order. */
  dropped: string[];
}

/** Takes an ATX heading's marks off (CommonMark 4.2). `null` when the line is no such heading. */
export function readHeading(text: string): { level: number; text: string; mark: string } | null {
  const match = /^(#{1,6})[ \t\u3000]+(?=\S)/.exec(text);
  if (!match?.[1]) return null;
  let end = text.length;
  while (text.charAt(end - 1) === '#') end -= 1;
  const closed = end < text.length && /\s/.test(text.charAt(end - 1));
  const rest = text.slice(match[0].length, closed ? end : text.length).trim();
  if (rest === '') return null;
  return { level: match[1].length, text: rest, mark: match[1] + (closed ? text.slice(end) : '') };
}

/** Takes Markdown markup off one line: quote marks, emphasis, links and images. */
export function unmarkLine(source: string): Unmarked {
  const dropped: string[] = [];
  let text = source;
  const quote = /^(?:>[ \t]?)+/.exec(text);
  if (quote) {
    dropped.push(quote[0].trim());
    text = text.slice(quote[0].length).trim();
  }
  const heading = readHeading(text);
  if (heading) {
    dropped.push(heading.mark);
    text = heading.text;
  }
  const image = /^!\[([^[\]]{0,300})\]\([^()]{0,600}\)$/.exec(text);
  if (image) {
    const words = image[1] ?? '';
    dropped.push('![', text.slice(2 + words.length));
    return { text: words.trim(), level: 0, emphasised: false, image: true, dropped };
  }
  text = text.replace(/!?\[([^[\]]{0,300})\](\([^()\s]{0,600}\))/g, (all, words: string) => {
    dropped.push(all.startsWith('!') ? '![' : '[', all.slice(all.indexOf(']')));
    return words;
  });
  const before = text;
  for (const mark of ['***', '**', '__']) text = dropPairs(text, mark, dropped);
  text = dropSingleStars(text, dropped).trim();
  const wrapped = /^(?:\*{1,3}|__)/.test(before) && /(?:\*{1,3}|__)$/.test(before);
  const emphasised = wrapped && text.length > 0 && before.length - text.length <= 6;
  return { text, level: heading?.level ?? 0, emphasised, image: false, dropped };
}

/** Drops pairs of an emphasis mark that hug what they emphasise. Linear in the text. */
function dropPairs(text: string, mark: string, dropped: string[]): string {
  if (!text.includes(mark)) return text;
  const parts = text.split(mark);
  let out = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 1) {
    const inner = parts[i] ?? '';
    if (i + 1 < parts.length && /^\S/.test(inner) && /\S$/.test(inner)) {
      dropped.push(mark, mark);
      out += inner + (parts[i + 1] ?? '');
      i += 1;
    } else {
      out += mark + inner;
    }
  }
  return out;
}

/** `*emphasis*` in running text; `5*3*2`, lists and escaped stars stay. */
function dropSingleStars(text: string, dropped: string[]): string {
  if (!text.includes('*')) return text;
  return text.replace(/(^|[^\w*\\])\*([^\s*][^*]{0,200})\*(?![\w*])/g, (all, lead, inner) => {
    if (/\s$/.test(String(inner))) return all;
    dropped.push('*', '*');
    return `${lead}${inner}`;
  });
}

export interface FrontMatter {
  fields: Map<string, string>;
  /** Index of the line after the closing fence. */
  next: number;
  source: string;
}

const FRONT_MATTER_LIMIT = 200;

/**
 * Reads YAML front matter: only flat `key: value` lines are understood, all of it is taken off.
 * `null` when the text does not begin with it.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter | null {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || lines[first]?.trim() !== '---') return null;
  const fields = new Map<string, string>();
  for (let i = first + 1; i < Math.min(lines.length, first + FRONT_MATTER_LIMIT); i += 1) {
    const line = lines[i]?.trim() ?? '';
    if (line === '---' || line === '...') {
      if (fields.size === 0) return null;
      const source = lines
        .slice(first, i + 1)
        .map((part) => part.trim())
        .join('\n');
      return { fields, next: i + 1, source };
    }
    const field = /^([\p{L}][\p{L}\w-]{0,40})\s?[:：](?:\s+(.*))?$/u.exec(line);
    if (field?.[1]) fields.set(field[1].toLowerCase(), unquote(field[2] ?? ''));
    else if (line !== '' && !/^(?:-\s|#|\s)/.test(line)) return null;
  }
  return null;
}

function unquote(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}
