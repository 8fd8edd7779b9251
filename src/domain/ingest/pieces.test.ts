import { expect, it } from 'vitest';
import { beginsInMidWord, opensText, opensWithDateline, saysWhoSpeaks } from './lexicon';
import { reconstruct } from './reconstruct';

it.each([
  [saysWhoSpeaks, '穆青表示，果园里的图书馆', '果农们说起图书馆'],
  [beginsInMidWord, '的通知》，要求各村', '的士司机的书架'],
  [beginsInMidWord, '阅读方案》的要求', '《阅读方案》发布'],
  [opensText, '此前，果农们', '此前的果园'],
  [opensWithDateline, '本报白鹭11月24日电果园里', '本报评论员文章'],
  [opensWithDateline, '白鹭讯 果园里', '白鹭简讯 果园里'],
])('%o: %s, not %s', (rule, is, isNot) => {
  expect([rule(is), rule(isNot)]).toEqual([true, false]);
});

it('a piece that says who speaks, in the middle of a paragraph cut twice, is no caption', () => {
  const pieces = [
    '白鹭县的果园里多了一间流动图书馆，书架装在旧货车上，孩子们放学后在苹果树下读',
    '书，管理员穆青表示，每',
    '周三把货车开到果园，借书不用押金，只要在本子上写下名字和书名就行。',
  ];
  const [article] = reconstruct(`果园里的读书声\n\n${pieces.join('\n\n')}\n`).articles;
  expect(article?.paragraphs.every(({ kind }) => kind === 'body')).toBe(true);
  expect(article?.text.startsWith(pieces.slice(0, 2).join(''))).toBe(true);
});
