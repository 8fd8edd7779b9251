import { describe, expect, it } from 'vitest';
import { isAddress, isFormula } from './letter-words';
import { reconstruct } from './reconstruct';

describe('letter words', () => {
  it.each(['此致', '敬礼！', '特此通知。', '祝工作顺利！'])(
    'know a closing formula: %s',
    (text) => {
      expect(isFormula(text)).toBe(true);
    },
  );

  it.each(['各位代表：', '亲爱的同学们：', '各街道、社区，局属各单位:'])(
    'know an address: %s',
    (text) => expect(isAddress(text)).toBe(true),
  );

  it.each(['会议指出：', '祝福声中，新站启用，居民们纷纷前来体验这条线路', '各地出台新规'])(
    'leave other lines alone: %s',
    (text) => expect(isFormula(text) || isAddress(text)).toBe(false),
  );

  it('keep a letter together and its signature apart', () => {
    const [letter] = reconstruct(
      '致全体志愿者的一封信\n\n亲爱的志愿者们：\n\n一年来，你们走遍了街道的每一栋楼，把热饭、药品和问候送到了三百多户人家的门口，谢谢你们。\n\n此致\n\n敬礼！\n\n柳浪街道社工站\n\n2023年12月5日',
    ).articles;
    expect(letter?.title).toBe('致全体志愿者的一封信');
    expect(letter?.paragraphs.map(({ kind }) => kind)).toEqual([
      'body',
      'body',
      'body',
      'body',
      'byline',
      'attribution',
    ]);
  });
});
