import { expect, test } from 'vitest';
import { languageTagOf } from './script-variant';

test('a text is traditional when most of its telling characters are', () => {
  expect(languageTagOf('社區組織開會，討論長者護理問題。')).toBe('zh-Hant');
  expect(languageTagOf('社区组织开会，讨论长者护理问题。')).toBe('zh-CN');
});

test('a quotation of the other kind does not decide', () => {
  expect(languageTagOf('他在会议上说，这本书的书名写作《社會工作》，请读者对照。')).toBe('zh-CN');
});

test('a text that tells nothing is taken for simplified', () => {
  expect(languageTagOf('')).toBe('zh-CN');
  expect(languageTagOf('ABC 123')).toBe('zh-CN');
  expect(languageTagOf('一二三')).toBe('zh-CN');
});
