import type { Encoding } from '@domain/model';
import { decodeHz } from './decode-hz';
import { decodePairs } from './decode-pairs';
import { frequencyTable } from './han-frequency';

/** How well bytes read under an encoding. */
export interface Reading {
  encoding: Encoding;
  text: string;
  /** Logarithm of the text's probability: of two readings of the same bytes the larger is right. */
  likelihood: number;
  /** Mean likelihood of the characters beyond ASCII, 0 when there are none. */
  mean: number;
}

/** Each weighs double when a reading is judged by itself. */
const REPLACEMENT = 0xfffd;

/** Reads a sample of a file: a character cut off at its end is left out. */
export function readSample(sample: Uint8Array, encoding: Encoding): Reading {
  const text = decodeSample(sample, encoding);
  const table = frequencyTable();
  let likelihood = 0;
  let beyond = 0;
  let counted = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const value = table[unit] ?? 0;
    likelihood += value;
    if (unit < 0x80 && unit !== 0) continue;
    beyond += unit === REPLACEMENT ? 2 * value : value;
    counted += 1;
  }
  return { encoding, text, likelihood, mean: counted === 0 ? 0 : beyond / counted };
}

function decodeSample(sample: Uint8Array, encoding: Encoding): string {
  if (encoding === 'gb18030' || encoding === 'big5') {
    return decodePairs(sample, encoding, true).text;
  }
  if (encoding === 'hz-gb-2312') return decodeHz(sample, true).text;
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(sample, { stream: true });
}

/** Mean likelihoods between which a reading goes from noise to good text. */
const NOISE = -13;
const GOOD = -8;

/** How acceptable a reading is, 0 (noise) to 1 (common words). */
export function acceptability(reading: Reading): number {
  if (reading.mean === 0) return 1;
  return Math.max(0, Math.min(1, (reading.mean - NOISE) / (GOOD - NOISE)));
}
