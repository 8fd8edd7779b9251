import { resolve } from 'node:path';
import { app } from 'electron';

export type Launch =
  | { mode: 'window'; profile: string | null; files: string[] }
  | { mode: 'cli'; args: string[]; cwd: string; profile: string | null };

const CLI_COMMANDS = ['import', 'list', 'show', 'search', 'annotate', 'export', 'check'];

/**
 * What this start is for. In development the launchers put the command line into the environment,
 * because Chromium would take some of its switches for its own.
 */
export function readLaunch(): Launch {
  const fromEnvironment = process.env.ZHAIJI_CLI === '1';
  const args = fromEnvironment
    ? parseArgs(process.env.ZHAIJI_ARGV)
    : ownArguments(process.argv, process.defaultApp === true);
  const cwd = process.env.ZHAIJI_CWD ?? process.cwd();
  const profile = profileOf(args, cwd);
  if (fromEnvironment || isCommandLine(args)) return { mode: 'cli', args, cwd, profile };
  return { mode: 'window', profile, files: filesOf(args, cwd) };
}

/** The paths among a window start's arguments, absolute. */
export function filesOf(args: string[], cwd: string): string[] {
  const files: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--archive') i += 1;
    else if (arg !== '' && !arg.startsWith('-')) files.push(resolve(cwd, arg));
  }
  return files;
}

function isCommandLine(args: string[]): boolean {
  const first = args[0];
  return first !== undefined && (CLI_COMMANDS.includes(first) || first === '--help');
}

function parseArgs(json: string | undefined): string[] {
  const value: unknown = json === undefined ? [] : JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}

/** The arguments after the executable and, in development, after the app's own path. */
function ownArguments(argv: string[], development: boolean): string[] {
  if (!development) return argv.slice(1).filter((arg) => !isChromiumSwitch(arg));
  const appPath = app.getAppPath();
  const at = argv.findIndex((arg, index) => index > 0 && resolve(arg) === appPath);
  return argv.slice(at === -1 ? argv.length : at + 1);
}

/** Switches that Chromium or the desktop adds when it starts a second instance. */
function isChromiumSwitch(arg: string): boolean {
  return /^--(no-sandbox|allow-file-access|original-process-start-time|enable-|disable-|remote-)/.test(
    arg,
  );
}

function profileOf(args: string[], cwd: string): string | null {
  const at = args.findIndex((arg) => arg === '--archive' || arg.startsWith('--archive='));
  if (at === -1) return null;
  const arg = args[at] ?? '';
  const value = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[at + 1];
  return value === undefined || value === '' ? null : resolve(cwd, value);
}
