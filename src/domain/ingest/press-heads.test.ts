import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

function read(text: string) {
  const { articles } = reconstruct(text);
  return articles.map(({ title, outlet, byline, date, page, issue, text: words, paragraphs }) => ({
    head: [title, outlet, byline, date, page, issue],
    body: paragraphs
      .filter(({ kind }) => kind === 'body')
      .map(({ start, end }) => words.slice(start, end)),
  }));
}

const ONE = '青禾区柳湾社区党委书记宋梅的办公桌上，摆着七个牛皮纸封面的本子。';
const TWO = '白塔镇的院坝会有个规矩：先请最不爱说话的人说。这条规矩是社工教的。';

describe('heads of press databases', () => {
  it('stand over each text with paper, day and page', () => {
    const found = read(
      `1    青禾日报/2023年/5月/12日/第003版\n社会\n\n“小巷总理”和她的七本账\n记者 黎向晚\n\n${ONE}\n\n` +
        `2    平川日报/2023年/5月/13日/第001版\n要闻\n\n让“沉默的大多数”开口\n通讯员 杜若\n\n${TWO}\n`,
    );
    expect(found).toEqual([
      {
        head: ['“小巷总理”和她的七本账', '青禾日报', '记者 黎向晚', '2023-05-12', '第003版', ''],
        body: [ONE],
      },
      {
        head: ['让“沉默的大多数”开口', '平川日报', '通讯员 杜若', '2023-05-13', '第001版', ''],
        body: [TWO],
      },
    ]);
  });

  it('with an impossible day are none', () => {
    expect(read(`青禾日报/2023年/15月/12日/第003版\n\n${ONE}\n`)[0]?.head[1]).toBe('');
  });
});

it('cuttings begin with paper and day, one right below the other', () => {
  const found = read(
    `【青禾日报2023年12月1日】七本账\n　　${ONE}\n【平川日报2023年11月30日】院坝会的规矩\n　　${TWO}\n`,
  );
  expect(found.map(({ head }) => head.slice(0, 4))).toEqual([
    ['【青禾日报2023年12月1日】七本账', '青禾日报', '', '2023-12-01'],
    ['【平川日报2023年11月30日】院坝会的规矩', '平川日报', '', '2023-11-30'],
  ]);
  expect(found.map(({ body }) => body)).toEqual([[ONE], [TWO]]);
});

describe('bulletins', () => {
  const found = read(
    '社会工作简报\n第12期\n（总第96期）\n青禾区委社会工作部                2024年3月18日\n━━━━━━━━━━\n' +
      '★ 本期要目\n○ 柳湾社区的七本账\n○ 白塔镇开起院坝会\n━━━━━━━━━━\n\n' +
      `柳湾社区的七本账\n\n${ONE}\n（柳湾社区供稿）\n\n白塔镇开起院坝会\n\n${TWO}\n（白塔镇供稿）\n\n` +
      '━━━━━━━━━━\n报：市委社会工作部\n送：区四套班子领导\n共印80份\n',
  );

  it('give their name, number and day to each text, and the sender to his own', () => {
    const issue = '第12期（总第96期）';
    expect(found.map(({ head }) => head)).toEqual([
      ['柳湾社区的七本账', '社会工作简报', '柳湾社区供稿', '2024-03-18', '', issue],
      ['白塔镇开起院坝会', '社会工作简报', '白塔镇供稿', '2024-03-18', '', issue],
    ]);
  });

  it('keep head, contents and distribution out of the texts', () => {
    expect(found.map(({ body }) => body)).toEqual([[ONE], [TWO]]);
  });
});

it('a line of signs is no title, and an editor in brackets no caption', () => {
  const [article] = read(`👇👇👇\n\n柳湾社区的七本账\n\n${ONE}\n（编辑 高远）\n`);
  expect(article?.head[0]).toBe('柳湾社区的七本账');
  expect(article?.body).toEqual([ONE]);
});
