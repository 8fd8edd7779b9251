import { trimLine } from '../blocks';
import { characterReferences, loadParser } from './parser';
import { flatBlocks } from './scan';
import { collapse } from './walk';

/** Reads very many small pieces of HTML without building a tree for each. */
export interface CellReader {
  /** The lines of a fragment: one for each block, a blank line between. */
  read(html: string): string;
  /** A text with `&amp;` and the like, but without tags; its line ends stay. */
  resolve(text: string): string;
}

/** Never throws, nor does what it gives. */
export async function cellReader(): Promise<CellReader> {
  const references = characterReferences(await loadParser());
  const resolve = (raw: string): string => references(raw).replaceAll('\u00a0', ' ');
  return {
    resolve,
    read: (html) =>
      [...flatBlocks(html)]
        .map(({ raw }) => trimLine(resolve(collapse(raw))))
        .filter((line) => line !== '')
        .join('\n\n'),
  };
}
