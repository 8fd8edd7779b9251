/**
 * Folding: what counts as the same when words are looked for. One UTF-16 code unit becomes one, so
 * that offsets in a folded text are offsets in the text.
 */
export { fold, foldInto } from './fold';
export { FOLD_FINGERPRINT, foldsTo } from './tables';
