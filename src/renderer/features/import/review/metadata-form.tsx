import { METADATA_FIELDS } from '@domain/model';
import type { SessionFile } from '@renderer/archive/import-session';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { memo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { DuplicateBanner } from './duplicate-banner';
import { FactField } from './fact-field';
import { JoinBanner } from './join-banner';
import type { OwnJoin } from './joins-of';
import styles from './metadata-form.module.css';
import type { ReadingIndex } from './reading-index';
import { JOIN_KEY } from './review-actions';
import type { ReviewCommands } from './use-review';

interface Props {
  index: ReadingIndex;
  file: SessionFile;
  /** Index of the article that the reader is in. */
  number: number;
  /** What of it goes on in other files. */
  joins: readonly OwnJoin[];
  commands: ReviewCommands;
}

/** What is known of an article: its place in the file, its metadata, its double. */
export const MetadataForm = memo(function MetadataForm({
  index,
  file,
  number,
  joins,
  commands,
}: Props) {
  const t = useT();
  const [isOpen, setOpen] = useState(true);
  const { reading, rows, titleRows } = index;
  const article = reading.full[number];
  const summary = reading.articles[number];
  if (article === undefined) return null;
  const goTo = (to: number) => {
    const row = titleRows[to];
    if (row !== undefined) commands.moveTo({ line: rows[row]?.firstLine ?? 1, row });
  };
  const own = reading.settings.metadata?.find(({ firstLine }) => firstLine === article.firstLine);
  return (
    <section aria-label={t('review.info')} className={styles.form}>
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <div className={styles.head}>
          <Button className={styles.toggle ?? ''} slot="trigger">
            <span aria-hidden="true" className={styles.arrow}>
              {isOpen ? '▾' : '▸'}
            </span>
            {t('review.info')}
          </Button>
          <span className={styles.count}>
            {t('review.articleNumber', { number: number + 1, total: reading.full.length })}
          </span>
          <IconButton
            icon="back"
            isDisabled={number === 0}
            label={t('review.article.previous')}
            onPress={() => goTo(number - 1)}
          />
          <IconButton
            icon="forward"
            isDisabled={number >= reading.full.length - 1}
            label={t('review.article.next')}
            onPress={() => goTo(number + 1)}
          />
        </div>
        <DisclosurePanel>
          <div className={styles.fields}>
            {METADATA_FIELDS.map((field) => (
              <FactField
                fact={article.facts[field] ?? null}
                field={field}
                isOwn={own?.values[field] !== undefined}
                key={`${file.id} ${article.firstLine} ${field}`}
                onSave={(value) => commands.setField(article.firstLine, field, value)}
                value={article[field] ?? ''}
              />
            ))}
          </div>
        </DisclosurePanel>
      </Disclosure>
      {joins.map(({ join, side }, at) => (
        <JoinBanner
          join={join}
          key={join.key}
          onChange={(apart) => commands.setApart(join.key, apart)}
          shortcut={at === 0 ? JOIN_KEY : ''}
          side={side}
        />
      ))}
      {summary !== undefined && summary.duplicate !== null && (
        <DuplicateBanner
          article={article}
          choice={file.choices.get(summary.firstLine) ?? 'keep'}
          duplicate={summary.duplicate}
          onChoose={(choice) => commands.choose(summary.firstLine, choice)}
        />
      )}
    </section>
  );
});
