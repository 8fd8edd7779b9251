import { app } from 'electron';
import { filesOf, type Launch } from './launch';
import { showFiles } from './window';

/**
 * One window per archive: a second start hands its files to the first and ends. False when this is
 * the second.
 */
export function setUpSingleInstance(launch: Launch & { mode: 'window' }): boolean {
  const first = app.requestSingleInstanceLock({ files: launch.files });
  if (!first) {
    process.stderr.write('Zhaiji is already open with this archive; its window is used.\n');
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, argv, cwd, data) => {
    void showFiles(filesIn(data) ?? filesOf(argv.slice(1), cwd));
  });
  return true;
}

function filesIn(data: unknown): string[] | null {
  if (typeof data !== 'object' || data === null || !('files' in data)) return null;
  return Array.isArray(data.files) ? data.files.map(String) : null;
}
