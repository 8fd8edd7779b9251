import { anyLine } from '@domain/note/arbitrary.test-support';
import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articleToMarkdown } from './article-markdown';
import { annotationOf, articleOf, noteOf, tagOf, textOf } from './records.test-support';
import { exportStringsEn, exportStringsZh } from './strings';
import type { ArticleExport } from './types';

const text = textOf([
  '“有事好商量。”3 月 1 日，柳河街道的居民议事会开张了。',
  ['heading', '一、*谁*来议'],
  ['caption', '图为议事会现场。柯一鸣 摄'],
  '# 不是标题，也不是 [链接](x) 或 $公式$。',
  ['attribution', '（据青岚日报）'],
]);
const heading = text.text.indexOf('一、');
const parent = tagOf('基层治理');
const child = tagOf('议事 协商', parent.id);

const sample: ArticleExport = {
  article: articleOf(),
  text,
  source: {
    ...articleOf(),
    name: '剪报: 3月.txt',
    sha256: 'ab'.repeat(32),
    encoding: 'gb18030',
    size: 10,
  },
  annotations: [
    {
      annotation: annotationOf(text.text, heading, heading + 7, null),
      tags: [tagOf('2024')],
      note: null,
    },
    {
      annotation: annotationOf(text.text, 0, 7),
      tags: [child],
      note: noteOf('# 想法\n\n- [ ] **核实**'),
    },
  ],
  note: noteOf('全文笔记'),
  codebook: [parent, child],
};

describe('articleToMarkdown', () => {
  it('writes a file that reads well', () => {
    expect(articleToMarkdown(sample, exportStringsZh)).toBe(`---
title: 柳河街道：居民议事会“开张”
outlet: 青岚日报
date: 2024-03-01
byline: 记者 柯一鸣
page: 03 版
source-file: "剪报: 3月.txt"
source-sha256: ${'ab'.repeat(32)}
source-lines: 3-40
tags:
  - 基层治理/议事-协商
  - t-2024
annotations: 2
id: 018e0000-0000-7000-8000-000000000001
exported-by: zhaiji
---

# 柳河街道：居民议事会“开张”

**[1]** “有事好商量。”3 月 1 日，柳河街道的居民议事会开张了。 ^p1

## **[2]** 一、\\*谁\\*来议 ^p2

**[3]** *图为议事会现场。柯一鸣 摄* ^p3

**[4]** \\# 不是标题，也不是 \\[链接\\](x) 或 \\$公式\\$。 ^p4

**[5]** （据青岚日报） ^p5

***

## 批注

2 条批注

### 批注 1

> “有事好商量。

[第 1 段](#^p1) · 黄色 · #基层治理/议事-协商

#### 想法

- [ ] **核实**

### 批注 2

> 一、\\*谁\\*来议

[第 2 段](#^p2) · #t-2024

## 笔记

全文笔记
`);
  });

  it('leaves out the text on request, and then links to nothing', () => {
    const markdown = articleToMarkdown(sample, exportStringsEn, { includeText: false });
    expect(markdown).not.toContain('居民议事会开张了');
    expect(markdown).not.toContain('^p');
    expect(markdown).toContain('> “有事好商量。\n\nparagraph 1 · yellow');
  });

  it('keeps the paragraphs of a quotation and names both ends', () => {
    const annotation = annotationOf(text.text, 28, text.text.indexOf('现场'));
    const markdown = articleToMarkdown(
      { ...sample, annotations: [{ annotation, tags: [], note: null }] },
      exportStringsZh,
    );
    expect(markdown).toContain('[第 1–3 段](#^p1) · 黄色');
    expect(markdown).toContain('来议\n>\n> 图为议事会');
  });

  it('has front matter that any YAML reader takes as meant', () => {
    const names = fc.record({
      title: fc.string({ unit: 'binary' }),
      outlet: anyLine,
      byline: fc.constantFrom('no', '12:30', '~', '2024', '- a', '# b', '"'),
    });
    fc.assert(
      fc.property(names, (fields) => {
        const markdown = articleToMarkdown(
          { ...sample, article: articleOf(fields) },
          exportStringsZh,
        );
        const end = markdown.indexOf('\n---\n');
        for (const version of ['1.1', '1.2'] as const) {
          const read: unknown = parse(markdown.slice(4, end), { version });
          for (const [key, value] of Object.entries(fields))
            expect((read as Record<string, unknown>)[key] ?? '').toBe(value);
        }
      }),
    );
  });

  it('any text in, the same text and the same quotes out', () => {
    const kind = fc.constantFrom('body', 'heading', 'caption', 'attribution');
    const line = anyLine.filter((words) => words !== '');
    const article = fc.array(fc.tuple(kind, line), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(article, fc.nat(100), fc.nat(100), line, (lines, a, b, title) => {
        const words = textOf(lines);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const annotation = annotationOf(words.text, start, end);
        fc.pre(annotation.exact.replaceAll('\n', '') !== '' && !/\p{Cs}/u.test(annotation.exact));
        const annotations = [{ annotation, tags: [child], note: noteOf(title) }];
        const input = { ...sample, article: articleOf({ title }), text: words, annotations };
        const { children } = rootOf(articleToMarkdown(input, exportStringsZh));
        expect(textIn(children[0])).toBe(title);
        const paragraphs = children.slice(1, lines.length + 1).map((block) => textIn(block));
        expect(paragraphs).toEqual(
          lines.map(([, words], index) => `[${index + 1}] ${words} ^p${index + 1}`),
        );
        const quote = children.find((block) => block.type === 'blockquote');
        const quoted = quote?.children.map((block) => textIn(block)).join('\n');
        expect(quoted ?? '').toBe(
          annotation.exact
            .split('\n')
            .filter((part) => part !== '')
            .join('\n'),
        );
      }),
      { numRuns: 150 },
    );
  });
});

/** Read as others would read it: with GFM as it comes, links in bare text included. */
function rootOf(markdown: string): Root {
  const body = markdown.slice(markdown.indexOf('\n---\n') + 5);
  return fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function textIn(node: RootContent | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textIn(child)).join('') : '';
}
