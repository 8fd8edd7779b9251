import { eachWord, markWords, type WordMarks } from './words';

/** What texts are cut into to be counted. */
export type TokenUnit = 'char' | 'word';

/** What lies between a token and the one before it, from the weakest to the strongest. */
export const BREAK = { none: 0, mark: 1, sentence: 2, paragraph: 3 } as const;

/** A text's tokens as parallel arrays. Offsets are UTF-16 code units, end exclusive. */
export interface Tokens {
  words: string[];
  starts: number[];
  ends: number[];
  /** One of `BREAK`, for what stands before each token. */
  breaks: number[];
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const HAN = /\p{Script=Han}/u;
const SENTENCE_ENDS = '。！？!?…｡';

/**
 * Cuts a text into characters or words. A run of letters and digits that are not Han is one token in
 * either unit; words are those of `Intl.Segmenter` (the dictionary of ICU). Punctuation, symbols and
 * white space are no tokens.
 */
export function tokensOf(text: string, unit: TokenUnit): Tokens {
  if (unit === 'word') return wordsOf(text, markWords(text));
  const tokens: Tokens = { words: [], starts: [], ends: [], breaks: [] };
  cutCharacters(text, tokens);
  return tokens;
}

/** The words of a text that was cut before. */
export function wordsOf(text: string, marks: WordMarks): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], breaks: [] };
  let between: number = BREAK.paragraph;
  let last = 0;
  eachWord(marks, (start, end) => {
    for (let at = last; at < start; at += 1) between = Math.max(between, breakOf(text.charAt(at)));
    add(tokens, text.slice(start, end), start, between);
    between = BREAK.none;
    last = end;
  });
  return tokens;
}

function cutCharacters(text: string, tokens: Tokens): void {
  let between: number = BREAK.paragraph;
  /** Where a run of letters began; -1 outside of one. */
  let run = -1;
  const endRun = (at: number) => {
    if (run < 0) return;
    add(tokens, text.slice(run, at), run, between);
    between = BREAK.none;
    run = -1;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    const kind = kindOf(code);
    if (kind === 'letter') {
      if (run < 0) run = at;
    } else {
      endRun(at);
      const char = text.slice(at, at + length);
      if (kind === 'han') {
        add(tokens, char, at, between);
        between = BREAK.none;
      } else between = Math.max(between, breakOf(char));
    }
    at += length;
  }
  endRun(text.length);
}

function add(tokens: Tokens, word: string, start: number, between: number): void {
  tokens.words.push(word);
  tokens.starts.push(start);
  tokens.ends.push(start + word.length);
  tokens.breaks.push(between);
}

function kindOf(code: number): 'han' | 'letter' | 'other' {
  if (code >= 0x4e00 && code <= 0x9fff) return 'han';
  if (code < 0x80) {
    const letter =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    return letter ? 'letter' : 'other';
  }
  const char = String.fromCodePoint(code);
  // 々 and 〇 are of the script too, and letters or numbers like all of it.
  if (HAN.test(char)) return LETTER.test(char) ? 'han' : 'other';
  return LETTER.test(char) ? 'letter' : 'other';
}

function breakOf(char: string): number {
  if (char === '\n') return BREAK.paragraph;
  if (SENTENCE_ENDS.includes(char)) return BREAK.sentence;
  return char.trim() === '' ? BREAK.none : BREAK.mark;
}

/** Whether a token is a single Han character of the closed classes (的, 了, 在, 和…). */
export function isFunctionCharacter(word: string): boolean {
  return FUNCTION_CHARACTERS.has(word);
}

/** Particles, prepositions, conjunctions, pronouns, copula, negation, numerals and measure 个. */
const FUNCTION_CHARACTERS = new Set(
  '的地得之所了着过们吗呢吧啊呀么嘛在从向对把被由于以为与和及跟同或而但则若如因且并是不没未也都就还又再才只很更最太我你您他她它这那其此该个一了將將對為與過還這們沒個'.split(
    '',
  ),
);
