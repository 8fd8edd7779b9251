import type { LineHint } from '../types';
import type { BrokenFile } from './break-articles';
import type { Random } from './random';

/** What a format reader would say of a broken file's lines, as far as such files say it. */
export function structureOf(
  file: BrokenFile,
  structure: 'html' | 'pdf',
  random: Random,
): ReadonlyMap<number, LineHint> {
  return structure === 'html' ? ofWebPage(file, random) : ofPrint(file);
}

/** Whole blocks; titles are headings, those within texts too or only bold, some figures are told. */
function ofWebPage(file: BrokenFile, random: Random): ReadonlyMap<number, LineHint> {
  const titles = new Set(file.articles.map(({ title }) => title.trim()));
  const headings = new Set(file.articles.flatMap((article) => article.headings));
  const captions = new Set(file.articles.flatMap((article) => article.captions));
  const isBold = random.chance(0.3);
  const tellsFigures = random.chance(0.5);
  return new Map(
    file.text.split('\n').flatMap((line, index) => {
      const text = line.trim();
      if (text === '') return [];
      const hint: LineHint = { whole: true };
      if (titles.has(text)) hint.level = 1;
      else if (headings.has(text) && isBold) hint.emphasised = true;
      else if (headings.has(text)) hint.level = 2;
      else if (captions.has(text) && tellsFigures) hint.kind = 'caption';
      return [[index + 1, hint] as const];
    }),
  );
}

/** The page of each line; what stands at the pages' edges is known by its place. */
function ofPrint(file: BrokenFile): ReadonlyMap<number, LineHint> {
  const furniture = new Set(file.furniture);
  let page = 1;
  let isEdge = false;
  return new Map(
    file.text.split('\n').flatMap((line, index) => {
      const text = line.trim();
      if (text === '') return [];
      const atEdge = furniture.has(text);
      if (isEdge && !atEdge) page += 1;
      isEdge = atEdge;
      const hint: LineHint = atEdge ? { page, kind: 'furniture' } : { page };
      return [[index + 1, hint] as const];
    }),
  );
}
