// The main process of a measuring page: hidden, at the reader's own address, so that it finds the
// database that an import has filled, and nothing of the reader beside it. Prints what its `measure`
// answers.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

const { BENCH_PROFILE, BENCH_PAGE, BENCH_ARGUMENT } = process.env;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

app.setPath('userData', BENCH_PROFILE);
app.setPath('sessionData', BENCH_PROFILE);
app.disableHardwareAcceleration();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.whenReady().then(async () => {
  protocol.handle('app', async (request) => {
    const file = path.join(BENCH_PAGE, new URL(request.url).pathname);
    const type = TYPES[path.extname(file)] ?? 'text/plain';
    return new Response(await readFile(file), { headers: { 'content-type': type } });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { backgroundThrottling: false },
  });
  window.webContents.on('render-process-gone', () => app.exit(1));
  try {
    await window.loadURL('app://zhaiji/index.html');
    const result = await window.webContents.executeJavaScript(`measure(${BENCH_ARGUMENT})`);
    process.stdout.write(`${JSON.stringify(result)}\n`, () => app.exit(0));
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
});
