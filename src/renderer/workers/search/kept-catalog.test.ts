import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Catalog } from './catalog';
import { keptPieces, takePiece } from './kept-catalog';

const text = fc.constantFrom('', '云汀日报', '社会工作 "引号"\n换行', '2024-05-01', '𠮷');
const tagIds = fc.uniqueArray(fc.constantFrom('t1', 't2', 't3'));
const id = fc.nat(9).map((number) => `a${number}`);
const article = fc.record({
  ...{ id, title: text, outlet: text, date: text, byline: text, page: text },
  ...{ characters: fc.nat(5000), tagIds },
});
const passage = fc.record({
  id: fc.nat(9).map((number) => `p${number}`),
  articleId: id,
  ...{ start: fc.nat(99), end: fc.nat(99), tagIds },
  ...{ isHighlighted: fc.boolean(), unplaced: fc.boolean() },
});
const note = fc.record({
  id: fc.nat(9).map((number) => `n${number}`),
  targetKind: fc.constantFrom('annotation', 'article', 'tag', 'archive'),
  targetId: fc.nat(9).map((number) => `p${number}`),
});

it('a catalogue comes back out of its pieces as it was', () => {
  fc.assert(
    fc.property(
      fc.array(article),
      fc.array(passage),
      fc.array(note),
      fc.array(id),
      (articles, passages, notes, gone) => {
        const catalog = new Catalog();
        for (const row of articles) catalog.putArticle(row);
        for (const row of passages) catalog.putPassage(row);
        for (const row of notes) catalog.putNote(row);
        catalog.putTag({ id: 't1', name: '地点', parentId: null });
        catalog.putTag({ id: 't2', name: '祠堂', parentId: 't1' });
        for (const each of gone) catalog.articles.remove(each);
        const again = new Catalog();
        for (const piece of keptPieces(catalog.rows())) takePiece(piece, again);
        const { articles: one, notes: noted, passages: placed, tags } = catalog.view();
        const view = again.view();
        expect(view.articles.rows).toEqual(one.rows);
        expect(view.notes).toEqual(noted);
        expect(view.passages).toEqual(placed);
        expect(view.tags).toEqual(tags);
        const others = again.rows().passages.length - catalog.rows().passages.length;
        expect(others).toBe(0);
      },
    ),
  );
});

it('what was handed out to be kept does not change with the catalogue', () => {
  const catalog = new Catalog();
  const row = { id: 'p', articleId: 'a', start: 1, end: 3, tagIds: [], isHighlighted: false };
  catalog.putPassage({ ...row, unplaced: false });
  const kept = catalog.rows();
  catalog.putPassage({ ...row, articleId: 'b', start: 5, unplaced: true });
  expect(kept.passages.map(kept.passageRow)).toEqual([{ ...row, unplaced: false }]);
});
