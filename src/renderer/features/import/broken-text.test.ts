import { t } from '@renderer/i18n';
import { en } from '@renderer/i18n/en';
import { zhCN } from '@renderer/i18n/zh-CN';
import { expect, it } from 'vitest';
import { brokenText } from './broken-text';

it('says why, with the detail where there is one', () => {
  expect(brokenText(t, 'unclosed-quote')).toBe('引号没有合上');
  expect(brokenText(t, 'page-unreadable: 12')).toBe('第 12 页无法读取');
  expect(brokenText(t, 'other-sheet: 汇总: 一月')).toContain('“汇总: 一月”');
});

it('gives back a reason that has no text', () => {
  expect(brokenText(t, 'no-such-code')).toBe('no-such-code');
  expect(brokenText(t, 'something: else')).toBe('something: else');
});

it('has the same texts in both languages', () => {
  const keysOf = (texts: object): string[] =>
    Object.keys(texts).filter((key) => key.startsWith('broken.'));
  expect(keysOf(en)).toEqual(keysOf(zhCN));
});
