import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
/** The custom properties that are set between two signs of a style sheet. */
function valuesIn(css: string, from: string, to: string): Record<string, string> {
  const start = css.indexOf(from);
  const part = css.slice(start, css.indexOf(to, start));
  return Object.fromEntries(
    [...part.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

// A ground's colours are said again and not left to `light-dark()`: what is painted by ::highlight takes
// its colour scheme from the window, whatever the ground.
it('the grounds of a text have just the colours of the two themes', () => {
  const tokens = read('tokens.css');
  const grounds = read('grounds.css');
  const light = valuesIn(tokens, '--paper', '@media (prefers-color-scheme: dark)');
  const dark = valuesIn(tokens, '@media (prefers-color-scheme: dark)', '@media (prefers-reduced');
  const paper = valuesIn(grounds, '[data-ground="paper"]', '}');
  const night = valuesIn(grounds, '[data-ground="dark"]', '}');
  expect(Object.keys(paper).length).toBeGreaterThan(15);
  expect(light).toMatchObject(paper);
  expect(dark).toMatchObject(night);
  // Every colour that the dark theme changes is changed on every ground.
  const { '--shadow': _, ...colors } = dark;
  expect(Object.keys(paper).sort()).toEqual(Object.keys(colors).sort());
  expect(night).toEqual(colors);
});
