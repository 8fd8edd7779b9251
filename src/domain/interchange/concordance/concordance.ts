import { csvOf } from '../csv';

/** A line of a concordance as it goes out. */
export interface ConcordanceLine {
  left: string;
  match: string;
  right: string;
  title: string;
  outlet: string;
  date: string;
  /** 1-based; 0 where it lies in a title or a note. */
  paragraph: number;
}

export const CONCORDANCE_COLUMNS = [
  'left',
  'match',
  'right',
  'title',
  'outlet',
  'date',
  'paragraph',
] as const satisfies (keyof ConcordanceLine)[];

/** The columns' names in the user's language. */
export type ConcordanceHeads = Record<(typeof CONCORDANCE_COLUMNS)[number], string>;

/**
 * As CSV. What a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
 * Injection), for the words come from anywhere.
 */
export function concordanceCsv(heads: ConcordanceHeads, lines: readonly ConcordanceLine[]): string {
  return csvOf(concordanceRows(heads, lines).map((row) => row.map(harmless)));
}

/** The head and the lines as cells of text. */
export function concordanceRows(
  heads: ConcordanceHeads,
  lines: readonly ConcordanceLine[],
): string[][] {
  return [
    CONCORDANCE_COLUMNS.map((column) => heads[column]),
    ...lines.map((line) =>
      CONCORDANCE_COLUMNS.map((column) =>
        column === 'paragraph' && line.paragraph === 0 ? '' : String(line[column]),
      ),
    ),
  ];
}

/** Full-width signs too: some spreadsheets read them as the others. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** As a Markdown table with the key words in bold. */
export function concordanceMarkdown(
  title: string,
  heads: ConcordanceHeads,
  lines: readonly ConcordanceLine[],
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = lines.map(({ left, match, right, ...source }) =>
    row([
      escapeCell(left),
      match === '' ? '' : `**${escapeCell(match)}**`,
      escapeCell(right),
      escapeCell(sourceOf(source)),
    ]),
  );
  const head = row([heads.left, heads.match, heads.right, heads.title].map(escapeCell));
  return `# ${escapeCell(title)}\n\n${[head, '| ---: | :---: | :--- | :--- |', ...body].join('\n')}\n`;
}

function sourceOf({ title, outlet, date }: Pick<ConcordanceLine, 'title' | 'outlet' | 'date'>) {
  return [title === '' ? '' : `《${title}》`, outlet, date].filter((part) => part !== '').join(' ');
}

/** Lines to be put into a text: “…left match right…” with their source. */
export function concordanceText(lines: readonly ConcordanceLine[]): string {
  return lines
    .map((line) => `${line.left}【${line.match}】${line.right}\t${sourceOf(line)}`)
    .join('\n');
}

function escapeCell(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
