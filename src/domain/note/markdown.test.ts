import type { NoteDoc, NoteNode } from '@domain/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInline, anyLine, anyNote } from './arbitrary.test-support';
import { markdownToNote, noteToMarkdown } from './markdown';
import { emptyNote, noteToPlain } from './plain';
import { restoreNoteDoc } from './restore';
import { mergeText, noteDoc, paragraph, parentNode, textNode } from './schema';

const bold = (text: string) => textNode(text, [{ type: 'bold' }]);
const note = (...content: NoteNode[]): NoteDoc => noteDoc([paragraph(content)]);
const markdownOf = (...content: NoteNode[]) => noteToMarkdown(note(...content)).trimEnd();
/** Raised by hand for a long search. */
const RUNS = 150;

describe('noteToMarkdown', () => {
  it('leaves Han text and common punctuation alone', () => {
    const text = '“五社联动”怎么做？张三说：先议事、再办事（试行）——50%的居民赞成，共 3.5 万人。';
    expect(markdownOf(textNode(text))).toBe(text);
    expect(markdownOf(textNode('居民'), bold('议事会'), textNode('很热闹'))).toBe(
      '居民**议事会**很热闹',
    );
  });

  it('encodes only the letter that keeps emphasis beside punctuation from opening', () => {
    expect(markdownOf(textNode('他说'), bold('“好”'), textNode('，又说'))).toBe(
      '他&#x8BF4;**“好”**，又说',
    );
    expect(markdownOf(textNode('𠮷'), bold('（甲）'), textNode('乙丙'))).toBe(
      '&#x20BB7;**（甲）**&#x4E59;丙',
    );
  });

  it('escapes what would be syntax for Markdown or Obsidian', () => {
    expect(markdownOf(textNode('# 一'))).toBe('\\# 一');
    expect(markdownOf(textNode('1. 一'))).toBe('1\\. 一');
    expect(markdownOf(textNode('- a | b'))).toBe('\\- a \\| b');
    expect(markdownOf(textNode('==高亮== %%注%% $x$ [[链接]] ^id'))).toBe(
      '\\=\\=高亮\\=\\= \\%\\%注\\%\\% \\$x\\$ \\[\\[链接\\]\\] \\^id',
    );
  });

  it('takes no short cut past a line start or end that needs care', () => {
    expect(markdownOf(textNode('甲 '))).toBe('甲&#x20;');
    expect(markdownOf(textNode(' 甲'))).toBe('&#x20;甲');
    expect(markdownOf(textNode('> 甲'))).toBe('\\> 甲');
    expect(markdownOf(textNode('甲 > 乙'))).toBe('甲 > 乙');
  });

  it('is empty for an empty note', () => {
    expect(noteToMarkdown(emptyNote())).toBe('');
    expect(noteToMarkdown({ type: 'doc' })).toBe('');
  });

  it('writes lists, tasks, tables and code as GFM', () => {
    const markdown = [
      '## 提纲',
      '- 甲\n  1. 乙\n- 丙',
      '* [ ] 待办\n* [x] 已办',
      '| 街道 | 数 |\n| - | -: |\n| 柳河 | 3<br>4 |',
      '> 引文\n>\n> ***',
      '```js\nlet a;\n\n```',
    ].join('\n\n');
    expect(noteToMarkdown(markdownToNote(markdown))).toBe(`${markdown}\n`);
  });

  it('does not let a list swallow what stands before it', () => {
    const item = (...blocks: NoteNode[]) => parentNode('listItem', blocks);
    const inner = parentNode('orderedList', [item(paragraph([textNode('乙')]))], { start: 3 });
    const doc = noteDoc([parentNode('bulletList', [item(paragraph([textNode('甲')]), inner)])]);
    expect(noteToMarkdown(doc)).toBe('- 甲\n\n  3. 乙\n');
  });

  it('moves headings down on request, to level 6 at most', () => {
    const doc = markdownToNote('# 一\n\n##### 二');
    expect(noteToMarkdown(doc, { headingShift: 3 })).toBe('#### 一\n\n###### 二\n');
  });

  it('keeps the words of unknown nodes', () => {
    const doc: NoteDoc = {
      type: 'doc',
      content: [
        { type: 'callout', content: [paragraph([textNode('甲')]), paragraph([textNode('乙')])] },
      ],
    };
    expect(noteToMarkdown(doc)).toBe('甲\n\n乙\n');
  });
});

