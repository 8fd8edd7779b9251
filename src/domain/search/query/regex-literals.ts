const QUANTIFIER = /^(?:[*?]|\{)/;

/**
 * Characters of which one run must stand in any text that an expression is found in, one for each of
 * its alternatives; `null` when that cannot be told easily. An expression is only skimmed: what is not
 * understood ends a run, and what might change the meaning of the rest ends the attempt.
 */
export function requiredLiterals(source: string, ignoreCase = false): string[] | null {
  if (/\(\?|\\[QE]|\[\^?\]/.test(source)) return null;
  let longest = '';
  let run = '';
  let depth = 0;
  const literals: string[] = [];
  const endRun = () => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  const isSure = (char: string) => !ignoreCase || char.toLowerCase() === char.toUpperCase();
  for (let at = 0; at < source.length; at += 1) {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += char.length - 1;
    const rest = source.slice(at + 1);
    if (char === '[') {
      endRun();
      at = classEnd(source, at);
    } else if (char === '\\') {
      at += 1;
      const escaped = source[at] ?? '';
      if (depth > 0) continue;
      // Letters and digits behind a backslash are classes, places and codes; all else is itself.
      if (/[\p{L}\p{N}]/u.test(escaped)) {
        endRun();
        // What stands in braces (`\p{Han}`) or as digits (`\x41`) belongs to it.
        const tail = /^(?:\{[^}]*\}|[0-9a-fA-F]{1,4})/.exec(source.slice(at + 1));
        if (/[pPxuck0-7]/.test(escaped)) at += tail?.[0].length ?? 0;
      } else if (QUANTIFIER.test(source.slice(at + 1))) endRun();
      else run += escaped;
    } else if (char === '(') {
      endRun();
      depth += 1;
    } else if (char === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (char === '|') {
      endRun();
      if (longest === '') return null;
      literals.push(longest);
      longest = '';
    } else if (char === '{') {
      endRun();
      at += /^[^}]*\}/.exec(rest)?.[0].length ?? 0;
    } else if ('.^$*+?'.includes(char)) endRun();
    else if (QUANTIFIER.test(rest) || !isSure(char)) endRun();
    else run += char;
  }
  endRun();
  return longest === '' ? null : [...literals, longest];
}

/** Where a class ends; a `]` behind a backslash is in it. */
function classEnd(source: string, open: number): number {
  let at = open + 1;
  for (; at < source.length && source[at] !== ']'; at += 1) {
    if (source[at] === '\\') at += 1;
    // `[[:alpha:]]`
    else if (source.startsWith('[:', at)) at = Math.max(at, source.indexOf(':]', at) + 1);
  }
  return at;
}
