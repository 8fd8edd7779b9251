import type { Decision } from '@domain/ingest/types';
import { t } from '@renderer/i18n';
import { expect, it } from 'vitest';
import { decisionWords, ruleWords } from './decision-words';
import { summaryWords } from './summary-words';

const decision: Decision = {
  action: 'join',
  article: 0,
  line: 3,
  lastLine: 3,
  evidence: ['ends-with-comma', 'not-indented'],
  confidence: 0.78,
};

it('says what was decided, why, and how sure that is', () => {
  expect(decisionWords(decision, null, t)).toBe(
    '并入上文 · 上一行以逗号、顿号结尾、行首没有缩进 · 较确定（78%）',
  );
  const lift: Decision = {
    ...decision,
    action: 'lift',
    evidence: ['page-number'],
    confidence: 0.4,
  };
  expect(decisionWords(lift, 'furniture', t)).toBe('页眉页脚 · 页码 · 请看一看（40%）');
  const drop: Decision = { ...decision, action: 'drop', evidence: ['markup'], text: '**' };
  expect(decisionWords(drop, null, t)).toBe('去掉标记 ** · 标记符号');
});

it('calls a rule without words by its name, and looks past what only marks an inference', () => {
  expect(ruleWords('a-rule-to-come', t)).toBe('a-rule-to-come');
  expect(ruleWords('inferred-year-file-name', t)).toBe('年份取自文件名');
});

it('sums an import up in one sentence, without what there is none of', () => {
  const none = { uncertain: 0, duplicates: 0, failed: 0, skipped: 0, excluded: 0 };
  const summary = { ...none, files: 12, articles: 46, uncertain: 3, failed: 1 };
  expect(summaryWords(summary, t)).toBe('12 个文件，46 篇文章；3 篇需要看一看；1 个文件失败');
  expect(summaryWords({ ...none, files: 0, articles: 0 }, t)).toBe('没有可以导入的文章');
});
