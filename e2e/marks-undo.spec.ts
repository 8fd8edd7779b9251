import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

const [article] = single.expected;
if (article === undefined) throw new Error('The fixture has an article');
const [first = ''] = article.body;

const SEED = 20261127;
const STEPS = 30;
const TAGS = ['地点', '人物', '做法'];

/** Numbers that are the same in each run: a linear congruential generator (Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Stored {
  id: string;
  start: number;
  end: number;
  color: string | null;
  tagIds: string[];
}

test('any sequence of commands is undone and redone byte by byte', async ({ start, folder }) => {
  test.setTimeout(180_000);
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { article: shown, panel, page } = reader;
  const { keyboard } = page;
  const random = numbers(SEED);

  const state = async () =>
    JSON.stringify([
      await storedRows(page, 'annotations'),
      await storedRows(page, 'tags'),
      await storedRows(page, 'notes'),
    ]);
  const annotations = async () =>
    (await storedRows(page, 'annotations')) as unknown as (Stored & Record<string, unknown>)[];
  /** Selects characters of a paragraph, counted in it. */
  const select = async (paragraph: number, from: number, to: number) => {
    await shown.focusText();
    await shown.paragraphs.nth(paragraph).evaluate(
      (element, range) => {
        const node = element.firstChild;
        if (node === null) throw new Error('The paragraph is empty');
        window.getSelection()?.setBaseAndExtent(node, range.from, node, range.to);
      },
      { from, to },
    );
    await shown.toolbar.waitFor();
  };
  const choose = async (id: string) => {
    await page.locator(`[data-annotation="${id}"]`).click();
    await shown.focusText();
  };
  const lengths = await shown.paragraphs.evaluateAll((elements) =>
    elements.map((element) => element.textContent?.length ?? 0),
  );
  /** Where each paragraph begins: a line feed lies between two. */
  const starts = lengths.map((_, index) =>
    lengths.slice(0, index).reduce((sum, length) => sum + length + 1, 0),
  );
  const highlight = async () => {
    const taken = new Set((await annotations()).map((one) => `${one.start}-${one.end}`));
    for (;;) {
      const paragraph = random(lengths.length);
      const length = lengths[paragraph] ?? 0;
      if (length < 12) continue;
      const from = random(length - 8);
      const to = Math.min(length, from + 3 + random(12));
      const begin = starts[paragraph] ?? 0;
      if (taken.has(`${begin + from}-${begin + to}`)) continue;
      await select(paragraph, from, to);
      await keyboard.press(String(1 + random(5)));
      return;
    }
  };
  const colors = ['yellow', 'red', 'green', 'blue', 'purple'];
  /** Does one command that changes something; answers what it was. */
  const step = async (): Promise<string> => {
    const all = await annotations();
    const one = all[random(all.length)];
    const kind = random(8);
    if (one === undefined || all.length < 3 || kind === 0) {
      await highlight();
      return 'highlight';
    }
    const index = starts.findLastIndex((begin) => begin <= one.start);
    const begin = starts[index] ?? 0;
    const end = begin + (lengths[index] ?? 0);
    await choose(one.id);
    if (kind === 1 || all.length > 8) {
      await keyboard.press('Delete');
      return 'delete';
    }
    if (kind === 2) {
      const key = (colors.indexOf(one.color ?? '') + 1 + random(4)) % 5;
      await keyboard.press(String(key + 1));
      return 'recolour';
    }
    if (kind === 3 && one.end < end - 1) {
      await keyboard.press('.');
      return 'later end';
    }
    if (kind === 4 && one.end - one.start > 1) {
      await keyboard.press('>');
      return 'later start';
    }
    if (kind === 5 && one.end - one.start > 4 && one.end <= end) {
      await select(index, one.start - begin + 1, one.start - begin + 3);
      await keyboard.press('s');
      return 'split';
    }
    const touches = all.some(
      (other) => other !== one && other.start <= one.end && other.end >= one.start,
    );
    if (kind === 6 && touches) {
      await keyboard.press('m');
      return 'merge';
    }
    const chip = page
      .locator(`li:has([data-annotation="${one.id}"])`)
      .getByRole('button', { name: /^去掉标签/ })
      .first();
    if (one.tagIds.length > 0) {
      await chip.click();
      await shown.focusText();
      return 'untag';
    }
    await keyboard.press('t');
    await panel.picker.put(TAGS[random(TAGS.length)] ?? '');
    await panel.picker.close();
    await shown.focusText();
    return 'tag';
  };

  // An annotation with a note was there before.
  await shown.highlight(first.slice(2, 12), '3');
  const card = panel.cardOf(first.slice(2, 12));
  await card.note.begin();
  await card.note.type('先有的笔记');
  await card.note.leave();
  await expect.poll(() => storedNotes(page)).toEqual(['先有的笔记']);
  await shown.focusText();

  const states = [await state()];
  const done: string[] = [];
  for (let at = 0; at < STEPS; at += 1) {
    const before = states.at(-1);
    done.push(await step());
    await expect.poll(state, `step ${at + 1}: ${done.at(-1)}`).not.toBe(before);
    states.push(await state());
    // Nothing stays selected in the text for the next one.
    await keyboard.press('Escape');
  }
  expect(new Set(done).size, done.join(', ')).toBeGreaterThanOrEqual(7);

  await shown.focusText();
  for (let at = STEPS - 1; at >= 0; at -= 1) {
    await reader.undo();
    await expect.poll(state, `undo ${at + 1}: ${done[at]}`).toBe(states[at]);
  }
  for (let at = 1; at <= STEPS; at += 1) {
    await reader.redo();
    await expect.poll(state, `redo ${at}: ${done[at - 1]}`).toBe(states[at]);
  }
  expect(reader.app.errors).toEqual([]);
});
