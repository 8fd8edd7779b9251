import { describe, expect, it } from 'vitest';
import { applyMetadata } from './apply-metadata';
import { reconstruct } from './reconstruct';

const TEXT =
  '石桥村建起暖心灶\n2024-03-05 石桥日报\n\n石桥村的灶台上周生起了火，三十位老人有了热饭吃。\n\n（据石桥日报）';

describe('applyMetadata', () => {
  const file = reconstruct(TEXT);

  it('writes values over what was read, by the first line', () => {
    const changed = applyMetadata(file, [
      { firstLine: 1, values: { title: '暖心灶', date: '2024-03-06', issue: '第2期' } },
      { firstLine: 1, values: { date: '2024-03-07', subtitle: '石桥纪事' } },
    ]);
    const corrected = { rule: 'corrected', line: null, confidence: 1 };
    expect(changed.articles[0]).toMatchObject({
      title: '暖心灶',
      subtitle: '石桥纪事',
      date: '2024-03-07',
      issue: '第2期',
      outlet: '石桥日报',
      facts: { title: corrected, date: corrected, issue: corrected, subtitle: corrected },
    });
    expect(changed.articles[0]?.text).toBe(file.articles[0]?.text);
    expect(file.articles[0]?.title).toBe('石桥村建起暖心灶');
  });

  it('empties values, and does nothing elsewhere', () => {
    const [article] = applyMetadata(file, [
      { firstLine: 1, values: { outlet: '', subtitle: '' } },
    ]).articles;
    expect(article?.outlet).toBe('');
    expect(article && 'subtitle' in article).toBe(false);
    expect(article?.facts.outlet).toBeUndefined();
    expect(applyMetadata(file, [{ firstLine: 3, values: { outlet: '别处' } }])).toEqual(file);
    expect(applyMetadata(file, [])).toBe(file);
  });
});
