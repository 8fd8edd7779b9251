import os from 'node:os';

/** What the project promises. Milliseconds. */
const MAX_RATIO = 2;
const MAX_FRAME = 50;
const MAX_ADD = 16;

/** Prints what was measured: each figure of the article with annotations beside one of the same run without. */
export function printReport({ characters, count, opened, scrolled, added, chromium }) {
  const ratio = median(opened.long) / median(opened.bare);
  const load = os.loadavg().map((one) => one.toFixed(1));
  const rows = [
    ['articles', `${characters} characters`, ''],
    ['Chromium', chromium, ''],
    ['', 'without', 'with annotations'],
    [`open (${Math.round(count / 4)})`, time(median(opened.bare)), time(median(opened.long))],
    ['with / without', '', ratio.toFixed(2) + over(ratio, MAX_RATIO)],
    ...both(`tasks over 50 ms, open (${count})`, scrolled, ({ tasks }) => tasksOf(tasks)),
    [`scroll (${count}), frames`, scrolled.bare.frames.length, scrolled.long.frames.length],
    ...both('between frames, p50', scrolled, ({ frames }) => time(median(frames))),
    ...both('between frames, p99', scrolled, ({ frames }) => time(at(frames, 0.99))),
    ...both('over 50 ms', scrolled, ({ frames }) => slow(frames)),
    ...both('work in a frame, p50', scrolled, ({ processor }) => time(median(processor))),
    ...both('work in a frame, p99', scrolled, ({ processor }) => time(at(processor, 0.99))),
    ...both('work in a frame, most', scrolled, ({ processor }) => time(Math.max(...processor))),
    ...both('work over 50 ms', scrolled, ({ processor }) => slow(processor)),
    ['', 'bare page', 'program'],
    ['key to drawn, highlights', added.bare.length, added.long.length],
    ...both('p50', added, (all) => time(median(all.map(({ work }) => work)))),
    ...both('p95', added, (all) => target(at(work(all), 0.95))),
    ...both('with the beat, p95', added, (all) =>
      time(
        at(
          all.map(({ paint }) => paint),
          0.95,
        ),
      ),
    ),
    ...both('work, p50', added, (all) => time(median(all.map(({ processor }) => processor)))),
    ...both('work, p95', added, (all) =>
      target(
        at(
          all.map(({ processor }) => processor),
          0.95,
        ),
      ),
    ),
    ['load average', load.join(' '), ''],
  ];
  for (const [name, bare, long] of rows) {
    process.stdout.write(`${String(name).padEnd(30)}${String(bare).padEnd(22)}${long}\n`);
  }
}

function both(name, { bare, long }, figure) {
  return [[name, figure(bare), figure(long)]];
}

function work(all) {
  return all.map((one) => one.work);
}

function tasksOf(tasks) {
  if (tasks.length === 0) return '0';
  return `${tasks.length}, longest ${time(Math.max(...tasks))}${over(tasks.length, 0)}`;
}

function slow(frames) {
  const count = frames.filter((frame) => frame > MAX_FRAME).length;
  return count + over(count, 0);
}

function target(milliseconds) {
  return time(milliseconds) + over(milliseconds, MAX_ADD);
}

function median(times) {
  return at(times, 0.5);
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function time(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`;
}

function over(value, limit) {
  return value > limit ? ' (over)' : '';
}
