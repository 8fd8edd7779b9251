import type { Page } from '@playwright/test';

/** Drags files of the disk, or a text (as HTML too) from another program, over the window and drops them there. */
export async function drop(
  page: Page,
  { files = [], text, html }: { files?: string[]; text?: string; html?: string },
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const items = [
    ...(text === undefined ? [] : [{ mimeType: 'text/plain', data: text }]),
    ...(html === undefined ? [] : [{ mimeType: 'text/html', data: html }]),
  ];
  const data = { items, files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
}
