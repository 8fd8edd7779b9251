import os from 'node:os';

/** What the project promises. Milliseconds. */
const MAX_RATIO = 2;
const MAX_FRAME = 50;
const MAX_ADD = 16;

/** Prints what was measured. */
export function printReport({
  characters,
  count,
  bare,
  annotated,
  unmarked,
  scrolled,
  added,
  chromium,
}) {
  const ratio = median(annotated) / median(bare);
  const work = p95(added.map((one) => one.work));
  const load = os.loadavg().map((one) => one.toFixed(1));
  const rows = [
    ['article', `${characters} characters`],
    ['Chromium', chromium],
    ['open without annotations', milliseconds(median(bare))],
    [`open with ${Math.round(count / 4)}`, milliseconds(median(annotated))],
    ['with / without', ratio.toFixed(2) + over(ratio, MAX_RATIO)],
    ['scroll without annotations', scrolling(unmarked)],
    [`scroll with ${count}`, scrolling(scrolled)],
    [
      'frames over 50 ms',
      `${slow(unmarked)} without, ${slow(scrolled)} with${over(slow(scrolled), 0)}`,
    ],
    ['work over 50 ms', `${unmarked.long.length} without, ${scrolled.long.length} with`],
    [
      `add a highlight (${added.length})`,
      `p50 ${milliseconds(median(added.map((one) => one.work)))}`,
    ],
    ['key to drawn, p95', milliseconds(work) + over(work, MAX_ADD)],
    ['with the beat, p95', milliseconds(p95(added.map((one) => one.paint)))],
    ['load average', load.join(' ')],
  ];
  for (const [name, value] of rows) process.stdout.write(`${String(name).padEnd(28)}${value}\n`);
}

function slow({ frames }) {
  return frames.filter((frame) => frame > MAX_FRAME).length;
}

function scrolling({ frames }) {
  const longest = milliseconds(Math.max(...frames));
  return `${frames.length} frames, p50 ${milliseconds(median(frames))}, longest ${longest}`;
}

function median(times) {
  return at(times, 0.5);
}

function p95(times) {
  return at(times, 0.95);
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function milliseconds(time) {
  return `${time.toFixed(1)} ms`;
}

function over(value, limit) {
  return value > limit ? ' (over the target)' : '';
}
