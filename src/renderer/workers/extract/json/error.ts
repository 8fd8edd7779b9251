/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Offset (UTF-16) of the first character that makes a text no JSON (RFC 8259); its length when the
 * text ends too early. Needed since engines word their errors each in their own way, often without
 * the place.
 */
export function findJsonError(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skip(SPACE, text, at);
    const char = text.charAt(at);
    if (char === '') return at;
    const inner: '{' | '[' | undefined = open[open.length - 1];
    const next: boolean = expected.startsWith('comma');
    if ((char === '}' && inner === '{') || (char === ']' && inner === '[')) {
      if (!expected.endsWith('-end')) return at;
      open.pop();
      expected = open.length === 0 ? 'end' : 'comma-or-end';
      at += 1;
    } else if (next || expected === 'colon') {
      if (char !== (next ? ',' : ':')) return at;
      expected = next && inner === '{' ? 'key' : 'value';
      at += 1;
    } else if (expected === 'end') {
      return at;
    } else if (expected.startsWith('key')) {
      if (char !== '"') return at;
      const end = stringEnd(text, at);
      if (end.broken) return end.at;
      expected = 'colon';
      at = end.at;
    } else if (char === '{' || char === '[') {
      open.push(char);
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else {
      const end =
        char === '"' ? stringEnd(text, at) : { at: skip(SCALAR, text, at), broken: false };
      if (end.broken || end.at === at) return end.at;
      expected = open.length === 0 ? 'end' : 'comma-or-end';
      at = end.at;
    }
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Offset after the closing quote, or of what does not belong in a string. */
function stringEnd(text: string, start: number): { at: number; broken: boolean } {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return { at: at + 1, broken: false };
    if (unit < 0x20) return { at, broken: true };
    if (unit === 0x5c) {
      const escaped = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
      if (!escaped) return { at, broken: true };
      at += escaped[0].length;
    }
    at += 1;
  }
  return { at, broken: true };
}
