import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FILE } from './fold-classes.mjs';

test('the classes of characters are what their script makes of the tables', () => {
  const file = path.join(import.meta.dirname, '../src/domain/search/fold/classes.ts');
  expect(readFileSync(file, 'utf8')).toBe(FILE);
});
