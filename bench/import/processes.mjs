import { readdirSync, readFileSync } from 'node:fs';

/** Looking takes processor time from what is measured: some 7 ms each time. */
const EVERY_MS = 300;
/** Linux counts processor time in hundredths of a second for everybody (`USER_HZ`). */
const TICK_MS = 10;

/**
 * What a process and all below it used. Memory in bytes: the most that any renderer process and the
 * process itself ever held (VmHWM), and that all held at once (VmRSS, shared pages counted in each).
 * Processor time in milliseconds, of user and system together.
 *
 * @typedef {{ renderer: number, browser: number, sum: number, rendererTime: number,
 *   browserTime: number }} Usage
 */

/**
 * Watches the memory and processor time of an app until `stop` is called. Linux only.
 *
 * @param {number} pid of the browser process
 * @returns {{ stop(): Usage | null }}
 */
export function watchProcesses(pid) {
  if (process.platform !== 'linux') return { stop: () => null };
  const usage = { renderer: 0, browser: 0, sum: 0, rendererTime: 0, browserTime: 0 };
  const look = () => {
    let sum = 0;
    for (const each of processTree(pid)) {
      const memory = memoryOf(each);
      if (memory === null) continue;
      sum += memory.now;
      if (each === pid) {
        usage.browser = Math.max(usage.browser, memory.peak);
        usage.browserTime = Math.max(usage.browserTime, timeOf(each));
      } else if (isRenderer(each)) {
        usage.renderer = Math.max(usage.renderer, memory.peak);
        usage.rendererTime = Math.max(usage.rendererTime, timeOf(each));
      }
    }
    usage.sum = Math.max(usage.sum, sum);
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return usage;
    },
  };
}

/**
 * What a process and all below it hold now: bytes in memory, what they share counted once (PSS).
 * `null` where it cannot be measured.
 *
 * @param {number} pid
 * @returns {number | null}
 */
export function memoryNow(pid) {
  if (process.platform !== 'linux') return null;
  const shares = processTree(pid).map((each) => {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  });
  return shares.reduce((sum, share) => sum + share, 0);
}

/** The process and all that it started, directly or not. */
function processTree(root) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statOf(name)[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function isRenderer(pid) {
  return read(`/proc/${pid}/cmdline`).includes('--type=renderer');
}

function timeOf(pid) {
  const stat = statOf(pid);
  return (Number(stat[11]) + Number(stat[12])) * TICK_MS;
}

/** The fields from the third on: the second, the command's name in brackets, may hold anything. */
function statOf(pid) {
  return (read(`/proc/${pid}/stat`).split(') ').at(-1) ?? '').split(' ');
}

function memoryOf(pid) {
  const status = read(`/proc/${pid}/status`);
  const kilobytes = (field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  const peak = kilobytes('VmHWM') * 1024;
  return Number.isNaN(peak) ? null : { peak, now: kilobytes('VmRSS') * 1024 };
}

/** Empty when the process has ended in the meantime. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
