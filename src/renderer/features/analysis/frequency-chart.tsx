import type { FrequencyTable } from '@domain/search/stats/frequency';
import { useLanguage, useT } from '@renderer/i18n';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './analysis.module.css';
import type { ChartChoice } from './chart-data';
import { drawChart, SCREEN_INK, SIGNS } from './draw-chart';

/** Frequencies as a chart; the table below it says the same to those who do not see it. */
export function FrequencyChart({
  table,
  by,
  measure,
  base,
}: ChartChoice & { table: FrequencyTable }) {
  const t = useT();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another language it is drawn anew
  useLayoutEffect(() => {
    if (box.current === null || width === 0) return;
    const chart = drawChart(table, { by, measure, base, width, ink: SCREEN_INK, t });
    const queries = table.series.map(({ query }) => query).join('、');
    chart.setAttribute(
      'aria-label',
      t('analysis.chart.label', {
        queries,
        measure: t(`analysis.chart.${measure}`),
        by: t(`analysis.by.${by}`),
      }),
    );
    box.current.replaceChildren(chart);
  }, [table, by, measure, base, width, t, language]);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.legend}>
        {table.series.map(({ query }, index) => (
          <span className={styles.series} data-series={index % SIGNS.length} key={query}>
            <span aria-hidden="true">{SIGNS[index % SIGNS.length]}</span>
            <span lang="zh-CN">{query}</span>
          </span>
        ))}
      </figcaption>
      <div className={styles.plot} ref={box} />
    </figure>
  );
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
