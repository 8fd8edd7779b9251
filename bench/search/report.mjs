import os from 'node:os';

/** What the project promises. Milliseconds, bytes. */
const MAX_START = 1.5;
const MAX_TYPING = 50;
const MAX_MEMORY = 900e6;
const MAX_PAGED = 500e6;
/** Work that takes longer says how far it is. */
const MAX_SILENT = 1000;
/** UTF-16 code units from which on postings are paged. */
const PAGED_FROM = 50e6;

/** Prints the archive and each kind of query against the scan. */
export function printEngine(built, engine) {
  const { articles, characters, load, tidy, scanLoad, measured, compared, wrong } = engine;
  const isPaged = characters > PAGED_FROM;
  print('archive', `${articles} articles, ${(characters / 1e6).toFixed(1)} million characters`);
  if (built !== null) print('import with index', seconds(built));
  print('first answer after', `${seconds(load)}, postings ${isPaged ? 'paged' : 'in memory'}`);
  print('all tidied after', seconds(tidy));
  print('texts read for the scan in', seconds(scanLoad));
  const head = ['', 'places', 'p50', 'p95', 'whole p50', 'whole p95', 'scan p50', 'scan p95'];
  head.push('scan / index');
  const rows = measured.map(({ kind, index, whole, scan, total }) => [
    kind,
    String(at(total, 0.5)),
    milliseconds(at(index, 0.5)),
    milliseconds(at(index, 0.95)),
    milliseconds(at(whole, 0.5)),
    milliseconds(at(whole, 0.95)),
    milliseconds(at(scan, 0.5)),
    milliseconds(at(scan, 0.95)),
    (at(scan, 0.5) / at(index, 0.5)).toFixed(1),
  ]);
  if (rows.length > 0) printTable([head, ...rows]);
  printAnalyses(engine);
  if (compared > 0) print('answers compared', `${compared}, of which ${wrong.length} differ`);
  for (const each of wrong.slice(0, 10)) print('', each);
}

/** Of the whole archive, each asked twice. */
function printAnalyses({ analyses, characters }) {
  if (analyses.length === 0) return;
  const head = ['analysis', 'first', 'again', 'bare', 'first / bare', 'M chars/s', 'silent'];
  const rows = analyses.map(({ kind, first, again, bare, silent }) => [
    kind,
    seconds(first),
    seconds(again),
    seconds(bare),
    (first / bare).toFixed(2),
    (characters / 1000 / first).toFixed(1),
    milliseconds(silent) + over(silent, MAX_SILENT),
  ]);
  printTable([head, ...rows]);
}

function printTable(rows) {
  for (const row of rows) {
    const cells = row.slice(1).map((cell) => cell.padStart(13));
    process.stdout.write(`${(row[0] ?? '').padEnd(28)}${cells.join('')}\n`);
  }
}

/** Prints how the window is with this archive, and with an empty one. */
export function printWindow({ engine, bare, full }) {
  const isPaged = engine.characters > PAGED_FROM;
  const ratio = at(full.start, 0.5) / at(bare.start, 0.5);
  print('start, empty archive', milliseconds(at(bare.start, 0.5)));
  print('start, this archive', milliseconds(at(full.start, 0.5)));
  print('this / empty', ratio.toFixed(2) + over(ratio, MAX_START));
  const typing = at(full.typing, 0.95);
  print(
    'key to painted list',
    `p50 ${milliseconds(at(full.typing, 0.5))}, p95 ${milliseconds(typing)}${over(typing, MAX_TYPING)}`,
  );
  if (full.first !== null) {
    print('the very first key, until the index is loaded', milliseconds(full.first));
  }
  print('tasks over 50 ms, typing', tasks(full.typingTasks));
  print('tasks over 50 ms, scrolling', tasks(full.scrollTasks));
  if (full.memory !== null) {
    const limit = isPaged ? MAX_PAGED : MAX_MEMORY;
    print(
      'memory of all processes',
      `${Math.round(full.memory / 1e6)} MB${over(full.memory, limit)}`,
    );
  }
  const load1 = os.loadavg().map((each) => each.toFixed(1));
  print('Node, load average', `${process.version}, ${load1.join(' ')}`);
}

function tasks(durations) {
  const longest = durations.length === 0 ? '' : `, longest ${milliseconds(Math.max(...durations))}`;
  return `${durations.length}${longest}${over(durations.length, 0)}`;
}

function print(name, value) {
  process.stdout.write(`${name.padEnd(28)}${value}\n`);
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function seconds(time) {
  return `${(time / 1000).toFixed(1)} s`;
}

function milliseconds(time) {
  return `${time.toFixed(1)} ms`;
}

function over(value, limit) {
  return value > limit ? ' (over the target)' : '';
}
