import { expect, test } from 'vitest';
import { fitsPinyin } from './pinyin';

test.each([
  ['社会工作', 'shgz', true],
  ['社会工作', 'shehui', true],
  ['社会工作', 'shehgz', true],
  ['社会工作', 'gz', true],
  ['社会工作', 'SHGZ', true],
  ['社会工作', 'sz', false],
  ['长者服务', 'zzfw', true],
  ['重庆', 'cq', true],
  ['妇女儿童', 'fnv', true],
  ['五社联动', '五社', false],
  ['volunteer', 'vo', false],
  ['社会工作', '', false],
])('%s, typed %s: %s', (name, typed, fits) => {
  expect(fitsPinyin(name, typed)).toBe(fits);
});
