import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from './launch';

/** A `zhaiji …` that is still running. */
export interface RunningCli {
  /** Resolves when so many lines have been printed, or at the end. */
  printed(count: number): Promise<void>;
  /** Ends it and everything that it started at once, as a power cut would. */
  kill(): Promise<void>;
  /** Resolves when it has ended. */
  ended: Promise<void>;
  /** Lines printed so far. */
  lines: string[];
}

/** Starts `zhaiji …` in a process group of its own. */
export function startZhaiji(profile: string, ...args: string[]): RunningCli {
  const child = spawn(
    process.execPath,
    [path.join(PROJECT, 'build/cli.mjs'), '--archive', profile, ...args],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LANG: 'zh_CN.UTF-8', INIT_CWD: path.dirname(profile) },
    },
  );
  const lines: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const wake = (count: number) => {
    for (const each of waiting) if (each.count <= count) each.resolve();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    wake(lines.length);
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      wake(Number.POSITIVE_INFINITY);
      resolve();
    });
  });
  return {
    lines,
    ended,
    printed: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, resolve });
        wake(lines.length);
      }),
    async kill() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
