import { guessEncoding } from '@domain/text/guess-encoding';
import type { DirectoryRecord } from './directory';

/**
 * The entries' paths, `/` between folders. Names without the UTF-8 flag are in the code page of
 * whoever packed them, in Chinese archives GBK or Big5, though some programs write UTF-8 without
 * saying so. One archive has one code page, so it is guessed from all its names together.
 */
export function decodeNames(records: readonly DirectoryRecord[]): string[] {
  const unflagged = records.filter((record) => !record.utf8 && record.unicodeName === null);
  const decoder = new TextDecoder(legacyEncoding(unflagged.map((record) => record.rawName)));
  const utf8 = new TextDecoder();
  return records.map(
    (record) => record.unicodeName ?? (record.utf8 ? utf8 : decoder).decode(record.rawName),
  );
}

function legacyEncoding(names: readonly Uint8Array[]): 'utf-8' | 'gb18030' | 'big5' {
  const foreign = names.filter((name) => name.some((byte) => byte >= 0x80));
  if (foreign.every(isUtf8)) return 'utf-8';
  const sample = new Uint8Array(foreign.reduce((sum, name) => sum + name.length + 1, 0));
  let at = 0;
  for (const name of foreign) {
    sample.set(name, at);
    at += name.length;
    sample[at] = 0x0a;
    at += 1;
  }
  return guessEncoding(sample)?.encoding === 'big5' ? 'big5' : 'gb18030';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a path may be used as it stands. Refused: absolute paths, drive letters, `..`, back
 * slashes (folders for one program, letters for another), control characters, empty parts.
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\\\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Files that systems put into archives without being asked: nobody means to import them. */
export function isSystemFile(path: string): boolean {
  return path.split(/[/\\]/).some(
    (part) =>
      // Parts made of dots alone are path tricks, to be refused and not to be passed over.
      (part.startsWith('.') && !/^\.+$/.test(part)) ||
      /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(part),
  );
}
