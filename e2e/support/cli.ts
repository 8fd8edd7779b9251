import { spawn } from 'node:child_process';
import path from 'node:path';
import { PROJECT } from './launch';

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output, parsed line by line. */
  json: unknown[];
}

/** The same for a reader of standard output that begins only when standard error has certain words. */
export function zhaijiReadLate(until: string, profile: string, ...args: string[]): Promise<CliRun> {
  return run(profile, args, until);
}

/** Runs `zhaiji …` as a user would in development, on an archive of its own. */
export function zhaiji(profile: string, ...args: string[]): Promise<CliRun> {
  return run(profile, args, null);
}

function run(profile: string, args: string[], until: string | null): Promise<CliRun> {
  const child = spawn(
    process.execPath,
    [path.join(PROJECT, 'build/cli.mjs'), '--archive', profile, ...args],
    { env: { ...process.env, LANG: 'zh_CN.UTF-8', INIT_CWD: path.dirname(profile) } },
  );
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    const read = () =>
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
    if (until === null) read();
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const before = stderr;
      stderr += text;
      if (until !== null && stderr.includes(until) && !before.includes(until)) read();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr, json: args.includes('--json') ? parseLines(stdout) : [] });
    });
  });
}

function parseLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
