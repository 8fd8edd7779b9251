import type {
  Annotation,
  Article,
  ArticleText,
  Note,
  Paragraph,
  ParagraphKind,
  Tag,
} from '@domain/model';
import { markdownToNote } from '@domain/note/markdown';
import { noteToPlain } from '@domain/note/plain';

const stamp = {
  created: '2024-03-01T08:00:00.000Z',
  modified: '2024-03-01T08:00:00.000Z',
  authorId: '018e0000-0000-7000-8000-00000000000a',
};

export function articleOf(fields: Partial<Article> = {}): Article {
  return {
    ...stamp,
    id: '018e0000-0000-7000-8000-000000000001',
    title: '柳河街道：居民议事会“开张”',
    outlet: '青岚日报',
    date: '2024-03-01',
    byline: '记者 柯一鸣',
    page: '03 版',
    characters: 0,
    paragraphCount: 0,
    sourceFileId: '018e0000-0000-7000-8000-000000000002',
    firstLine: 3,
    lastLine: 40,
    ...fields,
  };
}

export function textOf(lines: readonly (string | [ParagraphKind, string])[]): ArticleText {
  const paragraphs: Paragraph[] = [];
  let text = '';
  for (const line of lines) {
    const [kind, words] = typeof line === 'string' ? (['body', line] as const) : line;
    if (paragraphs.length > 0) text += '\n';
    const start = text.length;
    text += words;
    paragraphs.push({ kind, start, end: text.length, firstLine: 1, lastLine: 1 });
  }
  return { articleId: articleOf().id, text, paragraphs, sha256: '' };
}

export function annotationOf(
  text: string,
  start: number,
  end: number,
  color: Annotation['color'] = 'yellow',
): Annotation {
  const id = `018e0000-0000-7000-8000-${String(start).padStart(12, '0')}`;
  const exact = text.slice(start, end);
  return {
    ...stamp,
    id,
    articleId: articleOf().id,
    start,
    end,
    exact,
    prefix: '',
    suffix: '',
    color,
    tagIds: [],
  };
}

export function tagOf(name: string, parentId: string | null = null, description = ''): Tag {
  return { ...stamp, id: name, name, parentId, description, color: 'blue' };
}

export function noteOf(markdown: string): Note {
  const doc = markdownToNote(markdown);
  return {
    ...stamp,
    id: markdown,
    targetKind: 'annotation',
    targetId: '',
    doc,
    plain: noteToPlain(doc),
  };
}
