import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no look of a highlight is for any element: each element of the window would be styled for it', () => {
  const css = readFileSync(new URL('./highlights.css', import.meta.url), 'utf8');
  const looks = css.match(/[^\s,{}]*::highlight\([\w-]+\)/g) ?? [];
  expect(looks.length).toBeGreaterThan(30);
  expect(looks.filter((look) => !/^\[data-(?:paragraph|found)\]::/.test(look))).toEqual([]);
});
