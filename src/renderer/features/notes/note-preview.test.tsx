import type { NoteDoc } from '@domain/model';
import { markdownToNote } from '@domain/note/markdown';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NotePreview } from './note-preview';

const html = (doc: NoteDoc) =>
  renderToStaticMarkup(<NotePreview doc={doc} />).replaceAll(/<\/?span>/g, '');
const ofMarkdown = (markdown: string) => html(markdownToNote(markdown));

describe('NotePreview', () => {
  it('draws words with their marks', () => {
    expect(ofMarkdown('近日，**党建***引领*~~社会~~`工作`')).toBe(
      '<p>近日，<strong>党建</strong><em>引领</em><s>社会</s><code>工作</code></p>',
    );
  });

  it('draws marks inside marks', () => {
    expect(ofMarkdown('[**粗**](https://example.org)')).toBe(
      '<p><a href="https://example.org"><strong>粗</strong></a></p>',
    );
  });

  it('draws headings, quotes, rules and code', () => {
    expect(ofMarkdown('## 二级\n\n> 引\n\n***\n\n```\n甲\n```')).toBe(
      '<h2>二级</h2><blockquote><p>引</p></blockquote><hr/><pre><code>甲</code></pre>',
    );
  });

  it('draws lists, also nested and numbered from elsewhere', () => {
    expect(ofMarkdown('3. 三\n   - 内')).toBe(
      '<ol start="3"><li><p>三</p><ul><li><p>内</p></li></ul></li></ol>',
    );
  });

  it('draws tasks with their state', () => {
    const drawn = ofMarkdown('- [x] 已做\n- [ ] 未做');
    expect(drawn).toContain('<li data-checked="true" data-type="taskItem">');
    expect(drawn.match(/checked=""/g)).toHaveLength(1);
  });

  it('draws tables with head cells', () => {
    expect(ofMarkdown('| 甲 |\n| --- |\n| 乙 |')).toContain(
      '<tr><th colSpan="1" rowSpan="1"><p>甲</p></th></tr>',
    );
  });

  it('takes words as words and never as markup', () => {
    const doc: NoteDoc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '<b>&</b>' }] }],
    };
    expect(html(doc)).toBe('<p>&lt;b&gt;&amp;&lt;/b&gt;</p>');
  });

  it('draws no link that could run code', () => {
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }];
    const doc: NoteDoc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '点', marks }] }],
    };
    expect(html(doc)).toBe('<p>点</p>');
  });

  it('draws what it does not know as its words', () => {
    const doc: NoteDoc = { type: 'doc', content: [{ type: 'mystery', text: '字' }] };
    expect(html(doc)).toBe('字');
  });
});
