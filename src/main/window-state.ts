import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200),
  height: z.number().int().min(200),
  maximized: z.boolean(),
});

interface WindowState {
  bounds: { x?: number; y?: number; width: number; height: number };
  maximized: boolean;
}

/** Where the window was last time, when that is still on a screen. */
export function readWindowState(): WindowState {
  const fallback = { bounds: { width: 1280, height: 800 }, maximized: false };
  try {
    const { maximized, ...bounds } = stateSchema.parse(JSON.parse(readFileSync(path(), 'utf8')));
    return isOnScreen(bounds) ? { bounds, maximized } : { ...fallback, maximized };
  } catch {
    // Nothing was kept, or it cannot be read: the window simply opens at its usual size.
    return fallback;
  }
}

/** Remembers the window's place whenever it closes. */
export function keepWindowState(window: BrowserWindow): void {
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(`${path()}.tmp`, JSON.stringify(state));
      renameSync(`${path()}.tmp`, path());
    } catch {
      // The place of a window is not worth an error on closing.
    }
  });
}

function path(): string {
  return join(app.getPath('userData'), 'window-state.json');
}

function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
    const height = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
    return (
      width - Math.max(bounds.x, workArea.x) > 100 && height - Math.max(bounds.y, workArea.y) > 60
    );
  });
}
