import { match, pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { fitsPinyin, homophoneFinder } from './pinyin';

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

test.each([
  ['五社联动在柳溪', '舞设连洞', '五社联动'],
  ['说五社联动', 'wusheliandong', '五社联动'],
  ['说五社联动', 'wsld', '五社联动'],
  ['重庆的路', '虫庆', '重庆'],
  ['妇女儿童', 'fnüet', null],
  ['妇女儿童', '父女', '妇女'],
  ['社区', 'sq', null],
  ['社会工作', '公作', '工作'],
  ['社会工作', '做工', null],
  ['NGO 与社工', '舍工', '社工'],
  ['', '社工', null],
])('in %s, %s sounds like %s', (name, word, form) => {
  expect(homophoneFinder(word)(name)).toBe(form);
});

test('what sounds like a word is what the pinyin library matches', () => {
  const characters = [...'社设会汇工公作做坐区渠去治志理里重虫庆乐了得的长张行'];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const made = (length: number) =>
    Array.from({ length }, () => characters[next(characters.length)] ?? '').join('');
  for (let round = 0; round < 2000; round += 1) {
    const name = made(2 + next(12));
    const word = made(1 + next(3));
    const sound = pinyin(word, { toneType: 'none', v: true, type: 'array' }).join('');
    const whole = {
      precision: 'every',
      lastPrecision: 'every',
      continuous: true,
      v: true,
    } as const;
    const found = match(name, sound, whole);
    expect([name, word, homophoneFinder(word)(name) !== null]).toEqual([
      name,
      word,
      found !== null,
    ]);
  }
});
