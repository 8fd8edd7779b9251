import type { ReconstructedArticle } from '@domain/ingest/types';
import { changesBetween, type TextChange } from '@domain/similar/text-changes';
import { sliceSafe } from '@domain/text/segments';
import { useOpenArticle } from '@renderer/archive/queries';
import { formatDate, useT } from '@renderer/i18n';
import { Dialog } from '@renderer/ui/dialog';
import { Loading } from '@renderer/ui/loading';
import { useMemo } from 'react';
import styles from './duplicate.module.css';

/** UTF-16 units of each text that are compared: more cannot be read side by side. */
const MAX_COMPARED = 60_000;

interface Props {
  article: ReconstructedArticle;
  /** The one in the archive. */
  articleId: string;
  onClose: () => void;
}

/** The old and the new text side by side, the differences marked. */
export function DuplicateCompare({ article, articleId, onClose }: Props) {
  const t = useT();
  const old = useOpenArticle(articleId);
  const oldText = old?.text.text;
  const changes = useMemo(
    () => (oldText === undefined ? [] : changesBetween(cut(oldText), cut(article.text))),
    [oldText, article.text],
  );
  const isCut = Math.max(oldText?.length ?? 0, article.text.length) > MAX_COMPARED;
  return (
    <Dialog onClose={onClose} title={t('review.compare.title')} wide>
      {old === undefined && <Loading />}
      {old === null && <p>{t('review.compare.gone')}</p>}
      {old !== null && old !== undefined && (
        <>
          {isCut && (
            <p className={styles.note}>{t('review.compare.cut', { count: MAX_COMPARED })}</p>
          )}
          <div className={styles.sides}>
            <Side
              changes={changes}
              facts={[old.article.outlet, old.article.date]}
              label={t('review.compare.old')}
              side="delete"
              title={old.article.title}
            />
            <Side
              changes={changes}
              facts={[article.outlet, article.date]}
              label={t('review.compare.new')}
              side="insert"
              title={article.title}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}

function cut(text: string): string {
  return text.length > MAX_COMPARED ? sliceSafe(text, 0, MAX_COMPARED) : text;
}

interface SideProps {
  label: string;
  title: string;
  /** Outlet and date, as far as they are known. */
  facts: [string, string];
  changes: readonly TextChange[];
  side: 'delete' | 'insert';
}

function Side({ label, title, facts: [outlet, date], changes, side }: SideProps) {
  const t = useT();
  const Mark = side === 'delete' ? 'del' : 'ins';
  const facts = [outlet, date === '' ? '' : formatDate(date)].filter((fact) => fact !== '');
  return (
    <section aria-label={label} className={styles.side}>
      <p className={styles.label}>{label}</p>
      <h3 className={styles.title} lang="zh-CN">
        {title || t('import.untitled')}
      </h3>
      <p className={styles.label}>{facts.join(' · ')}</p>
      <div className={styles.text} lang="zh-CN">
        {changes
          .filter(({ kind }) => kind === 'equal' || kind === side)
          .map((change) =>
            change.kind === 'equal' ? (
              <span key={change[side === 'delete' ? 'before' : 'after']}>{change.text}</span>
            ) : (
              <Mark
                className={styles[side]}
                key={change[side === 'delete' ? 'before' : 'after']}
                title={t(side === 'delete' ? 'review.compare.deleted' : 'review.compare.inserted')}
              >
                {change.text}
              </Mark>
            ),
          )}
      </div>
    </section>
  );
}
