import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normaliseWhole } from './fold';

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  // What composes, decomposes, comes in pairs or is wide.
  fc.constantFrom(...'é e\u0301か\u3099ｶﾞ㎡％Ａ１…℃한ᄒ\u1161\u11ab\ud842\udfb7ﬁ①㈱ǆİﬀ'),
  fc.constantFrom(...'社区议事会，。“”《》 \n'),
);

describe('the words of a text for comparison', () => {
  it('are the same unit by unit as in the whole text', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('');
        expect([...normalise(text)]).toEqual([...normaliseWhole(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('are the same for every unit after and before a letter', () => {
    const astray: string[] = [];
    for (let code = 0; code < 0x10000; code += 1) {
      const char = String.fromCharCode(code);
      for (const text of [`か${char}`, `${char}e`, `ᄒ${char}か`]) {
        if (normalise(text).join() !== normaliseWhole(text).join()) astray.push(text);
      }
    }
    expect(astray).toEqual([]);
  });
});
