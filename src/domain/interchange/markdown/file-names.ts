/** Device names of Windows, also with an extension (Microsoft, “Naming Files, Paths, and Namespaces”). */
const RESERVED = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[\d¹²³])(?=\s*(?:\.|$))/i;

/** Bidirectional and other invisible controls, except the joiners that emoji and scripts need. */
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFF]/gu;

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const encoder = new TextEncoder();

export interface FileNameOptions {
  /** Added to the name, with its dot; counts into the length. Default: none. */
  extension?: string;
  /** Taken when nothing of the title can stand in a file name. Default: `untitled`. */
  fallback?: string;
  /** Length limit in UTF-8 bytes. Default: 180, so that a counter and a folder still fit. */
  maxBytes?: number;
}

/**
 * A file name made of `title` that Windows, macOS and Linux take and that Obsidian can link to: NFC,
 * without `/ \ : * ? " < > |`, `# ^ [ ]`, control characters, leading dots and trailing dots or
 * spaces, never a device name of Windows, never empty. Cut only between user-perceived characters.
 */
export function safeFileName(title: string, options: FileNameOptions = {}): string {
  const { extension = '', fallback = 'untitled', maxBytes = 180 } = options;
  const room = maxBytes - encoder.encode(extension).length;
  return (cleaned(title, room) || cleaned(fallback, room) || 'untitled') + extension;
}

function cleaned(title: string, room: number): string {
  const name = title
    .replace(/[\t\r\n]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[/\\|:]+/g, '-')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/[*?"<>#^]/g, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
  // One byte is kept for the mark that tells a name from a device.
  const cut = trimmed(cutToBytes(trimmed(name), room - 1));
  return cut.replace(RESERVED, '$&_');
}

function trimmed(name: string): string {
  return name.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

function cutToBytes(text: string, maxBytes: number): string {
  if (encoder.encode(text).length <= maxBytes) return text;
  let bytes = 0;
  let end = 0;
  for (const { segment } of segmenter.segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > maxBytes) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/**
 * The same names, each different from all others even where case and Unicode form do not count
 * (Windows, macOS): later ones get ` (2)`, ` (3)`… before the extension.
 */
export function uniqueFileNames(names: readonly string[]): string[] {
  const given = new FileNames();
  return names.map((name) => given.unique(name));
}

/** As `uniqueFileNames`, for names that come one after the other. */
export class FileNames {
  private readonly taken = new Set<string>();
  /** By name the number that the next one of it tries first: very many may be called the same. */
  private readonly next = new Map<string, number>();

  unique(name: string): string {
    const dot = name.lastIndexOf('.');
    const stem = dot > 0 ? name.slice(0, dot) : name;
    const extension = dot > 0 ? name.slice(dot) : '';
    let unique = name;
    let count = this.next.get(name) ?? 2;
    for (; this.taken.has(nameKey(unique)); count++) unique = `${stem} (${count})${extension}`;
    this.next.set(name, count);
    this.taken.add(nameKey(unique));
    return unique;
  }
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * A relative path as the address of a Markdown link: percent-encoded except for letters and digits
 * of any script, so that Chinese names stay readable; `decodeURIComponent` gives the path back.
 */
export function linkAddress(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[^\p{L}\p{N}\p{M}/._~-]/gu, (char) =>
      encodeURIComponent(char).replace(
        /[!'()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    );
}
