import { Random } from '@domain/ingest/testing/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, isSame } from './fingerprint';
import { containment, NEARLY_SAME, SAME, similarity } from './similarity';
import { generatedText, misread } from './testing/generated-texts';

const REPORT = [
  '近日，江城市东湖区北塘镇社工站联合柳溪村党群服务中心开展“邻里守望”主题活动，三十余名独居老人、社区志愿者和返乡青年参加。',
  '活动分为义诊、理发和茶话三个环节。社工站负责人周晓岚介绍，站里今年已走访独居老人二百一十六户，建立“一户一档”，并与镇卫生院约定每月上门一次。',
  '“以前水管坏了要等孩子周末回来，现在打个电话，半天就有人来修。”家住村东头的何阿婆说。志愿者陈立新是返乡的电工，他把自己的电话写在每户门后的卡片上。',
  '下一步，北塘镇将总结柳溪村的做法，在全镇十二个村推开，并邀请高校教师为社工提供督导，让服务更有温度、更可持续。',
];
const TEXT = REPORT.join('\n');

const OTHER = [
  '近日，江城市南山街道社工站联合白云社区党群服务中心开展“书香伴成长”主题活动，四十余名小学生和家长参加。',
  '活动设有故事会、手工坊和图书漂流三个环节。社工站负责人林青介绍，暑假期间每周二、周四下午开放自习室，由大学生志愿者轮流值班辅导功课。',
  '“孩子放假没人带，送到这里我们上班也放心。”在菜市场卖豆腐的吴女士说。五年级的小郑已经读完了书架上最厚的那本《昆虫记》。',
  '下一步，南山街道将总结白云社区的做法，在全街道推开，并邀请高校教师为社工提供督导，让服务更有温度、更可持续。',
].join('\n');

describe('the thresholds', () => {
  it('take a text with one changed character in two hundred for nearly the same', () => {
    const text = TEXT.slice(0, 200);
    const changed = `${text.slice(0, 99)}错${text.slice(100)}`;
    expect(similarity(text, changed)).toBeGreaterThan(0.9);
    expect(similarity(text, changed)).toBeLessThan(SAME);
  });

  it('take a text without its first paragraph for nearly the same, and wholly contained', () => {
    const paragraphs = [...REPORT, ...OTHER.split('\n').slice(1, 3)];
    const cut = paragraphs.slice(1).join('\n');
    const whole = paragraphs.join('\n');
    expect(similarity(whole, cut)).toBeGreaterThan(NEARLY_SAME);
    expect(containment(cut, whole)).toBe(1);
    expect(containment(whole, cut)).toBeLessThan(1);
  });

  it('forgive one misread character in a hundred, but not five', () => {
    const random = new Random(3);
    for (let count = 0; count < 50; count += 1) {
      const text = generatedText(random, 1500);
      expect(similarity(text, misread(random, text, 0.01))).toBeGreaterThan(NEARLY_SAME);
      expect(similarity(text, misread(random, text, 0.05))).toBeLessThan(NEARLY_SAME);
    }
  });

  it('take a text in half-width punctuation and other paragraphs for the same', () => {
    const half = TEXT.replaceAll('，', ', ').replaceAll('。', '. ').replaceAll('\n', '\n\n');
    expect(similarity(TEXT, half)).toBe(SAME);
    expect(isSame(fingerprintOf(TEXT), fingerprintOf(half))).toBe(true);
  });

  it('do not find the same report in traditional characters', () => {
    const simplified = '社区为独居老人开设热线电话，志愿者轮流值班，随时处理问题。';
    const traditional = '社區為獨居老人開設熱線電話，志願者輪流值班，隨時處理問題。';
    expect(similarity(simplified, traditional)).toBeLessThan(NEARLY_SAME);
  });

  it('keep apart two reports of one genre with the same stock phrases', () => {
    expect(similarity(TEXT, OTHER)).toBeGreaterThan(0.05);
    expect(similarity(TEXT, OTHER)).toBeLessThan(0.5);
  });
});

describe('similarity', () => {
  it('is 0 for texts without words and 0 or 1 for very short ones', () => {
    expect(similarity('', '')).toBe(0);
    expect(similarity('。', '。')).toBe(0);
    expect(similarity('编者按', '编者按：')).toBe(1);
    expect(similarity('编者按', '编后语')).toBe(0);
    expect(similarity('编者按', TEXT)).toBe(0);
    expect(containment('', TEXT)).toBe(0);
  });

  it('is the Jaccard similarity of the sets of shingles', () => {
    const char = fc.constantFrom('甲', '乙', '丙');
    const text = fc.string({ unit: char, minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [shingles(a), shingles(b)];
        const both = [...left].filter((shingle) => right.has(shingle)).length;
        const expected = a === b ? 1 : both / (left.size + right.size - both);
        expect(similarity(a, b)).toBeCloseTo(expected, 12);
        expect(similarity(b, a)).toBe(similarity(a, b));
        expect(containment(a, b)).toBeCloseTo(both / left.size, 12);
      }),
    );
  });
});

function shingles(text: string): Set<string> {
  return new Set(Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5)));
}
