import { app } from 'electron';

/**
 * How V8 grows the memory of a page and of each worker. By itself it lets a heap grow to twice or four
 * times of what is in use before it looks for garbage (here a third more), and new objects have 16 MB (here 4),
 * which also decides how long large arrays of numbers stay that nobody needs. Not less: a look takes time.
 */
const HEAP = '--heap-growing-percent=30 --max-semi-space-size=4';

/** Keeps all processes small. Has to be called before the app is ready. */
export function setUpMemory(): void {
  addTo('js-flags', HEAP, ' ');
  if (process.platform !== 'linux') return;
  // GTK is here for its dialogs alone. To look what OpenGL could do it would load a driver into the main
  // process, 30 MB in some places. Programs that are started from here are to know nothing of it.
  const before = process.env.GDK_GL;
  process.env.GDK_GL ??= 'disable';
  void app.whenReady().then(() => {
    if (before === undefined) delete process.env.GDK_GL;
  });
  // No request leaves the program, so that a process for the network does nothing but take room. Chromium
  // gives it no sandbox on Linux: nothing is less apart than it was.
  addTo('enable-features', 'NetworkServiceInProcess2', ',');
}

/** What was given to the program comes last, and so it wins. */
function addTo(name: string, value: string, separator: string): void {
  const given = app.commandLine.getSwitchValue(name);
  app.commandLine.appendSwitch(name, given === '' ? value : `${value}${separator}${given}`);
}
