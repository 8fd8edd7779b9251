// What runs inside the program's page. Each function is sent there alone and knows nothing outside.

/**
 * Types a phrase into the search, a character at a time, and answers milliseconds from each until the
 * list that answers it is painted, and the main thread's tasks of over 50 ms meanwhile.
 */
export async function typePhrase(phrase) {
  const pane = document.querySelector('search');
  const field = pane.querySelector('input, textarea');
  const status = pane.querySelector('[role=status]');
  const setValue = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
  const tasks = [];
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  });
  watch.observe({ type: 'longtask' });
  const times = [];
  field.focus();
  for (let length = 0; length <= phrase.length; length += 1) {
    const began = performance.now();
    setValue.call(field, phrase.slice(0, length));
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const isDone = status.getAttribute('aria-busy') !== 'true';
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      if (isDone) break;
      if (performance.now() - began > 30_000) throw new Error(`${phrase} was never answered`);
    }
    if (length > 0) times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  watch.disconnect();
  return { times, tasks };
}

/** Scrolls the longest list on the screen by 60 leaps and answers the tasks of over 50 ms. */
export async function scrollList(selector) {
  const list = document.querySelector(selector);
  if (list === null) throw new Error(`There is no ${selector}`);
  let view = list;
  while (view.scrollHeight <= view.clientHeight + 1) view = view.parentElement;
  const tasks = [];
  const watch = new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries()) tasks.push(entry.duration);
  });
  watch.observe({ type: 'longtask' });
  for (let leap = 0; leap < 60; leap += 1) {
    view.scrollTop = leap < 40 ? leap * 300 : (leap / 60) * view.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  watch.disconnect();
  return tasks;
}
