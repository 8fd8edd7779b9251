import { describe, expect, it } from 'vitest';
import { parseCli } from './parse';

const parse = (...args: string[]) => parseCli(args, '/home/reader');

describe('kwic', () => {
  it('reads a query, with what is usual', () => {
    expect(parse('kwic', '治理 NEAR/10 社会', '--json')).toEqual({
      kind: 'run',
      json: true,
      quiet: false,
      command: {
        command: 'kwic',
        query: '治理 NEAR/10 社会',
        keys: [],
        unit: 'word',
        width: 30,
        limit: 100,
      },
    });
  });

  it('reads sort keys, unit, width and limit', () => {
    const args = ['--sort', 'L1,R2,date', '--unit', 'char', '--width', '12', '--limit', '5'];
    expect(parse('kwic', '治理', ...args)).toMatchObject({
      command: { keys: ['left1', 'right2', 'date'], unit: 'character', width: 12, limit: 5 },
    });
  });

  it.each([
    ['kwic'],
    ['kwic', ' '],
    ['kwic', '治理', '--sort', 'L4'],
    ['kwic', '治理', '--sort', 'L1,L2,L3,R1'],
    ['kwic', '治理', '--width', '4'],
    ['kwic', '治理', '--unit', 'line'],
    ['search', '治理', '--width', '10'],
  ])('refuses %s %s %s %s', (...args) => {
    expect(parse(...args.filter((arg) => arg !== undefined))).toMatchObject({ kind: 'wrong' });
  });
});
