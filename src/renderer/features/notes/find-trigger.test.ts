import { expect, it } from 'vitest';
import { findTrigger } from './find-trigger';

it('opens links anywhere, also with the brackets of a Chinese keyboard', () => {
  expect(findTrigger('参见[[柳河')).toEqual({ kind: 'link', query: '柳河', length: 4 });
  expect(findTrigger('参见【【')).toEqual({ kind: 'link', query: '', length: 2 });
  expect(findTrigger('[[柳河]]')).toBeNull();
  expect(findTrigger('[[柳河]]之后')).toBeNull();
});

it('opens commands at a line’s start or after a space only', () => {
  expect(findTrigger('/bt')).toEqual({ kind: 'command', query: 'bt', length: 3 });
  expect(findTrigger('、')).toEqual({ kind: 'command', query: '', length: 1 });
  expect(findTrigger('文字 /表')).toEqual({ kind: 'command', query: '表', length: 2 });
  for (const text of ['1/2', 'https://', '甲、乙', '/ ', '']) expect(findTrigger(text)).toBeNull();
});

it('opens tags after a space or punctuation', () => {
  expect(findTrigger('很好。#协商')).toEqual({ kind: 'tag', query: '协商', length: 3 });
  expect(findTrigger('#')).toEqual({ kind: 'tag', query: '', length: 1 });
  for (const text of ['C#', '# ', '##', '#协商，']) expect(findTrigger(text)).toBeNull();
});
