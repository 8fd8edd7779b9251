/** What is wrong with a query, by the code of the problem. */
export const searchProblems = {
  'search.problem.date':
    '“{what}”不是日期。请写成 2023、2023-11 或 2023-11-24，范围写成 2023-11..2024。',
  'search.problem.date-order': '日期范围的开头晚于结尾：{what}',
  'search.problem.empty-group': '括号里没有内容。',
  'search.problem.has': '“{what}”不能用在“有:”后面。可以写 笔记、高亮 或 标签。',
  'search.problem.kind': '没有“{what}”这种段落。可以写 正文、小标题、图注、来源 或 署名。',
  'search.problem.near-distance': 'NEAR 后面的“{what}”不是 0 到 1000 的数，例如 NEAR/10。',
  'search.problem.near-operand': 'NEAR 和 SAME 的两边要是词语，“{what}”没有位置可比。',
  'search.problem.only-wildcards': '“{what}”只有通配符，请加上至少一个字。',
  'search.problem.operand-missing': '“{what}”的旁边缺少词语。',
  'search.problem.regex': '这个正则表达式不能用：{what}',
  'search.problem.regex-flags': '正则表达式后面只能写 i，不能写“{what}”。',
  'search.problem.same-unit': 'SAME 后面的“{what}”不能用。请写 SAME/句 或 SAME/段。',
  'search.problem.too-deep': '括号层数太多，请拆开检索。',
  'search.problem.too-long': '检索式太长，请拆开检索。',
  'search.problem.unknown-field': '没有“{what}”这个字段。要找带冒号的文字，请加引号。',
  'search.problem.unopened': '这个“{what}”没有与它配对的前一半。要找它本身，请加引号。',
  'search.problem.value-missing': '“{what}”后面缺少内容。',
} as const;
