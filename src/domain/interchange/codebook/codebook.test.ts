import type { Tag } from '@domain/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codebookFromCsv, codebookToCsv } from './codebook-csv';
import { planCodebook } from './codebook-file';
import { codebookFromQdc, codebookToQdc } from './codebook-qdc';
import { colorFrom, RGB } from './colors';

const guid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const tag = (n: number, name: string, parent: number | null = null, description = ''): Tag => ({
  id: guid(n),
  name,
  color: 'green',
  description,
  parentId: parent === null ? null : guid(parent),
  created: '',
  modified: '',
  authorId: '',
});
const book = [
  tag(1, '社会工作'),
  tag(2, '党建/引领', 1, '说明 <一> & "二"\n第二行'),
  tag(3, '议事', 2),
];

describe('a codebook as a file', () => {
  it('comes back from CSV', () => {
    const codes = codebookFromCsv(codebookToCsv(book));
    expect(codes.map(({ name, path }) => [name, path])).toEqual([
      ['社会工作', []],
      ['党建/引领', ['社会工作']],
      ['议事', ['社会工作', '党建/引领']],
    ]);
    expect(codes[1]).toMatchObject({ color: 'green', description: book[1]?.description });
    expect(planCodebook(codes, book).codes.every((code) => code.kind === 'same')).toBe(true);
  });

  it('comes back from REFI-QDA', () => {
    const codes = codebookFromQdc(codebookToQdc(book));
    expect(codes[1]).toEqual({
      name: '党建/引领',
      path: ['社会工作'],
      color: 'green',
      description: '说明 <一> & "二"\n第二行',
      guid: guid(2),
    });
  });

  it('keeps every name and description, whatever is in them', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const xml = codebookToQdc([tag(1, `名${a}`, null, b)]);
        expect(codebookFromQdc(xml)).toHaveLength(1);
      }),
    );
  });

  it('takes parents by name, and circles end', () => {
    const codes = codebookFromCsv('名称,上级\n甲,\n乙,甲\n丙,丁\n丁,丙\n');
    expect(codes.map(({ name, path }) => [name, path])).toEqual([
      ['甲', []],
      ['乙', ['甲']],
      ['丙', ['丁']],
      ['丁', ['丙']],
    ]);
    expect(planCodebook(codes, []).codes.length).toBeGreaterThanOrEqual(4);
  });

  it('refuses what is hostile or no codebook', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook><Codes/></CodeBook>';
    for (const xml of [bomb, '<CodeBook><Codes>', '<other/>', 'kein XML']) {
      expect(() => codebookFromQdc(xml)).toThrow('file-damaged');
    }
    const deep = `<CodeBook><Codes>${'<Code name="a">'.repeat(5000)}`;
    expect(() => codebookFromQdc(deep)).toThrow('file-damaged');
  });

  it('reads what other programs write', () => {
    const xml =
      '<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes><q:Code guid="{00000000-0000-7000-8000-00000000000A}" name="甲" color="#f00"><q:NoteRef/><q:Code name="乙"/></q:Code></q:Codes><q:Sets/></q:CodeBook>';
    expect(codebookFromQdc(xml)).toMatchObject([
      { name: '甲', guid: '00000000-0000-7000-8000-00000000000a', color: 'red', path: [] },
      { name: '乙', guid: null, color: null, path: ['甲'] },
    ]);
  });
});

describe('planCodebook', () => {
  it('fills in, keeps and makes', () => {
    const codes = codebookFromCsv(
      'path,description,color\n社会工作,新说明,red\n社会工作/党建\\/引领,别的,\n甲/其他,,\n乙/其他,,\n',
    );
    const { codes: planned, renamed } = planCodebook(codes, book);
    expect(planned.map(({ kind, name, parent }) => [kind, name, parent])).toEqual([
      ['filled', '社会工作', null],
      ['same', '党建/引领', '社会工作'],
      ['made', '甲', null],
      ['made', '其他', '甲'],
      ['made', '乙', null],
      ['made', '其他（乙）', '乙'],
    ]);
    expect(renamed).toBe(1);
  });
});

it('finds the nearest colour', () => {
  expect(colorFrom(RGB.purple)).toBe('purple');
  expect(colorFrom('#0a0')).toBe('green');
  expect(colorFrom('无')).toBeNull();
});
