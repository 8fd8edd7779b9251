import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '近来，一些地方把社工站建设当作任务，只看挂了多少牌，不看办了多少事。这种做法值得警惕，也值得想一想为什么会这样。';
const MORE = '各地情况不同，人口有多有少，需求有急有缓。把一个模式套在所有乡镇头上，难免水土不服。';

function titles(text: string): string[] {
  return reconstruct(text).articles.map(({ title }) => title);
}

describe('titles in two lines', () => {
  it('close in the second what the first opens', () => {
    const found = titles(
      `柳委社发〔2023〕14号\n中共柳湾市委社会工作部关于印发《柳湾市\n社区工作者职业发展若干措施》的通知\n各县（市、区）委社会工作部：\n　　${TEXT}\n`,
    );
    expect(found).toEqual([
      '中共柳湾市委社会工作部关于印发《柳湾市社区工作者职业发展若干措施》的通知',
    ]);
  });

  it('go on where the second says nothing alone', () => {
    expect(titles(`社工站建设\n要防止“一刀切”\n●竺可言\n　　${TEXT}\n　　${MORE}\n`)).toEqual([
      '社工站建设要防止“一刀切”',
    ]);
  });

  it('and of proposals begin an article each', () => {
    const found = titles(
      `关于加强社工队伍建设的建议\n市政协委员 沐春晖\n${TEXT}\n关于优化助餐服务的提案\n市政协委员 葛青岚\n${MORE}\n`,
    );
    expect(found).toEqual(['关于加强社工队伍建设的建议', '关于优化助餐服务的提案']);
  });
});

it('reads a title as wide as the column where paragraphs are indented', () => {
  const found = titles(
    '社区食堂再添新菜单\n　　昨天上午，柳湾区的社区食堂\n推出了新菜单，三十多道家常菜明\n码标价，老人凭卡还能打八折，来\n的人比平时多了一倍。\n' +
      '　　头一天就来了两百多位老人，\n食堂里坐得满满当当。\n　　食堂负责人说，菜单每个季度\n换一次，换什么由老人投票决定，\n得票最多的菜第二天就能吃到。\n柳湾区社工与志愿者共同走进校园\n' +
      '　　昨天下午，社工同老师们一起\n回答了同学们的提问，现场气氛十\n分热烈，许多同学留下了自己的联\n系方式，约好下次再见。\n',
  );
  expect(found).toEqual(['社区食堂再添新菜单', '柳湾区社工与志愿者共同走进校园']);
});
