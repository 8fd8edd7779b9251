/** What is wrong with a query, by the code of the problem. */
export const searchProblems = {
  'search.problem.date':
    '“{what}” is not a date. Write 2023, 2023-11 or 2023-11-24, a range as 2023-11..2024.',
  'search.problem.date-order': 'The range begins after its end: {what}',
  'search.problem.empty-group': 'There is nothing in the parentheses.',
  'search.problem.has': '“{what}” cannot stand after has:. Write note, highlight or tag.',
  'search.problem.kind':
    'There are no “{what}” paragraphs. Write body, heading, caption, attribution or byline.',
  'search.problem.near-distance':
    '“{what}” after NEAR is not a number from 0 to 1000, as in NEAR/10.',
  'search.problem.near-operand':
    'NEAR and SAME stand between words; “{what}” has no place in the text.',
  'search.problem.only-wildcards': '“{what}” has only wildcards. Add at least one character.',
  'search.problem.operand-missing': 'There is no word beside “{what}”.',
  'search.problem.regex': 'This regular expression cannot be used: {what}',
  'search.problem.regex-flags': 'Only i can stand after a regular expression, not “{what}”.',
  'search.problem.same-unit': '“{what}” cannot stand after SAME. Write SAME/S or SAME/P.',
  'search.problem.too-deep': 'Too many parentheses lie in one another. Search in parts.',
  'search.problem.too-long': 'The query is too long. Search in parts.',
  'search.problem.unknown-field':
    'There is no field “{what}”. Put text with a colon in quotation marks.',
  'search.problem.unopened':
    'This “{what}” has no other half before it. Put it in quotation marks to find it.',
  'search.problem.value-missing': 'Something is missing after “{what}”.',
} as const;
