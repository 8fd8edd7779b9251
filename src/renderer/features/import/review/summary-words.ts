import type { Translate } from '@renderer/i18n';
import type { ReviewSummary } from './urgency';

/**
 * `12 个文件，46 篇文章；3 篇需要看一看；1 个文件失败`. Of several files that are read again it is said why
 * there are several.
 */
export function summaryWords(summary: ReviewSummary, t: Translate, isAgain = false): string {
  const { files, articles, uncertain, duplicates, failed, skipped, excluded } = summary;
  const part = (key: Parameters<Translate>[0], count: number) =>
    count > 0 ? t(key, { count }) : '';
  return [
    files > 0 ? t('review.summary.articles', { files, articles }) : t('review.summary.nothing'),
    part('review.summary.uncertain', uncertain),
    part('review.summary.duplicates', duplicates),
    part('review.summary.failed', failed),
    part('review.summary.skipped', skipped),
    part('review.summary.excluded', excluded),
    isAgain && files + failed > 1 ? t('review.summary.again') : '',
  ]
    .filter((words) => words !== '')
    .join(t('import.summary.separator'));
}
