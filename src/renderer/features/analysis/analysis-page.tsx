import { useT } from '@renderer/i18n';
import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './analysis.module.css';
import { CollocatesPanel } from './collocates-panel';
import { FrequencyPanel } from './frequency-panel';
import { Help } from './help';
import { KeynessPanel } from './keyness-panel';
import { NgramsPanel } from './ngrams-panel';
import type { PanelProps } from './panel-props';
import { choose, KINDS, takeOver, useAnalysis } from './state';

/** Statistics of the words in titles and texts. */
export function AnalysisPage(props: PanelProps) {
  const t = useT();
  const { choices } = useAnalysis();
  const { current } = props;
  const empty = choices.query === '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when one comes here
  useEffect(() => {
    if (empty && current.query.trim() !== '') takeOver(current);
  }, []);
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
            {kind === 'collocates' && <CollocatesPanel {...props} />}
            {kind === 'frequency' && <FrequencyPanel {...props} />}
            {kind === 'keyness' && <KeynessPanel {...props} />}
            {kind === 'ngrams' && <NgramsPanel {...props} />}
            <Help kind={kind} />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
