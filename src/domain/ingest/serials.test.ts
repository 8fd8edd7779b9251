import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXTS = [
  '近日，柳浪街道办起老年食堂，首日接待老人一百二十人，菜价比市面低三成，送餐由志愿者负责。',
  '秋收时节，青石村的晒谷场上铺满了稻谷，合作社的烘干机昼夜不停，村民们轮流值守到天明。',
  '一条新的公交线路昨天开通，沿线设站二十三座，首末班车分别为六点和二十二点，票价两元。',
];
const TITLES = ['老年食堂开张', '晒谷场上的夜', '新公交线开通'];

function titlesOf(lines: readonly string[]): string[] {
  return reconstruct(lines.join('\n\n')).articles.map((article) => article.title);
}

describe('a file of numbered articles', () => {
  it('is split at its numbers', () => {
    const titles = TITLES.map((title, i) => `${i + 1}、${title}`);
    expect(titlesOf(titles.flatMap((title, i) => [title, TEXTS[i] ?? '']))).toEqual(titles);
  });

  it('is another thing than numbered headings under a title', () => {
    const headings = TITLES.map((title, i) => `${'一二三'[i]}、${title}`);
    const lines = [
      '街道一年间的变化',
      TEXTS[0] ?? '',
      ...headings.flatMap((h, i) => [h, TEXTS[i] ?? '']),
    ];
    expect(titlesOf(lines)).toEqual(['街道一年间的变化']);
  });
});
