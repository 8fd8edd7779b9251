import { useT } from '@renderer/i18n';
import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './analysis.module.css';
import { CollocatesPanel } from './collocates-panel';
import { FrequencyPanel } from './frequency-panel';
import { Help } from './help';
import { KeynessPanel } from './keyness-panel';
import { NgramsPanel } from './ngrams-panel';
import type { SaveFile } from './save-menu';
import { choose, KINDS, useAnalysis } from './state';

interface Props {
  /** What the search is asked at the moment. */
  current: string;
  /** Goes to the search and asks it this. */
  onSearch: (query: string) => void;
  saveFile: SaveFile;
}

/** Statistics of the words in titles and texts. */
export function AnalysisPage({ current, onSearch, saveFile }: Props) {
  const t = useT();
  const { choices } = useAnalysis();
  const empty = choices.query === '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when one comes here
  useEffect(() => {
    if (empty && current.trim() !== '') choose({ query: current });
  }, []);
  const shared = { current, onSearch, saveFile };
  return (
    <section aria-label={t('analysis.title')} className={styles.page}>
      <Tabs
        className={styles.tabs ?? ''}
        onSelectionChange={(id) =>
          choose({ kind: KINDS.find((kind) => kind === id) ?? 'collocates' })
        }
        selectedKey={choices.kind}
      >
        <div className={styles.head}>
          <h1 className={styles.title}>{t('analysis.title')}</h1>
          <TabList aria-label={t('analysis.tabs')} className={styles.tabList ?? ''}>
            {KINDS.map((kind) => (
              <Tab className={styles.tab ?? ''} id={kind} key={kind}>
                {t(`analysis.tab.${kind}`)}
              </Tab>
            ))}
          </TabList>
        </div>
        {KINDS.map((kind) => (
          <TabPanel className={styles.panel ?? ''} id={kind} key={kind}>
            {kind === 'collocates' && <CollocatesPanel {...shared} />}
            {kind === 'frequency' && <FrequencyPanel {...shared} />}
            {kind === 'keyness' && <KeynessPanel {...shared} />}
            {kind === 'ngrams' && <NgramsPanel {...shared} />}
            <Help kind={kind} />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
