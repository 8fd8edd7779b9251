import { expect, it } from 'vitest';
import { joinNotes } from './join-notes';

it('joins notes with a line between', () => {
  const note = (text: string) => ({
    type: 'doc' as const,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const joined = joinNotes([note('一'), note('二')]);
  expect(joined.content?.map(({ type }) => type)).toEqual([
    'paragraph',
    'horizontalRule',
    'paragraph',
  ]);
});
