import { expect, it } from 'vitest';
import { pageOfPath, setOfPath } from './page-of-path';

it.each([
  ['第04版.txt', '4'],
  ['A04.txt', 'A4'],
  ['page4.txt', '4'],
  ['石桥日报/20240618/A04版：民生/暖心灶.txt', 'A4'],
  ['2024-06-18 第四版.txt', '4'],
  ['4.txt', ''],
  ['2024版权说明.txt', ''],
  ['help12.txt', ''],
  ['三版本比较.txt', ''],
])('%s is page %s', (path, page) => expect(pageOfPath(path)).toBe(page));

it('takes the folders of pages for one set', () => {
  expect(setOfPath('报/2024/第1版/a.txt')).toBe('报/2024');
  expect(setOfPath('报/2024/page4.txt')).toBe('报/2024');
  expect(setOfPath('page4.txt')).toBe('');
});
