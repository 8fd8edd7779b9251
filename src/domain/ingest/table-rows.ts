/** A row of a table drawn with bars. */
export function isBarRow(text: string): boolean {
  if (text.length > 400 || !(text.includes('|') || text.includes('｜'))) return false;
  const bars = text.split(/[|｜]/).length - 1;
  const edged = /^[|｜]/.test(text) || /[|｜]$/.test(text);
  return edged && bars >= 2 && !/[:：]/.test(text.slice(0, 8));
}

/** A line whose cells are set apart by tabs or wide spaces. */
export function isTableRow(text: string): boolean {
  if (!text.includes('\t') && !text.includes('\u3000\u3000') && !text.includes('   ')) return false;
  if (!/\t|\u3000{2,}|\S {3,}\S/.test(text.slice(0, 200))) return false;
  if (text.length > 300 || /[。！？]$/.test(text)) return false;
  const cells = text.split(/\t+|\u3000{2,}| {3,}/);
  return cells.length >= 3 || (cells.length === 2 && text.includes('\t'));
}
