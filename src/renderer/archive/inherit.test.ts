import type { Article } from '@domain/model';
import { expect, test } from 'vitest';
import { inherit, takeOver } from './inherit';

const read = { rule: 'title-line', line: 1, confidence: 1 } as unknown as NonNullable<
  Article['facts']
>['title'];

function article(id: string, values: Partial<Article> = {}): Article {
  const empty = { title: '', outlet: '', date: '', byline: '', page: '' };
  return {
    ...{ id, created: `${id} created`, modified: `${id} modified`, authorId: `${id} author` },
    ...{ characters: 0, paragraphCount: 0, sourceFileId: 's', firstLine: 1, lastLine: 2 },
    ...empty,
    facts: {},
    ...values,
  };
}

test('what was written over the metadata stays, what was read is read anew', () => {
  const old = article('old', { title: '改过的题', outlet: '旧报', facts: { outlet: read } });
  const fresh = article('new', { title: '读到的题', outlet: '新报', facts: { title: read } });
  expect(inherit(fresh, old)).toMatchObject({
    ...{ id: 'old', created: 'old created', authorId: 'old author', modified: 'new modified' },
    ...{ title: '改过的题', outlet: '新报', facts: {} },
  });
});

test('an article takes over the tags of all whose text it has, and words only where it has none', () => {
  const fresh = article('new', { title: '题', tagIds: ['a'] });
  const olds = [
    article('old', { tagIds: ['a', 'b'], byline: '林青' }),
    article('other', { tagIds: ['c'], title: '别的题', byline: '别人' }),
  ];
  expect(takeOver(fresh, olds)).toMatchObject({
    ...{ id: 'new', title: '题', byline: '林青', tagIds: ['a', 'b', 'c'] },
  });
  expect(takeOver(article('new'), [article('old')])).not.toHaveProperty('tagIds');
});
