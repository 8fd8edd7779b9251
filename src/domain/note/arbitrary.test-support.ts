import type { NoteDoc, NoteMark, NoteNode } from '@domain/model';
import fc from 'fast-check';
import { imageNode, LINK_KINDS, linkLabel, quotationNode, referenceNode } from './links';
import { compatibleMarks, mergeText, noteDoc, paragraph, parentNode, textNode } from './schema';

/** Pieces that mean something in Markdown, GFM or Obsidian, and pieces that parsers stumble over. */
const PIECES = [
  ...'\\`*_{}[]()#+-.!|<>&$%=^~:;"\'/@ \t0123456789abwx',
  ...'社区工作者议事会，。“”《》、；：？！（）　①→￥·—…',
  ...[
    '𠮷',
    '𡃁',
    '😀',
    '👩‍👩‍👧',
    '🇨🇳',
    'é',
    '**',
    '__',
    '~~',
    '==',
    '%%',
    '$$',
    '[[',
    ']]',
    '![',
    '](',
    '---',
  ],
  ...[
    '- ',
    '+ ',
    '1. ',
    '2) ',
    '# ',
    '> ',
    '```',
    '~~~',
    '<!--',
    '-->',
    '<b>',
    '</u>',
    '<br>',
    '&amp;',
    '&#35;',
  ],
  ...[
    'https://',
    'www.',
    'a@b.cn',
    'http',
    'mailto:',
    '[ ] ',
    '[x] ',
    '[^1]',
    ':--',
    '| - |',
    '#话题',
    '^p3',
    '    ',
  ],
  ...['\u00A0', '\u200B', '\uFEFF', '\u2028', '\u0301'],
];

/** One line of text; no control characters but the tab. */
export const anyLine = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }).map(printable) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map(printable) },
);

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '');
}

const anyMarks: fc.Arbitrary<NoteMark[]> = fc
  .subarray<NoteMark>([
    { type: 'bold' },
    { type: 'italic' },
    { type: 'strike' },
    { type: 'underline' },
    { type: 'code' },
    { type: 'link', attrs: { href: 'https://example.cn/a(b)?c=d&copy=1' } },
  ])
  .map((marks) => compatibleMarks(marks));

const anyLabel = anyLine.map((line) => linkLabel(line)).filter((label) => label !== '');
const anyId = fc.uuid();

const anyAtom: fc.Arbitrary<NoteNode> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...LINK_KINDS), anyId, anyLabel)
    .map(([kind, id, label]) => referenceNode({ kind, id }, label)),
  anyLabel.map((text) => ({ type: 'footnote', attrs: { text } })),
);

export const anyInline: fc.Arbitrary<NoteNode[]> = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(anyLine, anyMarks).map(([text, marks]) => textNode(text, marks)),
      },
      { weight: 1, arbitrary: fc.constant<NoteNode>({ type: 'hardBreak' }) },
      { weight: 1, arbitrary: anyAtom },
    ),
    { maxLength: 5 },
  )
  .map((nodes) => mergeText(nodes));

const someInline = anyInline.filter((nodes) => nodes.some((node) => node.text));
const cell = fc.oneof(someInline, fc.constant<NoteNode[]>([]));

const { block } = fc.letrec<{ block: NoteNode; item: NoteNode[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'note' },
    someInline.map((content) => paragraph(content)),
    fc
      .tuple(someInline, fc.integer({ min: 1, max: 6 }))
      .map(([content, level]) => parentNode('heading', content, { level })),
    fc.array(anyLine, { maxLength: 3 }).map((lines) => {
      const text = lines.join('\n');
      return parentNode('codeBlock', text === '' ? [] : [textNode(text)], { language: null });
    }),
    fc.constant<NoteNode>({ type: 'horizontalRule' }),
    fc.tuple(anyId, anyLabel).map(([id, words]) => quotationNode(id, words)),
    fc.tuple(anyId, anyLabel).map(([id, alt]) => imageNode(id, alt)),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content) => parentNode('blockquote', content)),
    fc
      .tuple(
        fc.constantFrom('bulletList', 'orderedList'),
        fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 12 }),
      )
      .map(([type, items, start]) =>
        parentNode(
          type,
          items.map((content) => parentNode('listItem', content)),
          type === 'orderedList' ? { start } : undefined,
        ),
      ),
    fc.array(fc.tuple(tie('item'), fc.boolean()), { minLength: 1, maxLength: 3 }).map((items) =>
      parentNode(
        'taskList',
        items.map(([content, checked]) => parentNode('taskItem', content, { checked })),
      ),
    ),
    fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }).map((rows) =>
      parentNode(
        'table',
        rows.map((cells, index) =>
          parentNode(
            'tableRow',
            cells.map((content) =>
              parentNode(index === 0 ? 'tableHeader' : 'tableCell', [paragraph(content)]),
            ),
          ),
        ),
      ),
    ),
  ),
  item: fc
    .tuple(someInline, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => [paragraph(first), ...rest]),
}));

export const anyNote: fc.Arbitrary<NoteDoc> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => noteDoc(blocks));
