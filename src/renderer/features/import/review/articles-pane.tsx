import { useT } from '@renderer/i18n';
import { EmptyState } from '@renderer/ui/empty-state';
import { LineBox } from './line-box';
import { ParagraphRow } from './paragraph-row';
import type { ReadingIndex } from './reading-index';
import { TitleRow } from './title-row';
import type { Review } from './use-review';

const TITLE_HEIGHT = 96;
const LINE_HEIGHT = 29;
const CHARACTERS = 30;

/** The articles as they will be. Choosing a paragraph chooses the lines that it came from. */
export function ArticlesPane({ review, index }: { review: Review; index: ReadingIndex }) {
  const t = useT();
  const { rows } = index;
  const { cursor } = review;
  const active = cursor.row ?? index.rowNear(cursor.line);
  if (rows.length === 0) return <EmptyState text={t('review.noArticles')} />;
  return (
    <LineBox
      active={active}
      count={rows.length}
      isMarked={(row) => row === active}
      label={t('review.articles')}
      onMove={(row, target) => {
        const seam = target?.closest('[data-line]')?.getAttribute('data-line');
        const line = rows[row]?.firstLine ?? 1;
        // A seam is a place of its own: the line that was joined there.
        review.commands.moveTo(seam ? { line: Number(seam), row: null } : { line, row });
      }}
      rowHeight={(row) => {
        const { label, text = '' } = rows[row] ?? {};
        if (label === 'title') return TITLE_HEIGHT;
        return LINE_HEIGHT * Math.ceil((Math.min(text.length, 20_000) + 2) / CHARACTERS) + 8;
      }}
    >
      {(row) => {
        const shown = rows[row];
        if (shown === undefined) return null;
        if (shown.label === 'title') return <TitleRow index={index} row={shown} />;
        return (
          <ParagraphRow
            cursorLine={row === active ? cursor.line : -1}
            index={index}
            number={row}
            row={shown}
          />
        );
      }}
    </LineBox>
  );
}
