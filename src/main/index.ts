import { app } from 'electron';
import { setUpBackup } from './backup';
import { runCli } from './cli/run';
import { setUpFiles } from './files';
import { setUpFolders } from './folders';
import { readLaunch } from './launch';
import { setUpLinks } from './links';
import { setUpMemory } from './memory';
import { setUpMenu } from './menu';
import { setUpPdf } from './pdf';
import { setUpProfile } from './profile';
import { setUpProtocol, setUpScheme } from './protocol';
import { setUpSecurity } from './security';
import { setUpSingleInstance } from './single-instance';
import { setUpWindow } from './window';

const launch = readLaunch();
setUpMemory();
setUpProfile(launch);
setUpScheme();
setUpSecurity();
setUpFiles();
setUpFolders();
setUpPdf();
setUpBackup();
setUpLinks();
setUpMenu();

if (launch.mode === 'cli') {
  void runCli(launch);
} else if (setUpSingleInstance(launch)) {
  void app.whenReady().then(() => {
    setUpProtocol();
    setUpWindow(launch);
  });
}
