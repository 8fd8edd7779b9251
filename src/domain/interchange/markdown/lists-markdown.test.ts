import { describe, expect, it } from 'vitest';
import { archiveNotesToMarkdown } from './archive-notes-markdown';
import { indexToMarkdown } from './index-markdown';
import { annotationOf, articleOf, noteOf, tagOf, textOf } from './records.test-support';
import { exportStringsEn, exportStringsZh } from './strings';
import { tagToMarkdown } from './tag-markdown';
import { obsidianTag } from './tag-names';

const text = textOf(['网格员每周入户。', '议事会每月开会。']);
const parent = tagOf('基层治理', null, '街道与社区\n的治理');
const child = tagOf('议事', parent.id);

describe('tagToMarkdown', () => {
  it('begins with the memo and the examples', () => {
    const annotation = annotationOf(text.text, 9, 12);
    const annotations = [annotation, annotationOf(text.text, 0, 3)].map((each) => ({
      annotation: each,
      tags: [child],
      note: null,
    }));
    const { paragraphs } = text;
    const group = { article: articleOf(), paragraphs, file: null, hasText: false, annotations };
    const tag = { ...child, examples: [annotation.id] };
    const markdown = tagToMarkdown(
      { tag, groups: [group], codebook: [], note: noteOf('界限') },
      exportStringsZh,
    );
    expect(markdown).toContain('# 议事\n\n界限\n\n## 示例\n\n> 议事会\n\n1 篇文章 · 2 条批注');
  });

  it('groups passages by article and links to their places', () => {
    const markdown = tagToMarkdown(
      {
        tag: child,
        codebook: [parent, child],
        groups: [
          {
            article: articleOf({ title: '甲 [一]' }),
            paragraphs: text.paragraphs,
            file: '../articles/甲 (一).md',
            hasText: true,
            annotations: [
              { annotation: annotationOf(text.text, 9, 12), tags: [child], note: noteOf('*要点*') },
              {
                annotation: annotationOf(text.text, 0, 3, null),
                tags: [child, parent],
                note: null,
              },
            ],
          },
          {
            article: articleOf({ title: '', outlet: '', date: '' }),
            paragraphs: text.paragraphs,
            file: null,
            hasText: false,
            annotations: [{ annotation: annotationOf(text.text, 0, 3), tags: [], note: null }],
          },
        ],
      },
      exportStringsZh,
    );
    expect(markdown).toBe(`---
title: 基层治理/议事
tags:
  - 基层治理/议事
color: blue
annotations: 3
articles: 2
id: 议事
exported-by: zhaiji
---

# 基层治理/议事

2 篇文章 · 3 条批注

## [甲 \\[一\\]](../articles/甲%20%28一%29.md)

青岚日报 · 2024-03-01

### 批注 1

> 网格员

[第 1 段](../articles/甲%20%28一%29.md#^p1) · #基层治理/议事 #基层治理

### 批注 2

> 议事会

[第 2 段](../articles/甲%20%28一%29.md#^p2) · 黄色 · #基层治理/议事

*要点*

## 无标题

### 批注 3

> 网格员

第 1 段 · 黄色
`);
  });
});

describe('indexToMarkdown', () => {
  it('lists articles and the codebook', () => {
    const markdown = indexToMarkdown(
      {
        articles: [
          { article: articleOf({ title: '甲' }), file: 'articles/甲.md', annotations: 2 },
          { article: articleOf({ title: '', outlet: '' }), file: null, annotations: 0 },
        ],
        tags: [
          { tag: child, file: 'tags/议事.md', annotations: 1 },
          { tag: parent, file: null, annotations: 0 },
          { tag: tagOf('丙', '丁'), file: null, annotations: 0 },
          { tag: tagOf('丁', '丙'), file: null, annotations: 0 },
        ],
        notesFile: 'notes.md',
      },
      exportStringsEn,
    );
    expect(markdown.slice(markdown.indexOf('# Index'))).toBe(`# Index

[Archive notes](notes.md)

## Articles

2 article(s)

- [甲](articles/甲.md) · 青岚日报 · 2024-03-01 · 2 annotation(s)
- Untitled · 2024-03-01

## Codebook

- 基层治理 · 0 annotation(s) · 街道与社区 的治理
  - [议事](tags/议事.md) · 1 annotation(s)
- 丙 · 0 annotation(s)
  - 丁 · 0 annotation(s)
`);
  });
});

describe('archiveNotesToMarkdown', () => {
  it('puts the notes below one title', () => {
    const markdown = archiveNotesToMarkdown(
      [noteOf('# 计划\n\n读完。'), noteOf('')],
      exportStringsZh,
    );
    expect(markdown.endsWith('---\n\n# 档案库笔记\n\n## 计划\n\n读完。\n')).toBe(true);
  });
});

describe('obsidianTag', () => {
  it('makes names that Obsidian takes', () => {
    expect(obsidianTag(['基层治理', '议事 协商'])).toBe('基层治理/议事-协商');
    expect(obsidianTag(['2024'])).toBe('t-2024');
    expect(obsidianTag(['（一）社工、志愿者！'])).toBe('一-社工-志愿者');
    expect(obsidianTag(['a//b', '#c'])).toBe('a/b/c');
    expect(obsidianTag(['👍 好'])).toBe('👍-好');
    expect(obsidianTag(['！'])).toBe('t-tag');
  });
});
