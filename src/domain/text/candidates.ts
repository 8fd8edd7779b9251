import { ENCODINGS, type Encoding } from '@domain/model';
import { findBom } from './decode';
import { guessEncoding, sampleOf } from './guess-encoding';
import { acceptability, readSample } from './score-text';

/** An encoding under which a file's bytes read acceptably. */
export interface EncodingCandidate {
  encoding: Encoding;
  /** 0 to 1: how much a sample of the text looks like common words. */
  score: number;
  /** The first characters of the text, white space made single spaces. */
  preview: string;
}

/** Characters of a preview. */
const PREVIEW = 60;
/** Bytes from the file's beginning that are looked at. */
const HEAD = 4096;
/** Below this a reading is noise. */
const ACCEPTABLE = 0.3;

/**
 * The encodings for a menu, best first: what `decodeText` takes, then others that read acceptably.
 * Costs a few samples, not a decoding of the file. Empty when the bytes are empty or no text.
 */
export function encodingCandidates(bytes: Uint8Array): EncodingCandidate[] {
  const bom = findBom(bytes);
  const content = bytes.subarray(bom?.length ?? 0);
  if (content.length === 0) return [];
  const best = bom?.encoding ?? guessEncoding(content)?.encoding ?? null;
  if (best === null) return [];
  return ENCODINGS.map((encoding) => candidate(content, encoding))
    .filter(({ encoding, score }) => encoding === best || score >= ACCEPTABLE)
    .sort((a, b) => Number(b.encoding === best) - Number(a.encoding === best) || b.score - a.score);
}

function candidate(content: Uint8Array, encoding: Encoding): EncodingCandidate {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const even = content.length - (content.length % 2);
  const head = content.subarray(0, Math.min(HEAD, wide ? even : content.length));
  const reading = readSample(wide ? head : sampleOf(content), encoding);
  // Where nothing is beyond ASCII, all but UTF-16 are the same text, and UTF-8 stands for them.
  const plain = reading.mean === 0 && encoding !== 'utf-8';
  const score = plain ? 0 : acceptability(reading);
  const preview = readSample(head, encoding)
    .text.replace(/[\s\u3000]+/g, ' ')
    .trim();
  return { encoding, score, preview: [...preview].slice(0, PREVIEW).join('') };
}
