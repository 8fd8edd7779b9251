import type { AnalysisKind } from '@renderer/archive/analysis';
import { type TextKey, useT } from '@renderer/i18n';
import styles from './analysis.module.css';

/** How figures come about, with the formulas and where they are from. */
export function Help({ kind }: { kind: AnalysisKind }) {
  const t = useT();
  const { texts, sources } = HELP[kind];
  return (
    <details className={styles.help} key={kind}>
      <summary>{t('analysis.help')}</summary>
      {texts.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
      {sources.length > 0 && (
        <p>
          {t('analysis.help.sources')}
          {'：'}
          <span lang="en">{sources.join('; ')}</span>
        </p>
      )}
    </details>
  );
}

const HELP: Record<AnalysisKind, { texts: TextKey[]; sources: string[] }> = {
  collocates: {
    texts: [
      'analysis.help.window',
      'analysis.help.ll',
      'analysis.help.pmi',
      'analysis.help.mi3',
      'analysis.help.logDice',
      'analysis.help.counted',
    ],
    sources: [
      'Dunning 1993, Computational Linguistics 19, 61–74',
      'Church & Hanks 1990, Computational Linguistics 16, 22–29',
      'Daille 1994',
      'Rychlý 2008, RASLAN, 6–9',
      'Evert 2008, Corpora and collocations',
    ],
  },
  frequency: { texts: ['analysis.help.frequency', 'analysis.help.counted'], sources: [] },
  keyness: {
    texts: [
      'analysis.help.keyness',
      'analysis.help.logRatio',
      'analysis.help.percent',
      'analysis.help.counted',
    ],
    sources: [
      'Rayson & Garside 2000, Comparing Corpora using Frequency Profiling',
      'Hardie 2014, Log Ratio',
      'Gabrielatos & Marchi 2011, Keyness',
    ],
  },
  ngrams: {
    texts: ['analysis.help.ngrams', 'analysis.help.counted'],
    sources: ['Manku & Motwani 2002, VLDB'],
  },
};
