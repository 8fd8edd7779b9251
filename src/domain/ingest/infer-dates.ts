import { completeDate, yearFromFileName } from './dates';
import type { DateClue } from './metadata';
import type { ReconstructedArticle } from './types';

/**
 * Completes the days that articles print without their year (`11月24日电`): from an issue line or
 * running head, the file's name, or the nearest article of the file that prints a whole date. A
 * whole date that is printed stays; a file's name says less than a dateline. Changes `articles`.
 */
export function inferDates(
  articles: readonly ReconstructedArticle[],
  clues: readonly (DateClue | null)[],
  fileName: string,
): void {
  const named = yearFromFileName(fileName);
  const before = nearestDates(articles, 1);
  const after = nearestDates(articles, -1);
  articles.forEach((article, index) => {
    const clue = clues[index];
    const isPrinted = article.date.length === 10 && article.facts.date?.rule !== 'file-name';
    if (!clue || isPrinted) return;
    const tries: Try[] = [];
    if (article.date !== '' && article.facts.date?.rule === 'file-metadata') {
      tries.push({ date: article.date, from: 'file-metadata', confidence: 0.7 });
    }
    for (const { date, from } of clue.known) tries.push({ date, from, confidence: 0.7 });
    if (named !== '') tries.push({ date: named, from: 'file-name', confidence: 0.6 });
    for (const date of [before[index], after[index]]) {
      if (date) tries.push({ date, from: 'neighbour', confidence: 0.5 });
    }
    for (const { date, from, confidence } of tries) {
      const how = from === 'neighbour' ? 'near' : 'after';
      const whole = completeDate(clue.partial, date, how);
      if (whole === '') continue;
      const part = clue.partial.month === null ? 'year-and-month' : 'year';
      article.date = whole;
      article.facts.date = { rule: `inferred-${part}-${from}`, line: clue.line, confidence };
      return;
    }
  });
}

interface Try {
  date: string;
  from: string;
  confidence: number;
}

/** For each article the printed whole date of the nearest one before (`step` 1) or after it. */
function nearestDates(articles: readonly ReconstructedArticle[], step: 1 | -1): string[] {
  const found = new Array<string>(articles.length).fill('');
  let last = '';
  for (let i = 0; i < articles.length; i += 1) {
    const at = step === 1 ? i : articles.length - 1 - i;
    found[at] = last;
    const { date = '', facts } = articles[at] ?? {};
    const rule = facts?.date?.rule ?? '';
    if (date.length === 10 && rule !== 'file-name' && !rule.startsWith('inferred-')) last = date;
  }
  return found;
}
