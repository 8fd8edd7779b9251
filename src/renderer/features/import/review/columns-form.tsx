import type { ColumnRole, ImportSettings } from '@domain/ingest/settings';
import { METADATA_FIELDS } from '@domain/model';
import { useT } from '@renderer/i18n';
import { Select } from '@renderer/ui/select';
import styles from './columns-form.module.css';
import type { Table } from './types';
import type { ReviewCommands } from './use-review';

const ROLES: readonly ColumnRole[] = ['text', ...METADATA_FIELDS];
const NONE = '';

interface Props {
  table: Table;
  /** As they were asked for last; the table may still be the answer to earlier ones. */
  settings: ImportSettings;
  onChange: ReviewCommands['change'];
}

/** Which column of a table is what, beside its first rows. */
export function ColumnsForm({ table, settings, onChange }: Props) {
  const t = useT();
  const { columns, sample, rowCount } = table;
  const mapping = settings.columns ?? table.mapping;
  const options = [
    { id: NONE, label: t('review.columns.none') },
    ...columns.map((column) => ({ id: column, label: column })),
  ];
  const choose = (role: ColumnRole, column: string) => {
    onChange((before) => {
      const { [role]: _, ...rest } = before.columns ?? table.mapping;
      return { ...before, columns: column === NONE ? rest : { ...rest, [role]: column } };
    });
  };
  return (
    <section aria-label={t('review.columns')} className={styles.form}>
      <p className={styles.head}>
        {t('review.columns')}
        <span className={styles.count}>{t('review.columns.rows', { count: rowCount })}</span>
      </p>
      <div className={styles.roles}>
        {ROLES.map((role) => (
          <Select
            key={role}
            label={t(`review.field.${role}`)}
            onChange={(column) => choose(role, column)}
            options={options}
            value={mapping[role] ?? NONE}
          />
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section aria-label={t('review.columns.sample')} className={styles.sample} tabIndex={0}>
        <table className={styles.table} lang="zh-CN">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.slice(0, 5).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else to be known by
              <tr key={row}>
                {columns.map((column, index) => (
                  <td key={column}>{(cells[index] ?? '').slice(0, 80)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
