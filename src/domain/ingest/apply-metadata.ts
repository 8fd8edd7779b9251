import type { MetadataField } from '@domain/model';
import type { MetadataCorrection } from './settings';
import type { ReconstructedArticle, ReconstructedFile } from './types';

/**
 * Writes what the researcher said of articles' metadata over what was read. Articles are known by
 * their first line; a correction whose line is no article's first does nothing, of two for the same
 * field the last wins. An empty value empties the field. The file that is handed in stays as it is.
 */
export function applyMetadata(
  file: ReconstructedFile,
  corrections: readonly MetadataCorrection[],
): ReconstructedFile {
  if (corrections.length === 0) return file;
  const byLine = new Map<number, Partial<Record<MetadataField, string>>>();
  for (const { firstLine, values } of corrections) {
    byLine.set(firstLine, { ...byLine.get(firstLine), ...values });
  }
  const articles = file.articles.map((article) => {
    const values = byLine.get(article.firstLine);
    return values ? corrected(article, values) : article;
  });
  return { ...file, articles };
}

function corrected(
  article: ReconstructedArticle,
  values: Partial<Record<MetadataField, string>>,
): ReconstructedArticle {
  const changed: ReconstructedArticle = { ...article, facts: { ...article.facts } };
  for (const [name, value] of Object.entries(values)) {
    const field = name as MetadataField;
    if (field === 'subtitle' && value === '') delete changed.subtitle;
    else changed[field] = value;
    if (value === '') delete changed.facts[field];
    else changed.facts[field] = { rule: 'corrected', line: null, confidence: 1 };
  }
  return changed;
}
