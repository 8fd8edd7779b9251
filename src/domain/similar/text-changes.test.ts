import { Random } from '@domain/ingest/testing/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedText, misread } from './testing/generated-texts';
import { changesBetween, type TextChange } from './text-changes';

const join = (changes: readonly TextChange[], without: TextChange['kind']) =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

/** What must hold for any two texts. */
function check(before: string, after: string): TextChange[] {
  const changes = changesBetween(before, after);
  expect(join(changes, 'insert')).toBe(before);
  expect(join(changes, 'delete')).toBe(after);
  for (const [index, change] of changes.entries()) {
    expect(change.text).not.toBe('');
    expect(change.kind).not.toBe(changes[index - 1]?.kind);
    if (change.kind !== 'insert') expect(before.startsWith(change.text, change.before)).toBe(true);
    if (change.kind !== 'delete') expect(after.startsWith(change.text, change.after)).toBe(true);
  }
  return changes;
}

describe('changesBetween', () => {
  it('shows what was deleted, then what came in its place', () => {
    expect(changesBetween('社工走访了三十户。', '社工走访了四十余户。')).toEqual([
      { kind: 'equal', text: '社工走访了', before: 0, after: 0 },
      { kind: 'delete', text: '三', before: 5, after: 5 },
      { kind: 'insert', text: '四', before: 6, after: 5 },
      { kind: 'equal', text: '十', before: 6, after: 6 },
      { kind: 'insert', text: '余', before: 7, after: 7 },
      { kind: 'equal', text: '户。', before: 7, after: 8 },
    ]);
    expect(changesBetween('', '')).toEqual([]);
    expect(changesBetween('', '新').map(({ kind }) => kind)).toEqual(['insert']);
    expect(changesBetween('同', '同').map(({ kind }) => kind)).toEqual(['equal']);
  });

  it('marks a joined paragraph by its line break alone', () => {
    const random = new Random(1);
    const text = generatedText(random, 3000);
    const changes = check(text, text.replace('\n', ''));
    expect(changes.filter(({ kind }) => kind !== 'equal')).toMatchObject([
      { kind: 'delete', text: '\n' },
    ]);
  });

  it('gives back both texts and cuts no surrogate pair, whatever they are', () => {
    const char = fc.constantFrom('中', '国', '。', '\n', '𠮷', '𠮸', '😀', '😁');
    const text = fc.string({ unit: char, maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const { text } of check(before, after)) expect(/\p{Cs}/u.test(text)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('survives halves of surrogate pairs', () => {
    const unit = fc.constantFrom('\ud842', '\udfb7', '\ud83d', '\ude00', '中', '国');
    const text = fc.string({ unit, maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        check(before, after);
      }),
      { numRuns: 500 },
    );
  });

  it('finds scattered edits in a long text', () => {
    const random = new Random(2);
    const text = generatedText(random, 30_000);
    const other = misread(random, text, 0.05);
    const changes = check(text, other);
    const kept = changes.filter(({ kind }) => kind === 'equal').map(({ text }) => text.length);
    expect(kept.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(text.length * 0.93);
  }, 60_000);

  it('replaces passages that were rewritten as a whole', () => {
    const random = new Random(3);
    const [first, last] = [generatedText(random, 500), generatedText(random, 500)];
    const [old, fresh] = [generatedText(random, 300, 1e9), generatedText(random, 300, 1e9)];
    const changes = check(`${first}\n${old}\n${last}`, `${first}\n${fresh}\n${last}`);
    expect(changes.length).toBeLessThan(12);
  });

  it('comes to an end with long texts that repeat or share little', () => {
    const random = new Random(4);
    const letters = () => Array.from({ length: 30_000 }, () => random.pick(['甲', '乙'])).join('');
    check(letters(), letters());
    check('哈嘿'.repeat(15_000), '嘿哈哈'.repeat(10_000));
    check(generatedText(random, 30_000), generatedText(random, 30_000));
    check('甲', letters());
    const paragraph = `${generatedText(random, 90)}\n`.repeat(300);
    const edited = `${paragraph.slice(0, 5000)}改${paragraph.slice(5001, 20_000)}${paragraph.slice(20_010)}`;
    const kept = check(paragraph, edited).filter(({ kind }) => kind === 'equal');
    expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(26_000);
  }, 60_000);
});
