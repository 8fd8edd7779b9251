import { describe, expect, it } from 'vitest';
import { parseCli } from './parse';

const parse = (...args: string[]) => parseCli(args, '/home/reader');
const command = (...args: string[]) => {
  const parsed = parse(...args);
  return parsed.kind === 'run' ? parsed.command : parsed;
};

describe('the commands of word statistics', () => {
  it('reads collocates, with what is usual', () => {
    expect(command('collocates', '治理')).toEqual({
      command: 'collocates',
      query: '治理',
      unit: 'word',
      window: 5,
      measure: 'll',
      min: 5,
      limit: 100,
    });
    const args = ['--window', '10', '--unit', 'char', '--measure', 'pmi', '--min', '2'];
    expect(command('collocates', '治理', ...args, '--limit', '3')).toMatchObject({
      unit: 'char',
      window: 10,
      measure: 'pmi',
      min: 2,
      limit: 3,
    });
  });

  it('reads several queries to compare over time', () => {
    expect(command('freq', '社工', '志愿者', '--by', 'month')).toEqual({
      command: 'freq',
      queries: ['社工', '志愿者'],
      by: 'month',
    });
  });

  it('reads what to compare, and with what', () => {
    expect(command('keyness', '社工')).toMatchObject({ query: '社工', against: '', size: 1 });
    expect(command('keyness', '社工', '志愿者', '--size', '2')).toMatchObject({
      against: '志愿者',
      size: 2,
    });
    expect(command('ngrams', '--unit', 'char')).toMatchObject({ query: '', unit: 'char', size: 2 });
  });

  it.each([
    ['collocates'],
    ['collocates', ' '],
    ['collocates', '治理', '--window', '0'],
    ['collocates', '治理', '--unit', 'line'],
    ['collocates', '治理', '--by', 'year'],
    ['freq'],
    ['freq', '治理', '--by', 'week'],
    ['keyness', '甲', '乙', '丙'],
    ['ngrams', '--size', '7'],
    ['list', '--window', '3'],
  ])('refuses %s %s %s %s', (...args) => {
    expect(parse(...args.filter((arg) => arg !== undefined))).toMatchObject({ kind: 'wrong' });
  });
});
