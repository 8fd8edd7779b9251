import type { FrequencyTable } from '@domain/search/stats/frequency';
import * as Plot from '@observablehq/plot';
import { formatNumber, type Translate } from '@renderer/i18n';
import {
  binLabel,
  type ChartChoice,
  type ChartPoint,
  chartPoints,
  tickKeys,
  timeOf,
} from './chart-data';
import { decimal } from './formats';

/** With what a chart is drawn. */
export interface ChartInk {
  /** One for each query; after the last they begin anew. */
  series: readonly string[];
  text: string;
  quiet: string;
  line: string;
  paper: string;
}

/** As the style sheets have it, so that the chart changes with the theme. */
export const SCREEN_INK: ChartInk = {
  series: ['red', 'blue', 'green', 'yellow', 'purple'].map((name) => `var(--line-${name})`),
  text: 'var(--ink)',
  quiet: 'var(--ink-quiet)',
  line: 'var(--line)',
  paper: 'var(--paper)',
};

/** For pictures that leave the program: light, whatever the theme is. */
export const PRINT_INK: ChartInk = {
  series: ['#b23a2e', '#2a6ba3', '#3c7a3a', '#a87a00', '#7a4ba0'],
  text: '#24211d',
  quiet: '#6b665d',
  line: '#e6e1d8',
  paper: '#ffffff',
};

/** Told apart also by their shape, for those who do not tell the colours apart. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star'] as const;
export const SIGNS = ['●', '■', '▲', '◆', '★'] as const;

interface Options extends ChartChoice {
  /** CSS pixels. */
  width: number;
  ink: ChartInk;
  /** Left free above the chart. */
  marginTop?: number;
  t: Translate;
}

/** Draws frequencies over time as lines, by outlet as bars. */
export function drawChart(table: FrequencyTable, options: Options): SVGSVGElement {
  const points = chartPoints(table, options);
  const drawn =
    options.by === 'outlet'
      ? drawBars(points, queriesOf(table), options)
      : drawLines(points, queriesOf(table), { ...options, by: options.by });
  const chart = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector('svg');
  if (chart === null) throw new TypeError('a plot without a chart');
  // Our style sheet has these few rules: the page's policy lets no other in.
  for (const style of chart.querySelectorAll('style')) style.remove();
  // As a picture it has one name; its parts have none.
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  chart.setAttribute('font-family', FONT);
  chart.setAttribute('font-size', '12');
  chart.setAttribute('role', 'img');
  return chart;
}

const FONT = '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif';

function queriesOf({ series }: FrequencyTable): string[] {
  return series.map(({ query }) => query);
}

function drawLines(
  points: ChartPoint[],
  queries: string[],
  { by, measure, width, ink, marginTop = 28, t }: Options & { by: 'year' | 'quarter' | 'month' },
) {
  const keys = [...new Set(points.map(({ key }) => key))];
  const ticks = tickKeys(keys, by, Math.max(1, Math.floor(width / 90)));
  const names = new Map(ticks.map((key) => [timeOf(key), binLabel(key, by, t)]));
  const x = (point: ChartPoint) => new Date(timeOf(point.key));
  return Plot.plot({
    width,
    height: 250 + marginTop,
    marginTop,
    marginLeft: 60,
    marginRight: 36,
    ...frame(queries, ink),
    x: {
      type: 'utc',
      label: null,
      ticks: [...names.keys()].map((time) => new Date(time)),
      tickFormat: (date: Date) => names.get(date.getTime()) ?? '',
      tickSize: 4,
    },
    y: valueAxis(),
    symbol: { domain: queries, range: queries.map((_, index) => SYMBOLS[index % 5] ?? 'circle') },
    marks: [
      Plot.gridY({ stroke: ink.line, strokeOpacity: 1, ticks: TICKS }),
      valueName(measure, ink, 60, t),
      Plot.ruleY([0], { stroke: ink.quiet }),
      Plot.lineY(points, { x, y: 'value', stroke: 'query', strokeWidth: 1.8 }),
      Plot.dot(points, {
        x,
        y: 'value',
        fill: 'query',
        stroke: ink.paper,
        strokeWidth: 1,
        symbol: 'query',
        r: keys.length > 60 ? 2.5 : 4,
        title: (point: ChartPoint) => titleOf(point, by, measure, t),
      }),
    ],
  });
}

function drawBars(
  points: ChartPoint[],
  queries: string[],
  { by, measure, width, ink, marginTop = 40, t }: Options,
) {
  const outlets = [...new Set(points.map(({ key }) => key))];
  const row = Math.max(24, queries.length * 12 + 8);
  return Plot.plot({
    width,
    height: marginTop + 20 + outlets.length * row,
    marginTop,
    marginBottom: 20,
    marginLeft: 150,
    marginRight: 36,
    ...frame(queries, ink),
    x: { ...valueAxis(), axis: 'top' },
    y: { axis: null, domain: queries },
    fy: {
      domain: outlets,
      label: null,
      axis: 'left',
      padding: 0.2,
      tickFormat: (name: string) => shortened(name),
    },
    marks: [
      Plot.gridX({ stroke: ink.line, strokeOpacity: 1, ticks: TICKS }),
      valueName(measure, ink, 150, t),
      Plot.barX(points, {
        x: 'value',
        y: 'query',
        fy: 'key',
        fill: 'query',
        title: (point: ChartPoint) => titleOf(point, by, measure, t),
      }),
      Plot.ruleX([0], { stroke: ink.quiet }),
    ],
  });
}

function frame(queries: string[], ink: ChartInk) {
  return {
    color: {
      domain: queries,
      range: queries.map((_, index) => ink.series[index % ink.series.length] ?? ink.text),
    },
  };
}

/** Values that are written at the axis, about. */
const TICKS = 5;

function valueAxis() {
  return {
    // Plot's own stands at the upper edge, wherever the axis is.
    label: null,
    nice: true,
    zero: true,
    ticks: TICKS,
    tickFormat: (value: number) => formatNumber(value),
  };
}

/** What the values are, above their axis; `left` is the margin to its left. */
function valueName(
  measure: ChartChoice['measure'],
  ink: ChartInk,
  left: number,
  t: Translate,
): Plot.Text {
  return Plot.text([t(`analysis.chart.${measure}`)], {
    facet: 'super',
    frameAnchor: 'top-left',
    textAnchor: 'start',
    fill: ink.quiet,
    dx: 8 - left,
    dy: -24,
  });
}

function titleOf(
  { key, query, value }: ChartPoint,
  by: ChartChoice['by'],
  measure: ChartChoice['measure'],
  t: Translate,
): string {
  const said = measure === 'places' ? formatNumber(value) : decimal(value);
  return `${query}\n${binLabel(key, by, t)}: ${said}`;
}

function shortened(name: string): string {
  return name.length > 11 ? `${name.slice(0, 10)}…` : name;
}
