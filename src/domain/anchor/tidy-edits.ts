import { applyEdits, composeEdits, type TextEdits, trimEdits } from './edits';

/**
 * Edits as they are stored: line ends are line feeds, lines without words are no paragraphs and go,
 * and what was typed and taken back is not there.
 */
export function tidyEdits(before: string, edits: TextEdits): TextEdits {
  const typed = edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r\n?/g, '\n') }));
  const after = applyEdits(before, typed);
  return trimEdits(before, composeEdits(typed, withoutEmptyLines(after)));
}

function withoutEmptyLines(text: string): TextEdits {
  const edits: { start: number; end: number; text: string }[] = [];
  for (const match of text.matchAll(/^\s*\n|\n\s*$|\n\s*\n/g)) {
    const inside = match.index > 0 && match.index + match[0].length < text.length;
    // The space that a paragraph begins with is its own.
    const last = match.index > 0 && !inside ? match[0].length : match[0].lastIndexOf('\n') + 1;
    edits.push({ start: match.index, end: match.index + last, text: inside ? '\n' : '' });
  }
  return edits;
}
