import { spawn } from 'node:child_process';
import { commandExists, hasDisplay } from './linux-packages.mjs';
import { UserError } from './log.mjs';

const START_LIMIT_MS = 10_000;

/**
 * A display for Electron: the one there is, or an Xvfb of our own (the
 * `xvfb-run` script is not used because it waits three seconds).
 *
 * @returns {Promise<{ display: string | null, virtual: boolean, stop: () => void }>}
 *   `display` is the value for DISPLAY, null where nothing has to be set
 */
export async function openDisplay() {
  if (process.platform !== 'linux' || hasDisplay()) {
    return { display: null, virtual: false, stop: () => {} };
  }
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  // setpriv ends it with us even when we are killed outright and cannot clean up.
  const [command, ...before] = commandExists('setpriv')
    ? ['setpriv', '--pdeathsig', 'TERM', 'Xvfb']
    : ['Xvfb'];
  const server = spawn(command, [...before, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // Its own process group, so that Ctrl+C ends Electron first and the display last.
    detached: true,
  });
  const stop = () => server.kill('SIGTERM');
  process.once('exit', stop);
  const number = await firstLine(server).catch((error) => {
    stop();
    throw error;
  });
  server.unref();
  return { display: `:${number}`, virtual: true, stop };
}

/** Resolves to the display number that Xvfb writes once it accepts connections. */
function firstLine(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    const pipe = server.stdio[3];
    const fail = (why) =>
      reject(
        new UserError(
          `Xvfb, the display for machines without one, ${why}. Run: node build/setup.mjs`,
        ),
      );
    const timer = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    server.once('error', () => fail('is not installed'));
    server.once('exit', () => fail('ended at once'));
    pipe.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      server.removeAllListeners('exit');
      pipe.destroy();
      resolve(text.trim());
    });
  });
}
