import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Launch } from './launch';

/** Points Electron at the archive's profile folder: `--archive DIR`, else the system's place. */
export function setUpProfile(launch: Launch): void {
  const profile = launch.profile ?? join(app.getPath('appData'), 'zhaiji');
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', profile);
  app.setPath('sessionData', profile);
}
