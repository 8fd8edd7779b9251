import type { CDPSession } from '@playwright/test';

/** Shows letters as an input method does, one after the other, without choosing words for them. */
export async function spell(cdp: CDPSession, spelling: string): Promise<void> {
  for (let length = 1; length <= spelling.length; length += 1) {
    const text = spelling.slice(0, length);
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
  }
}

/** Types as an input method does: letters first, which the chosen words then take the place of. */
export async function compose(cdp: CDPSession, spelling: string, words: string): Promise<void> {
  await spell(cdp, spelling);
  await cdp.send('Input.insertText', { text: words });
}

/** A key that the input method takes for itself while it composes. */
export async function composingKey(cdp: CDPSession, key: string): Promise<void> {
  const press = { key, code: key, windowsVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
}
