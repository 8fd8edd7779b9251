import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldInto } from '.';
import { CLASSES } from './classes';

const classes = CLASSES.trimEnd().split('\n');

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...classes).chain((line) => fc.constantFrom(...line)),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('folding', () => {
  it('keeps the length and is done once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        expect(folded.length).toBe(text.length);
        expect(fold(folded)).toBe(folded);
        expect(folded).not.toMatch(/[\ufffe\uffff]/);
      }),
    );
  });

  it('is the same into an array, anywhere', () => {
    fc.assert(
      fc.property(anyText, fc.nat(5), (text, at) => {
        const units = new Uint16Array(at + text.length).fill(0xd800);
        expect(foldInto(text, units, at)).toBe(at + text.length);
        expect(String.fromCharCode(...units.subarray(at))).toBe(fold(text));
        expect([...units.subarray(0, at)]).toEqual(Array(at).fill(0xd800));
      }),
    );
  });

  it('folds all of a class to its first, and no character is in two classes', () => {
    const seen = new Set<string>();
    for (const line of classes)
      for (const character of line) {
        expect(fold(character)).toBe(String.fromCodePoint(line.codePointAt(0) as number));
        expect(seen.has(character)).toBe(false);
        seen.add(character);
      }
  });

  it.each([
    ['发展', '發展'],
    ['头发', '頭髮'],
    ['皇后以后', '皇后以後'],
    ['因为', '因爲', '因為'],
    ['家里', '家裏', '家裡'],
    ['台湾', '臺灣', '台灣'],
    ['台风', '颱風'],
    ['干部', '幹部', '乾部'],
    ['社会工作', '社會工作'],
    ['面条', '麵條', '麪條'],
    ['说话', '說話', '説話'],
    ['启动', '啓動', '啟動'],
    ['着手', '著手'],
    ['账户', '帳戶', '帐戸'],
    ['民政', '⺠政'],
    ['用力', '⽤⼒'],
    ['ABC', 'ａｂｃ', 'abc'],
    ['（12％）', '(12%)'],
    ['“五社联动”', '「五社聯動」', '"五社联动"', '﹁五社联动﹂'],
    ['二〇二三', '二○二三'],
    ['阿·布', '阿・布', '阿•布'],
    ['a b', 'a\u3000b', 'a\u00a0b'],
    ['ΣΑΣ', 'σας'],
    ['𐐀', '𐐨'],
  ])('takes %s for its other forms', (first, ...others) => {
    for (const other of others) expect(fold(other)).toBe(fold(first));
  });

  it('leaves what Chinese print has most of as it is', () => {
    const text = '民政部门和社会工作者一起，为老人们做了十二件小事：“一米阳光”（见图）——又来了！';
    expect(fold(text)).toBe(text.replaceAll('”', '“'));
  });

  it.each([
    ['发', '法'],
    ['é', 'e'],
    ['\n', ' '],
    ['。', '.'],
    ['，', '、'],
    ['①', '1'],
    ['沈', '沉'],
    ['“', '『'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});
