import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '腊月的风从矿山那边吹过来，姚望裹紧大衣，敲开了今天的第六户门。他是河东街道社工站的站长，也是这座城市第一批持证社工。';
const MORE = '三年前，全市持证社工不足四十人；如今，这个数字是五百一十七。';

function titles(text: string): string[] {
  return reconstruct(text).articles.map(({ title }) => title);
}

describe('the name of a column over a title', () => {
  it.each([
    '・特别报道・',
    '≡ 基层·治理',
    '人　物',
    '卷首语',
    '社会·民生',
    '专题丨乡村里的社会工作',
    '【社工故事】',
    '履职之声',
    '封面文章 | Cover Story',
    '慧科新闻检索',
  ])('%s is no title', (column) => {
    expect(titles(`${column}\n站在风里的人\n　　${TEXT}\n　　${MORE}\n`)).toEqual(['站在风里的人']);
  });

  it('stands over each text of a magazine', () => {
    const found = titles(
      `卷首语\n种子落在土里\n${TEXT}\n${MORE}\n1\n特别策划\n社工站的一天\n文／乔木生\n${TEXT}\n${MORE}\n4\n`,
    );
    expect(found).toEqual(['种子落在土里', '社工站的一天']);
  });

  it('right over a text is its title', () => {
    expect(titles(`声音\n${TEXT}\n${MORE}\n`)).toEqual(['声音']);
  });

  it('of pictures begins an article over its text', () => {
    const found = titles(
      `夜校添了课\n　　${TEXT}　　（祁连山）\n图片新闻\n　　11月22日，云台镇小学的学生在社工带领下体验盲道行走。当日，该校开展“换位一小时”活动。\n`,
    );
    expect(found).toEqual(['夜校添了课', '图片新闻']);
  });
});

describe('a line that leads to the title under it', () => {
  it.each(['当“夕阳”遇上“朝阳”——', '驻校社工：', 'Case Management in a Small Town：'])(
    '%s',
    (kicker) => {
      expect(
        titles(
          `本期关注\n${kicker}\n隔代共居，能走多远？\n撰文＼宁渊　摄影＼乐陶\n　　${TEXT}\n　　${MORE}\n`,
        ),
      ).toEqual(['隔代共居，能走多远？']);
    },
  );

  it('but a line that leads to a list is text', () => {
    const { articles } = reconstruct(
      `站在风里的人\n${TEXT}\n会议要求做到：\n一是聚焦基层。\n二是聚焦专业。\n`,
    );
    expect(articles.map(({ title }) => title)).toEqual(['站在风里的人']);
    expect(articles[0]?.text).toContain('\n会议要求做到：\n');
  });
});

it('takes an ornament with a short name under the head of a page for a column', () => {
  const found = titles(
    `北川晨报  B03版  2024.03.15  星期五  值班编委：虞山  编辑：宛如\n◆社工天地\n小院里的“和事佬”\n　　${TEXT}\n　　${MORE}\n`,
  );
  expect(found).toEqual(['小院里的“和事佬”']);
});
