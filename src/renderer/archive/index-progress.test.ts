import { describe, expect, it } from 'vitest';
import { percentIndexed } from './index-progress';

describe('percentIndexed', () => {
  it('is what part of the documents is in the index', () => {
    expect(percentIndexed({ documents: 1000, indexed: 0, isLoaded: true })).toBe(0);
    expect(percentIndexed({ documents: 1000, indexed: 349, isLoaded: true })).toBe(34);
  });

  it('is nothing while it is not known, when it is done, and for what is just written', () => {
    expect(percentIndexed({ documents: 0, indexed: 0, isLoaded: false })).toBeNull();
    expect(percentIndexed({ documents: 1000, indexed: 1000, isLoaded: true })).toBeNull();
    expect(percentIndexed({ documents: 1000, indexed: 990, isLoaded: true })).toBeNull();
  });

  it('is never all of it before it is done', () => {
    expect(percentIndexed({ documents: 100_000, indexed: 99_800, isLoaded: true })).toBe(99);
  });
});
