// What runs inside the program's page. Each function is sent there alone and knows nothing outside.

/** Ids and texts of all articles. */
export async function allTexts() {
  const opened = indexedDB.open('zhaiji');
  await new Promise((resolve) => {
    opened.onsuccess = resolve;
  });
  const request = opened.result.transaction('articleTexts').objectStore('articleTexts').getAll();
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  opened.result.close();
  return request.result.map(({ articleId, text }) => ({ id: articleId, text }));
}

/**
 * Opens the code browser by its key. Answers milliseconds until it says that it works (or has passages),
 * until the first passages are drawn, and how long the main thread was taken where that was over 50.
 */
export async function openBrowser() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const long = [];
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) long.push(entry.duration);
  });
  watch.observe({ type: 'long-animation-frame' });
  const began = performance.now();
  const key = { key: 'B', code: 'KeyB', ctrlKey: true, shiftKey: true, bubbles: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, cancelable: true }));
  let answered = Number.NaN;
  for (;;) {
    await frame();
    const now = performance.now() - began;
    const browser = document.querySelector('main section[aria-label]');
    if (Number.isNaN(answered) && browser?.querySelector('h1') != null) answered = now;
    if (browser?.querySelector('li input[type=checkbox]') != null) break;
    if (now > 120_000) throw new Error('The code browser showed nothing');
  }
  await frame();
  const shown = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 800));
  watch.disconnect();
  return { answered, shown, long };
}

/** Scrolls the passages by a sixth of a screen each frame, as often as asked. */
export async function scrollPassages(steps) {
  let view = document.querySelector('main li input[type=checkbox]');
  while (!/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
  const frames = [];
  let before = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let step = 0; step < steps; step += 1) {
    view.scrollTop += view.clientHeight / 6;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - before);
    before = now;
  }
  return frames;
}

/** Milliseconds from ticking the first passage in view until the tick is drawn. */
export async function tickPassage() {
  const began = performance.now();
  const box = document.querySelector('main li input[type=checkbox]:not(:checked)');
  box.click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  if (!box.checked) throw new Error('The passage was not ticked');
  return performance.now() - began;
}
