import { Extension, markInputRule } from '@tiptap/core';

/**
 * Tiptap's own input rules want white space before `**`, which Chinese does not write. These take
 * the same marks right after a Han character or Chinese punctuation.
 */
const AFTER_HAN = String.raw`(?<=[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—])`;

/** What is typed around the words, and the mark that it makes. */
const MARKS = [
  { mark: 'bold', pattern: String.raw`(\*\*(?![\s*])([^*]+)(?<!\s)\*\*)` },
  { mark: 'italic', pattern: String.raw`(\*(?![\s*])([^*]+)(?<!\s)\*)` },
  { mark: 'strike', pattern: String.raw`(~~(?![\s~])([^~]+)(?<!\s)~~)` },
  { mark: 'code', pattern: '(`([^`]+)`)' },
] as const;

/** The patterns, for the editor and for their test. The last group is what is marked. */
export const hanMarkPatterns = MARKS.map(({ mark, pattern }) => ({
  mark,
  find: new RegExp(`${AFTER_HAN}${pattern}$`, 'u'),
}));

export const HanMarkRules = Extension.create({
  name: 'hanMarkRules',
  addInputRules() {
    return hanMarkPatterns.flatMap(({ mark, find }) => {
      const type = this.editor.schema.marks[mark];
      return type === undefined ? [] : [markInputRule({ find, type })];
    });
  },
});
