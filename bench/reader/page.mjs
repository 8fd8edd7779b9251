// What runs inside the program's page. Each function is sent there alone and knows nothing outside.

/** The id and text of the article with a title. */
export async function storedTexts(title) {
  const finished = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await finished(indexedDB.open('zhaiji'));
  const read = (table) => finished(database.transaction(table).objectStore(table).getAll());
  const article = (await read('articles')).find((one) => one.title === title);
  const stored = (await read('articleTexts')).find((one) => one.articleId === article.id);
  database.close();
  return { id: article.id, text: stored.text };
}

/** Writes rows past the program. */
export async function storeAnnotations(annotations) {
  const opened = indexedDB.open('zhaiji');
  await new Promise((resolve) => {
    opened.onsuccess = resolve;
  });
  const database = opened.result;
  const transaction = database.transaction(['annotations', 'tags', 'notes'], 'readwrite');
  for (const { table, row } of annotations.flat()) transaction.objectStore(table).put(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

/**
 * Milliseconds from the click on an article in the list until text, cards and marks are painted, and of the
 * tasks over 50 ms in that time.
 */
export async function openArticle(title) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const row = [...document.querySelectorAll('[role=option]')].find((one) =>
    one.textContent.includes(title),
  );
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  const point = { bubbles: true, cancelable: true, button: 0, pointerId: 1, pointerType: 'mouse' };
  row.dispatchEvent(new PointerEvent('pointerdown', { ...point, buttons: 1 }));
  row.dispatchEvent(new MouseEvent('mousedown', { ...point, buttons: 1 }));
  row.dispatchEvent(new PointerEvent('pointerup', point));
  row.dispatchEvent(new MouseEvent('mouseup', point));
  row.dispatchEvent(new MouseEvent('click', { ...point, detail: 1 }));
  const marks = () => {
    let count = 0;
    CSS.highlights.forEach((highlight) => {
      count += highlight.size;
    });
    return count;
  };
  const isOpen = () =>
    document.querySelector('main h1')?.textContent === title &&
    document.querySelector('[data-paragraph]') !== null &&
    (document.querySelector('aside [data-annotation]') === null || marks() > 0) &&
    document.querySelector('aside h2') !== null;
  while (!isOpen()) {
    if (performance.now() - began > 20_000) throw new Error(`${title} was not opened`);
    await frame();
  }
  // The frame that shows it is over when a message sent in it comes back.
  await frame();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const time = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 400));
  observer.disconnect();
  return { time, tasks };
}

/**
 * Scrolls from the beginning to the end: a sixth of a screen each frame. Answers milliseconds between
 * frames, and marks each for `processorTimes`.
 */
export async function scrollThrough() {
  const text = document.querySelector('[data-paragraph]');
  let view = text.parentElement;
  while (!/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
  view.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const frames = [];
  let before = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (;;) {
    const top = view.scrollTop;
    view.scrollTop = top + view.clientHeight / 6;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    console.timeStamp('bench-frame');
    frames.push(now - before);
    before = now;
    if (view.scrollTop === top) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return frames;
}

/**
 * Selects some words in view, presses the key of a colour and answers milliseconds: `work` from the key
 * until the frame with the mark was drawn, without waiting for the screen's beat; `paint` with it. With
 * `bare` the key is heard by nobody but a listener that paints the words and does nothing else: what a
 * page takes at least. Both are marked for `processorTimes`.
 */
export async function addHighlight({ turn, bare }) {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const blocks = [...document.querySelectorAll('[data-paragraph]')];
  let view = blocks[0].parentElement;
  while (!/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
  const block = blocks[Math.floor(((turn + 1) * blocks.length) / 60)];
  block.scrollIntoView({ block: 'center' });
  document.querySelector('[role=group][tabindex="0"]').focus({ preventScroll: true });
  await pause(250);
  const from = turn % 7;
  getSelection().setBaseAndExtent(block.firstChild, from, block.firstChild, from + 9);
  await pause(250);
  const own = bare ? 'bench-blue' : 'zj-blue-';
  const painted = () => {
    let found = false;
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith(own)) return;
      highlight.forEach((range) => {
        if (range.startContainer !== block.firstChild) return;
        if (range.startOffset === from && range.endOffset === from + 9) found = true;
      });
    });
    return found;
  };
  if (painted()) throw new Error('It was highlighted before');
  const paintOnly = (event) => {
    event.stopPropagation();
    const words = getSelection().getRangeAt(0).cloneRange();
    getSelection().removeAllRanges();
    CSS.highlights.set('bench-blue', new Highlight(words));
  };
  if (document.adoptedStyleSheets.length === 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::highlight(bench-blue) { background-color: lightblue }');
    document.adoptedStyleSheets = [sheet];
    // A style that is new is worked out before.
    await pause(1000);
  }
  if (bare) window.addEventListener('keydown', paintOnly, { capture: true, once: true });
  console.timeStamp('bench-begin');
  const began = performance.now();
  const key = { key: '4', code: 'Digit4', bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', key));
  // What React has put off until after the event comes before a timer.
  await Promise.resolve();
  let work = performance.now() - began;
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const there = painted();
    const inFrame = performance.now();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    work += performance.now() - inFrame;
    if (there) break;
    if (performance.now() - began > 5000) throw new Error('It was never painted');
  }
  const paint = performance.now() - began;
  console.timeStamp('bench-end');
  CSS.highlights.delete('bench-blue');
  await pause(700);
  return { work, paint };
}
