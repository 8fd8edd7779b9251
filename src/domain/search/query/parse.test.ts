import { describe, expect, test } from 'vitest';
import type { Query } from './ast';
import { parseQuery } from './parse';
import { printQuery } from './print';

/** What a text means, in the words of the printer; a problem by its place. */
function read(text: string): string {
  const { query, problem } = parseQuery(text);
  const meant = query === null ? '' : printQuery(query);
  if (problem === null) return meant;
  return `${meant}!${problem.code} ${text.slice(problem.start, problem.end)}`;
}

const literal = (text: string): Query => ({ kind: 'literal', text, likeness: 'folded' });

test('plain words are looked for as they stand, all of them', () => {
  expect(parseQuery('社会　工作')).toEqual({
    query: { kind: 'and', parts: [literal('社会'), literal('工作')] },
    problem: null,
  });
  for (const text of [
    '五社联动（试点）',
    '“五社联动”机制',
    '时间：三月',
    'a.b',
    '记者手记｜社区',
    '12:30',
  ]) {
    expect(parseQuery(text).query, text).toEqual(literal(text));
  }
  expect(parseQuery('').query).toBeNull();
  expect(parseQuery('""').query).toBeNull();
});

describe('what a query means', () => {
  test.each([
    ['社会 OR 工作 治理', '社会 OR 工作 治理'],
    ['（社会 ｜ 工作）治理', '(社会 OR 工作) 治理'],
    ['社会 AND NOT 工作', '社会 -工作'],
    ['-(社会 工作)', '-(社会 工作)'],
    ['“社会 工作” 「治理」', '"社会 工作" 治理'],
    ['=社會', '=社會'],
    ['＝“a b”', '="a b"'],
    ['标题:社会 来源：“人民 日报”', 'title:社会 outlet:"人民 日报"'],
    ['来源: 人民日报', 'outlet:人民日报'],
    ['来源:(人民日报 OR 新华社)', '(outlet:人民日报 OR outlet:新华社)'],
    ['author:李 byline:李 作者:李', 'byline:李 byline:李 byline:李'],
    ['日期:2023-11..2024', 'date:2023-11..2024'],
    ['日期：2023年11月', 'date:2023-11'],
    ['date:..2020', 'date:..2020'],
    ['date:2020..', 'date:2020..'],
    ['类型:图注、小标题', 'kind:caption,heading'],
    ['有:笔记 has:highlight', 'has:note has:highlight'],
    ['版次:第4版', 'page:第4版'],
    ['治理 NEAR/10 社会', '治理 NEAR/10 社会'],
    ['治理 NEAR 社会 SAME 工作', '治理 NEAR/10 社会 SAME/S 工作'],
    ['治理 SAME/段 (社会 OR 工作)', '治理 SAME/P (社会 OR 工作)'],
    ['标题:(治理 NEAR/2 社会)', 'title:(治理 NEAR/2 社会)'],
    ['/社会?工作/i', '/社会?工作/i'],
    ['社*工?', '社*工?'],
    ['社会*', '社会'],
    ['govern* *ance word:social', 'govern* *ance word:"social"'],
    // As Chinese input methods write them.
    ['治理 ＮＥＡＲ／１０ 社会', '治理 NEAR/10 社会'],
    ['治理 NEAR、5 社会 SAME、段 工作', '治理 NEAR/5 社会 SAME/P 工作'],
    ['社会 ＯＲ 治理 ＡＮＤ ＮＯＴ 工作', '社会 OR 治理 -工作'],
    ['社＊工', '社*工'],
    ['“社＊工” ＯＲＤＥＲ 为何？', '"社＊工" ＯＲＤＥＲ "为何？"'],
    ['日期：２０２３－１１。。２０２４', 'date:2023-11..2024'],
    ['日期：2023年5月……2024年', 'date:2023-05..2024'],
    ['“ＯＲ” "NEAR、5"', '"ＯＲ" "NEAR、5"'],
  ])('%s', (text, meant) => {
    expect(read(text)).toBe(meant.replace(/^\((outlet.*)\)$/, '$1'));
  });
});

describe('what is not finished', () => {
  test.each([
    ['"社会 工', '"社会 工"'],
    ['“社会', '社会'],
    ['(社会 OR 工', '社会 OR 工'],
    ['(', ''],
    ['/社', '/社/'],
    ['治理 OR', '治理!operand-missing OR'],
    ['治理 NEAR/5 ', '治理!operand-missing NEAR/5'],
    ['治理 NOT', '治理!operand-missing NOT'],
    ['治理 来源:', '治理!value-missing 来源:'],
    ['(治理 来源：', '治理!value-missing 来源：'],
  ])('%s', (text, meant) => {
    expect(read(text)).toBe(meant);
  });
});

test.each(['-', '－', '/(a+)+$/', '"', '   ', '　', '（', 'NEAR/0 ', '\ud83d', '😀', 'שלום'])(
  'whatever is typed has a meaning or a problem with a place: %j',
  (text) => {
    for (const times of [1, 10_000]) {
      const long = text.repeat(times);
      const { query, problem } = parseQuery(long);
      if (problem !== null) expect(long.slice(problem.start, problem.end)).not.toBe('');
      else if (query !== null) expect(parseQuery(printQuery(query)).query).toEqual(query);
    }
  },
);

test('what is wrong in an expression is told without what we put around it', () => {
  for (const text of ['/(/', '/(/i']) {
    expect(parseQuery(text).problem?.what).toBe('missing closing ): `(`');
  }
});

describe('what is wrong', () => {
  test.each([
    ['OR 治理', '!operand-missing OR'],
    ['治理 OR OR 社会', '!operand-missing OR'],
    ['(NEAR/5 社会)', '!operand-missing NEAR/5'],
    ['治理 )', '!unopened )'],
    ['治理 () 社会', '!empty-group ()'],
    ['titel:治理', '!unknown-field titel'],
    ['出处:治理', '!unknown-field 出处'],
    ['日期:昨天', '!date 昨天'],
    ['日期:2023-13', '!date 2023-13'],
    ['日期:2024..2023', '!date-order 2024..2023'],
    ['类型:段落', '!kind 段落'],
    ['has:photo', '!has photo'],
    ['社会 NEAR/x 治理', '!near-distance NEAR/x'],
    ['社会 NEAR/99999 治理', '!near-distance NEAR/99999'],
    ['社会 NEAR/-1 治理', '!near-distance NEAR/-1'],
    ['*', '!only-wildcards *'],
    ['＊', '!only-wildcards ＊'],
    ['社会 SAME/页 治理', '!same-unit SAME/页'],
    ['社会 NEAR/5 来源:人民日报', '!near-operand 来源:人民日报'],
    ['/社(/', '!regex /社(/'],
    ['/社/x', '!regex-flags x'],
    ['社会 **', '!only-wildcards **'],
  ])('%s', (text, meant) => {
    expect(read(text)).toBe(meant);
  });
});
