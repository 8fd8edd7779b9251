import { describe, expect, it } from 'vitest';
import {
  imageNode,
  leadLinksTo,
  linkKey,
  noteLinks,
  parseLinkHref,
  parseLinkKey,
  quotationNode,
  referenceNode,
} from './links';
import { markdownToNote, noteToMarkdown } from './markdown';
import { noteToPlain } from './plain';
import { restoreNoteDoc } from './restore';
import { noteDoc, paragraph, parentNode, textNode } from './schema';

const article = { kind: 'article', id: 'a-1' } as const;
const footnote = (text: string) => ({ type: 'footnote', attrs: { text } });
const doc = noteDoc([
  paragraph([
    textNode('参见'),
    referenceNode(article, '柳河 议事会'),
    footnote('初稿'),
    textNode('：好'),
  ]),
  quotationNode('p-1', '居民 先议后办'),
  paragraph([referenceNode(article, '柳河'), referenceNode({ kind: 'tag', id: 't' }, '协商')]),
]);

describe('links of a note', () => {
  it('are listed once each, quotations as their passages', () => {
    expect(noteLinks(doc)).toEqual(['article:a-1', 'annotation:p-1', 'tag:t']);
    expect(noteLinks(noteDoc([]))).toEqual([]);
  });

  it('have keys and addresses that read back, and nothing else does', () => {
    expect(parseLinkKey(linkKey(article))).toEqual(article);
    expect(parseLinkHref('zhaiji:tag/t')).toEqual({ kind: 'tag', id: 't' });
    for (const wrong of ['zhaiji:file/x', 'zhaiji:tag/../x', 'https://a/b', 'zhaiji:tag/'])
      expect(parseLinkHref(wrong)).toBeNull();
    expect(parseLinkKey('archive:x')).toBeNull();
  });

  it('are words where there is only text', () => {
    expect(noteToPlain(doc)).toBe('参见柳河 议事会（初稿）：好\n居民 先议后办\n柳河协商');
  });

  it('come back from Markdown, and are names in what is handed on', () => {
    expect(markdownToNote(noteToMarkdown(doc))).toEqual(doc);
    expect(noteToMarkdown(doc, { links: 'wiki' })).toBe(
      '参见[[柳河 议事会]][^1]：好\n\n> 居民 先议后办\n\n[[柳河]][[协商]]\n\n[^1]: 初稿\n',
    );
  });

  it('hand pictures on as files where those have an address', () => {
    const picture = noteDoc([
      paragraph([textNode('见图：')]),
      imageNode('i-1', '村口[旧]'),
      parentNode('blockquote', [imageNode('i-2', ''), imageNode('gone', '祠堂')]),
    ]);
    const pictures = (id: string) => (id === 'gone' ? null : `../图片/${id}.png`);
    expect(noteToMarkdown(picture, { links: 'wiki', pictures })).toBe(
      '见图：\n\n![村口 旧](../图片/i-1.png)\n\n> ![图](../图片/i-2.png)\n>\n> 〔图：祠堂〕\n',
    );
  });

  it('pass the gate only whole; what is not a link leaves its name', () => {
    expect(restoreNoteDoc(doc)).toEqual(doc);
    const broken = [{ type: 'reference', attrs: { kind: 'file', id: 'x', label: '某处' } }];
    expect(restoreNoteDoc(broken)).toEqual(noteDoc([paragraph([textNode('某处')])]));
    expect(restoreNoteDoc([{ type: 'quotation', attrs: { label: '原话' } }])).toEqual(
      noteDoc([paragraph([textNode('原话')])]),
    );
    expect(restoreNoteDoc([footnote('')])).toEqual(noteDoc([]));
  });
});

it('links to what is taken into something else lead to that, at any depth', () => {
  const from = { kind: 'tag', id: 'a' } as const;
  const to = { kind: 'tag', id: 'b' } as const;
  const other = referenceNode({ kind: 'article', id: 'a' }, '同号的文章');
  const before = noteDoc([
    parentNode('blockquote', [paragraph([referenceNode(from, '志愿者'), other])]),
  ]);
  const after = leadLinksTo(before, from, to);
  expect(noteLinks(after)).toEqual(['tag:b', 'article:a']);
  expect(leadLinksTo(after, to, from)).toEqual(before);
});
