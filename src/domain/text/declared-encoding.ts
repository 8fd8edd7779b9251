import type { Encoding } from '@domain/model';

/** The labels of the Encoding Standard (and what programs write besides) for what we can read. */
const LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8':
    'utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig cp65001',
  'utf-16le': 'utf-16le utf-16 ucs-2 unicode unicodefeff csunicode iso-10646-ucs-2',
  'utf-16be': 'utf-16be unicodefffe',
  gb18030:
    'gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 csgb2312 chinese csiso58gb231280 iso-ir-58 ' +
    'cp936 ms936 windows-936 euc-cn cn-gb chinese-gbk chinese-gb18030',
  big5: 'big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 ms950 windows-950 chinese-big5',
  'hz-gb-2312': 'hz-gb-2312 hz',
};

const BY_LABEL = new Map(
  Object.entries(LABELS).flatMap(([encoding, labels]) =>
    labels.split(' ').map((label) => [label, encoding as Encoding] as const),
  ),
);

/** The encoding that a label (`charset=…`) means, `null` when we cannot read it or it means nothing. */
export function encodingForLabel(label: string): Encoding | null {
  return BY_LABEL.get(label.trim().toLowerCase()) ?? null;
}

/** How far a declaration may be from the beginning, in bytes. */
const HEAD = 4096;
/** Editors look for their mode lines at the end as well. */
const TAIL = 512;

const LABEL = `["']?\\s*([\\w.:-]+)`;
/** The more binding ones first. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`^\\s*<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*${LABEL}`, 'i'),
  new RegExp(`^@charset\\s+${LABEL}`, 'i'),
  // `<meta charset=…>` and `<meta http-equiv content="text/html; charset=…">`
  new RegExp(`<meta\\s[^>]*?\\bcharset\\s*=\\s*${LABEL}`, 'i'),
  // The header of a mail or of a saved page
  new RegExp(`^content-type:[^\\n]*(?:\\n[ \\t][^\\n]*)*?;\\s*charset\\s*=\\s*${LABEL}`, 'im'),
  new RegExp(`-\\*-.*?\\bcoding:${LABEL}`, 'i'),
  new RegExp(`\\b(?:vim?|ex):.*?\\b(?:fileencoding|fenc|encoding|enc)=${LABEL}`, 'i'),
];

/**
 * The encoding that the bytes declare in their own words: XML, `@charset`, HTML meta, MIME header,
 * Emacs or Vim mode line. It may be wrong. `utf-16` in words that can be read byte by byte means
 * UTF-8, as HTML says.
 */
export function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = asciiOf(bytes.subarray(0, HEAD));
  const text = bytes.length > HEAD ? `${head}\n${asciiOf(bytes.subarray(-TAIL))}` : head;
  for (const pattern of PATTERNS) {
    const label = pattern.exec(text)?.[1];
    // Emacs writes the line ends after the name: `utf-8-unix`.
    const encoding = encodingForLabel(label?.replace(/-(?:unix|dos|mac)$/i, '') ?? '');
    if (encoding !== null) return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  }
  return null;
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).replace(/\r\n?/g, '\n');
}
