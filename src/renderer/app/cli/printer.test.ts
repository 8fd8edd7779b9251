import { expect, it } from 'vitest';
import { Printer } from './printer';

it('prints at once, and together what comes meanwhile', async () => {
  const sent: string[] = [];
  const ways: (() => void)[] = [];
  const printer = new Printer((json) => {
    sent.push(json);
    return new Promise((resolve) => ways.push(resolve));
  });
  printer.print({ file: '甲' });
  expect(sent).toEqual(['[{"file":"甲"}]']);
  printer.print(2);
  printer.print(3);
  const settled = printer.settled();
  ways[0]?.();
  await Promise.resolve();
  expect(sent.slice(1)).toEqual(['[2,3]']);
  ways[1]?.();
  await settled;
  printer.print(4);
  expect(sent).toHaveLength(3);
});

it('says what could not be printed', async () => {
  const printer = new Printer(() => Promise.reject(new Error('closed')));
  printer.print(1);
  await expect(printer.settled()).rejects.toThrow('closed');
});

it('has nothing to wait for when nothing was printed', async () => {
  await new Printer(() => Promise.resolve()).settled();
});
