import type { HighlightColor } from '@domain/model';

/** The words of an exported file, in the user's language. `{n}`, `{from}` and `{to}` are filled in. */
export interface ExportStrings {
  annotations: string;
  note: string;
  archiveNotes: string;
  index: string;
  articles: string;
  codebook: string;
  /** Folder of the notes' pictures. */
  pictures: string;
  untitled: string;
  untitledTag: string;
  /** Heading over the passages that show what a tag means. */
  examples: string;
  paragraph: string;
  paragraphs: string;
  annotationCount: string;
  articleCount: string;
  /** Heading of one annotation. */
  annotationNumber: string;
  /** Between metadata on one line. */
  separator: string;
  colors: Record<HighlightColor, string>;
}

export const exportStringsZh: ExportStrings = {
  annotations: '批注',
  note: '笔记',
  archiveNotes: '档案库笔记',
  index: '目录',
  articles: '文章',
  codebook: '编码本',
  pictures: '图片',
  untitled: '无标题',
  untitledTag: '标签',
  examples: '示例',
  paragraph: '第 {n} 段',
  paragraphs: '第 {from}–{to} 段',
  annotationCount: '{n} 条批注',
  articleCount: '{n} 篇文章',
  annotationNumber: '批注 {n}',
  separator: ' · ',
  colors: { yellow: '黄色', red: '红色', green: '绿色', blue: '蓝色', purple: '紫色' },
};

export const exportStringsEn: ExportStrings = {
  annotations: 'Annotations',
  note: 'Note',
  archiveNotes: 'Archive notes',
  index: 'Index',
  articles: 'Articles',
  codebook: 'Codebook',
  pictures: 'Pictures',
  untitled: 'Untitled',
  untitledTag: 'Tag',
  examples: 'Examples',
  paragraph: 'paragraph {n}',
  paragraphs: 'paragraphs {from}–{to}',
  annotationCount: '{n} annotation(s)',
  articleCount: '{n} article(s)',
  annotationNumber: 'Annotation {n}',
  separator: ' · ',
  colors: { yellow: 'yellow', red: 'red', green: 'green', blue: 'blue', purple: 'purple' },
};

export function fill(template: string, values: Record<string, number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : String(values[name]),
  );
}
