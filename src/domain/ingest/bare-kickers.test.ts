import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '入冬以来，白鹭县敬老院的老人不再为取暖发愁，新装的暖气片让每间屋子都暖和起来。县里把这笔钱列进了预算。';

const titles = (text: string): string[] => reconstruct(text).articles.map(({ title }) => title);

describe('a kicker without any mark', () => {
  it.each([
    '白鹭县县长在全县民政工作会议上强调',
    '全力保障困难群众温暖过冬',
    '白鹭县民政服务走笔',
    '我县多渠道筹措冬春救助资金',
  ])('%s stands over the title', (kicker) => {
    const text = `${kicker}\n敬老院的老人用上新暖气\n本报记者 穆青\n${TEXT}\n`;
    const [article] = reconstruct(text).articles;
    expect(article?.title).toBe('敬老院的老人用上新暖气');
    expect(article?.text.startsWith(kicker)).toBe(true);
  });

  it('also begins the second article', () => {
    const head = '聚焦代表关心的身边小事\n敬老院的老人用上新暖气\n　　';
    expect(titles(`河边的图书馆\n　　${TEXT}\n（据白鹭日报）\n${head}${TEXT}\n`)).toEqual([
      '河边的图书馆',
      '敬老院的老人用上新暖气',
    ]);
  });
});

describe('two lines over a text', () => {
  it('may be a title with its subtitle', () => {
    const [article] = reconstruct(
      `让屋子暖起来\n白鹭县敬老院12间屋装上暖气片\n本报记者 穆青\n${TEXT}\n`,
    ).articles;
    expect(article).toMatchObject({
      title: '让屋子暖起来',
      subtitle: '白鹭县敬老院12间屋装上暖气片',
    });
  });

  it('may be the two halves of one title', () => {
    expect(titles(`白鹭县人民政府办公室关于做好敬老院\n冬季取暖工作的通知\n\n${TEXT}\n`)).toEqual([
      '白鹭县人民政府办公室关于做好敬老院冬季取暖工作的通知',
    ]);
  });

  it('may be a caption that the end of a text parts from the title below', () => {
    const found = titles(
      `河边的图书馆\n${TEXT}\n（据白鹭日报）\n\n果园里的读者\n\n敬老院的老人用上新暖气\n${TEXT}\n（据白鹭日报）\n`,
    );
    expect(found).toEqual(['河边的图书馆', '敬老院的老人用上新暖气']);
  });
});
