/**
 * Does something in a page and tells how long the page's own thread had worked at each
 * `console.timeStamp('bench-…')` in it: processor time, which other programs do not lengthen by taking
 * the processor (they still do by filling its caches).
 *
 * @template R
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<R>} work
 * @returns {Promise<{ result: R, stamps: { name: string, time: number }[] }>} milliseconds
 */
export async function processorTimes(page, work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const includedCategories = ['devtools.timeline'];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  });
  const result = await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const stamps = events
    .filter(({ name, args }) => name === 'TimeStamp' && /^bench-/.test(args.data.message))
    .sort((a, b) => a.ts - b.ts)
    .map(({ args, tts }) => ({ name: args.data.message, time: tts / 1000 }));
  return { result, stamps };
}
