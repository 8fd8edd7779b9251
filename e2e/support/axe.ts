import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds serious or critical on the screen as it is now, each with the elements it means. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // What still fades in has colours that are nobody's.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
        return `${id}: ${html.slice(0, 160)} ${why}`;
      }),
    );
}
