import type { FrequencyTable } from '@domain/search/stats/frequency';
import type { Translate } from '@renderer/i18n';
import type { ChartChoice } from './chart-data';
import { drawChart, PRINT_INK, SIGNS } from './draw-chart';

/** CSS pixels; fit for a page in landscape or a slide. */
const WIDTH = 960;
/** Pixels of a picture for each CSS pixel. */
const SCALE = 2;
const LINE = 20;
const SVG = 'http://www.w3.org/2000/svg';

/** The chart as a file that stands for itself: on white, with the queries and no style sheet. */
export function chartSvg(table: FrequencyTable, choice: ChartChoice, t: Translate): string {
  const { series } = table;
  const chart = drawChart(table, {
    ...choice,
    width: WIDTH,
    ink: PRINT_INK,
    marginTop: 52 + series.length * LINE,
    t,
  });
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', PRINT_INK.paper);
  chart.prepend(paper);
  series.forEach(({ query }, index) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', '8');
    text.setAttribute('y', String(22 + index * LINE));
    text.setAttribute('text-anchor', 'start');
    text.setAttribute('fill', PRINT_INK.text);
    const sign = document.createElementNS(SVG, 'tspan');
    sign.setAttribute('fill', PRINT_INK.series[index % PRINT_INK.series.length] ?? '');
    sign.textContent = `${SIGNS[index % SIGNS.length]} `;
    text.append(sign, query);
    chart.append(text);
  });
  chart.setAttribute('fill', PRINT_INK.text);
  chart.setAttribute('color', PRINT_INK.text);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(chart)}\n`;
}

/** The same as a picture. */
export async function chartPng(
  table: FrequencyTable,
  choice: ChartChoice,
  t: Translate,
): Promise<Uint8Array> {
  const address = URL.createObjectURL(
    new Blob([chartSvg(table, choice, t)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth * SCALE, image.naturalHeight * SCALE);
    const context = canvas.getContext('2d');
    if (context === null) throw new TypeError('no canvas to draw on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
