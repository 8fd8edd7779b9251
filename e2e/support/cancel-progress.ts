import type { Page } from '@playwright/test';

/** Presses the progress dialog's way out as soon as it is there; resolves then. */
export function cancelWhenTold(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          const dialog = document.querySelector('[role=progressbar]')?.closest('[role=dialog]');
          const button = [...(dialog?.querySelectorAll('button') ?? [])].at(-1);
          if (button === undefined) return;
          watch.disconnect();
          button.click();
          resolve();
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }),
  );
}
