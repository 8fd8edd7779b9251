import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ZhaijiError } from '@shared/errors';
import type { BackupInfo } from '@shared/ipc';
import { app } from 'electron';
import { handle } from './ipc';

/** How many backups are kept; the oldest go first. */
const KEPT = 10;
const NAME = /^zhaiji-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.json\.gz$/;

/** Keeps copies of the archive outside IndexedDB, in `backups/` of the profile folder. */
export function setUpBackup(): void {
  handle('backup:write', async (_event, bytes) => {
    const folder = backupFolder();
    await mkdir(folder, { recursive: true });
    const name = nameAt(new Date());
    const temporary = join(folder, `.${name}.tmp`);
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
    const all = await list();
    for (const old of all.slice(KEPT)) await unlink(join(folder, old.name));
    return infoOf(name);
  });
  handle('backup:list', () => list());
  handle('backup:read', async (_event, name) => {
    try {
      return new Uint8Array(await readFile(join(backupFolder(), name)));
    } catch (error) {
      throw new ZhaijiError('file-unreadable', name, { cause: error });
    }
  });
}

function backupFolder(): string {
  return join(app.getPath('userData'), 'backups');
}

/** Newest first. */
async function list(): Promise<BackupInfo[]> {
  const names = await readdir(backupFolder()).catch(() => []);
  const ours = names.filter((name) => NAME.test(name)).sort((a, b) => (a < b ? 1 : -1));
  return Promise.all(ours.map(infoOf));
}

async function infoOf(name: string): Promise<BackupInfo> {
  const { size } = await stat(join(backupFolder(), name));
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  return { name, time: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, size };
}

function nameAt(time: Date): string {
  const digits = time.toISOString().replace(/\D/g, '');
  return `zhaiji-${digits.slice(0, 8)}-${digits.slice(8, 14)}.json.gz`;
}
