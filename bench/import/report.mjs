import os from 'node:os';

/** What the project promises: at most so many times the bare write, at most so much memory. */
const MAX_RATIO = 2;
const MAX_RENDERER = 600 * 1000 * 1000;

/** Prints what was measured. */
export function printReport({ written, imported, check, bare }) {
  const time = imported.ended - imported.firstLine;
  const usage = imported.usage ?? {};
  const ratio = time / bare.relaxed;
  const rows = [
    ['texts', `${written.articles} articles, ${millions(written.characters)} characters`],
    ['', `${written.files} files, ${millions(written.bytes)} bytes`],
    ['imported', `${imported.articles} articles of ${imported.files} files`],
    ['failed or skipped files', imported.failed],
    ['found to be duplicates', imported.duplicates],
    ['check', check.ok ? 'ok' : `NOT OK: ${check.problems?.length ?? 'it did not run'}`],
    ['import, first file to end', seconds(time)],
    ['import with start', seconds(imported.ended - imported.started)],
    ['articles a second', Math.round((1000 * imported.articles) / time)],
    ['bare bulkAdd, relaxed', `${seconds(bare.relaxed)} (${bare.articles} articles)`],
    ['bare bulkAdd, strict', seconds(bare.strict)],
    ['import / bare, relaxed', ratio.toFixed(2) + over(ratio, MAX_RATIO)],
    ['import / bare, strict', (time / bare.strict).toFixed(2)],
    ['processor time, renderer', seconds(usage.rendererTime)],
    ['processor time, browser', seconds(usage.browserTime)],
    ['peak memory, renderer', bytes(usage.renderer) + over(usage.renderer, MAX_RENDERER)],
    ['peak memory, browser', bytes(usage.browser)],
    ['peak memory, all at once', bytes(usage.sum)],
    [
      'load average',
      os
        .loadavg()
        .map((load) => load.toFixed(1))
        .join(' '),
    ],
  ];
  for (const [name, value] of rows) process.stdout.write(`${String(name).padEnd(28)}${value}\n`);
}

function millions(count) {
  return `${(count / 1e6).toFixed(1)} million`;
}

/** `undefined` where it cannot be measured. */
function seconds(milliseconds) {
  return milliseconds === undefined ? '–' : `${(milliseconds / 1000).toFixed(1)} s`;
}

function bytes(count) {
  return count === undefined ? '–' : `${Math.round(count / 1e6)} MB`;
}

function over(value, limit) {
  return value > limit ? ' (over the target)' : '';
}