describe('markdownToNote', () => {
  it('gives one empty paragraph for nothing', () => {
    expect(markdownToNote('')).toEqual(emptyNote());
    expect(markdownToNote(' \n\n ')).toEqual(emptyNote());
  });

  it('takes HTML literally, but for line breaks and underline', () => {
    expect(noteToPlain(markdownToNote('<div>\n甲\n</div>\n\n乙<b>丙</b><br>丁'))).toBe(
      '<div>\n甲\n</div>\n乙<b>丙</b>\n丁',
    );
    expect(markdownToNote('<u>甲*乙*</u>').content?.[0]?.content?.[0]).toEqual(
      textNode('甲', [{ type: 'underline' }]),
    );
  });

  it('puts a paragraph first into items and cells', () => {
    const item = markdownToNote('- # 甲').content?.[0]?.content?.[0];
    expect(item?.content?.map((node) => node.type)).toEqual(['paragraph', 'heading']);
    const cell = markdownToNote('| a |\n| - |').content?.[0]?.content?.[0]?.content?.[0];
    expect(cell).toEqual(parentNode('tableHeader', [paragraph([textNode('a')])]));
  });

  it('divides a list of tasks and plain items', () => {
    const doc = markdownToNote('1. 甲\n2. [x] 乙\n3. 丙');
    expect(doc.content?.map((node) => [node.type, node.attrs?.start])).toEqual([
      ['orderedList', 1],
      ['taskList', undefined],
      ['orderedList', 3],
    ]);
  });

  it('keeps words of images and definitions, and drops unsafe addresses', () => {
    const markdown =
      '![图](a.png)[^1] [甲][r] [乙](javascript:alert(1))\n\n[r]: b.md\n[s]: c.md\n\n[^1]: 注';
    expect(noteToPlain(markdownToNote(markdown))).toBe('图（注） 甲 乙\n[s]: c.md');
    expect(JSON.stringify(markdownToNote(markdown))).not.toContain('javascript');
  });
});

describe('round trips', { timeout: 60_000 }, () => {
  it('keep any line of text, and all of it as plain text', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(markdownToNote(noteToMarkdown(note(...mergeText([textNode(line)]))))).toEqual(
          note(...mergeText([textNode(line)])),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('keep the words under any marks, in paragraphs, headings and cells', () => {
    fc.assert(
      fc.property(anyInline, (inline) => {
        const blocks = [
          paragraph(inline),
          parentNode('heading', inline, { level: 2 }),
          parentNode('table', [
            parentNode('tableRow', [parentNode('tableHeader', [paragraph(inline)])]),
          ]),
        ];
        for (const block of blocks) {
          const doc = noteDoc([block]);
          expect(words(markdownToNote(noteToMarkdown(doc)))).toBe(words(doc));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('keep bold and italics of Han text next to any neighbour', () => {
    const piece = fc.constantFrom('中', '。', '“', '𠮷', '😀', 'a', '→', '中文', '（', '）', '1');
    fc.assert(
      fc.property(
        piece,
        piece,
        piece,
        piece,
        fc.constantFrom('bold', 'italic', 'strike'),
        (...args) => {
          const [before, first, last, after, type] = args;
          const doc = note(textNode(before), textNode(first + last, [{ type }]), textNode(after));
          expect(markdownToNote(noteToMarkdown(doc))).toEqual(doc);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('keep the words of any note, and settle at once', () => {
    fc.assert(
      fc.property(anyNote, (doc) => {
        const markdown = noteToMarkdown(doc);
        const back = markdownToNote(markdown);
        expect(words(back)).toBe(words(doc));
        expect(noteToMarkdown(markdownToNote(noteToMarkdown(back)))).toBe(noteToMarkdown(back));
        expect(restoreNoteDoc(back)).toEqual(back);
      }),
      { numRuns: RUNS },
    );
  });

  it('keep the words of any Markdown once it is a note', () => {
    const lines = fc.array(anyLine, { maxLength: 8 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, (markdown) => {
        const first = markdownToNote(markdown);
        expect(restoreNoteDoc(first)).toEqual(first);
        expect(words(markdownToNote(noteToMarkdown(first)))).toBe(words(first));
      }),
      { numRuns: RUNS },
    );
  });
});

/** All words with their line breaks, without the empty lines that Markdown cannot hold. */
function words(doc: NoteDoc): string {
  return noteToPlain(doc)
    .split('\n')
    .filter((line) => !/^[\t ]*$/.test(line))
    .join('\n');
}
