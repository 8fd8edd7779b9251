import { describe, expect, it } from 'vitest';
import { HashClaims } from './hash-claims';

describe('HashClaims', () => {
  it('takes the second file with the same bytes for a repetition, not the first', () => {
    const claims = new HashClaims();
    expect(claims.isRepetition(1, 'a')).toBe(false);
    expect(claims.isRepetition(2, 'a')).toBe(true);
    // Read again, with other settings.
    expect(claims.isRepetition(1, 'a')).toBe(false);
    claims.store(1, 'a');
    expect(claims.isRepetition(3, 'a')).toBe(true);
  });

  it('knows what was in the archive before', () => {
    const claims = new HashClaims();
    claims.addStored('a');
    expect(claims.isRepetition(1, 'a')).toBe(true);
    claims.release(1);
    expect(claims.isRepetition(2, 'a')).toBe(true);
  });

  it('lets bytes go with the file that failed or changed', () => {
    const claims = new HashClaims();
    claims.isRepetition(1, 'a');
    claims.release(1);
    expect(claims.isRepetition(2, 'a')).toBe(false);
    expect(claims.isRepetition(2, 'b')).toBe(false);
    expect(claims.isRepetition(3, 'a')).toBe(false);
    // Not the owner any more.
    claims.release(2);
    expect(claims.isRepetition(4, 'a')).toBe(true);
    expect(claims.isRepetition(4, 'b')).toBe(false);
  });
});
