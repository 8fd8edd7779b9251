import type { ParagraphKind } from '@domain/model';
import type { HasQuery } from './ast';

/** The fields that a query may name. `word` is not a place but a way to look: whole Latin words. */
export const QUERY_FIELDS = [
  'title',
  'text',
  'note',
  'outlet',
  'date',
  'byline',
  'tag',
  'kind',
  'has',
  'page',
  'word',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** What each field may be called; the first is what is written in English, the second in Chinese. */
export const FIELD_NAMES: Record<QueryField, readonly string[]> = {
  title: ['title', '标题', '標題'],
  text: ['text', '正文', '全文'],
  note: ['note', '笔记', '筆記'],
  outlet: ['outlet', '来源', '來源', 'source'],
  date: ['date', '日期'],
  byline: ['byline', '作者', 'author'],
  tag: ['tag', '标签', '標籤'],
  kind: ['kind', '类型', '類型'],
  has: ['has', '有'],
  page: ['page', '版次', '版'],
  word: ['word', '整词', '整詞'],
};

export const KIND_NAMES: Record<ParagraphKind, readonly string[]> = {
  body: ['body', '正文'],
  heading: ['heading', '小标题', '小標題', '标题'],
  caption: ['caption', '图注', '圖注', '图说'],
  attribution: ['attribution', '来源', '來源'],
  byline: ['byline', '署名', '作者'],
};

export const HAS_NAMES: Record<HasQuery['what'], readonly string[]> = {
  note: ['note', '笔记', '筆記'],
  highlight: ['highlight', '高亮', '标记'],
  tag: ['tag', '标签', '標籤'],
};

function lookUp<Key extends string>(names: Record<Key, readonly string[]>): Map<string, Key> {
  const found = new Map<string, Key>();
  for (const key of Object.keys(names) as Key[])
    for (const name of names[key]) found.set(name, key);
  return found;
}

const fields = lookUp(FIELD_NAMES);
const kinds = lookUp(KIND_NAMES);
const choices = lookUp(HAS_NAMES);

const plain = (name: string) => name.normalize('NFKC').toLowerCase().trim();

export const fieldNamed = (name: string): QueryField | null => fields.get(plain(name)) ?? null;
export const kindNamed = (name: string): ParagraphKind | null => kinds.get(plain(name)) ?? null;
export const choiceNamed = (name: string): HasQuery['what'] | null =>
  choices.get(plain(name)) ?? null;
