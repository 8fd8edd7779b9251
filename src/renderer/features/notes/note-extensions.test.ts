import { markdownToNote } from '@domain/note/markdown';
import { restoreNoteDoc } from '@domain/note/restore';
import { MARK_ORDER } from '@domain/note/schema';
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { noteExtensions } from './note-extensions';

const schema = getSchema(
  noteExtensions({
    placeholder: '',
    taskLabel: (words) => words,
    onOpen: () => undefined,
    onFootnote: () => undefined,
  }),
);

const everything = `# 标题

[柳河](zhaiji:article/a-1)[^1]

[原话](zhaiji:quotation/p-1)

[^1]: 注

正文 **粗** *斜* ~~删~~ \`码\` <u>线</u> [链接](https://example.org)

> 引文

- 一
- 二

3. 三

- [ ] 未做
- [x] 已做

| 甲 | 乙 |
| --- | --- |
| 1 | 2 |

\`\`\`
代码
\`\`\`

***
`;

describe('the note schema', () => {
  it('accepts every document that the domain writes', () => {
    const doc = restoreNoteDoc(markdownToNote(everything));
    expect(() => schema.nodeFromJSON(doc).check()).not.toThrow();
  });

  it('gives the same document back', () => {
    const doc = restoreNoteDoc(markdownToNote(everything));
    expect(restoreNoteDoc(schema.nodeFromJSON(doc).toJSON())).toEqual(doc);
  });

  it('has the marks that the domain knows and no others', () => {
    expect(Object.keys(schema.marks).toSorted()).toEqual([...MARK_ORDER].toSorted());
  });
});
