import { RE2JS } from 're2js';
import type { RegexQuery } from './ast';

/** Longer ones are no searches; their programs would take much memory. */
const LONGEST = 1000;

/**
 * Compiles an expression for an engine that takes linear time whatever the expression (RE2's).
 * @returns what is wrong with it, in the engine's words, when it cannot be
 */
export function compileRegex(query: Pick<RegexQuery, 'source' | 'ignoreCase'>): RE2JS | string {
  if (query.source.length > LONGEST) return `> ${LONGEST}`;
  try {
    const source = RE2JS.translateRegExp(query.source);
    // `^` and `$` are the borders of paragraphs.
    const flags = RE2JS.MULTILINE | (query.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    return RE2JS.compile(source, flags);
  } catch (error) {
    return error instanceof Error ? plainly(error.message) : String(error);
  }
}

/** The engine's words without its own beginning, and without the flags that we put before the expression. */
function plainly(message: string): string {
  return message.replace(/^error parsing regexp: /, '').replace(/`(?:\(\?[im]+\))+/, '`');
}

/** Places of an expression in a text, from the left, without empty ones. UTF-16, end exclusive. */
export function* findRegex(
  regex: RE2JS,
  text: string,
): Generator<{ start: number; end: number }, void, undefined> {
  const matcher = regex.matcher(text);
  while (matcher.find()) {
    const start = matcher.start();
    const end = matcher.end();
    if (end > start) yield { start, end };
  }
}
