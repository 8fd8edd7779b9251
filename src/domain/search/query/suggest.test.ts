import { expect, test } from 'vitest';
import { suggest, type Vocabulary } from './suggest';

const vocabulary: Vocabulary = {
  language: 'zh-CN',
  outlets: ['人民日报', '柳溪 周刊', '人民日报', ''],
  tags: [{ name: '治理' }, { name: '社区治理' }, { name: '社工站' }],
};
/** The texts with a choice in the place of the word before `|`. */
function offered(typed: string, language: Vocabulary['language'] = 'zh-CN'): string[] {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const found = suggest(text, caret, { ...vocabulary, language });
  return (found?.choices ?? []).map(
    (choice) => text.slice(0, found?.start) + choice.text + text.slice(found?.end),
  );
}

test('offers fields by their names in either language and by pinyin', () => {
  expect(offered('社会 标|')).toEqual(['社会 标题:', '社会 标签:']);
  expect(offered('(-bq| 社会')).toEqual(['(-标签: 社会']);
  expect(offered('out|', 'en')).toEqual(['outlet:']);
  expect(offered('|')).toEqual([]);
  expect(offered('社会|')).toEqual([]);
});

test('offers what may stand behind a field, quoted where it must be', () => {
  expect(offered('标签:治|')).toEqual(['标签:治理', '标签:社区治理']);
  expect(offered('标签：sgz|')).toEqual(['标签：社工站']);
  expect(offered('来源:|')).toEqual(['来源:"柳溪 周刊"', '来源:人民日报']);
  expect(offered('来源:(人民日报 OR 柳|)')).toEqual(['来源:(人民日报 OR "柳溪 周刊")']);
  expect(offered('类型:图| 社会')).toEqual(['类型:图注 社会']);
  expect(offered('has:|', 'en')).toEqual(['has:note', 'has:highlight', 'has:tag']);
  expect(offered('日期:2|')).toEqual([]);
});
