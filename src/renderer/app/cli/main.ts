import { openArchive } from '@renderer/archive/open';
import { bridge } from '@renderer/bridge';
import { setLanguage } from '@renderer/i18n';
import { errorText } from '../error-text';
import { runRequest } from './run-request';

/** The command line's page: runs one request with the same use cases as the window. */
async function run(): Promise<void> {
  setLanguage((await bridge.info()).language);
  try {
    await openArchive();
    await bridge.cliDone(await runRequest(await bridge.cliRequest(), bridge));
  } catch (error) {
    const subject = error instanceof Error ? error.message : String(error);
    await bridge.cliMessage(`zhaiji: ${errorText(error)} (${subject})`);
    await bridge.cliDone(1);
  }
}

void run();
