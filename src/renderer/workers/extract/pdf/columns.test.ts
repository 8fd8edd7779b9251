import { reconstruct } from '@domain/ingest/reconstruct';
import { expect, it } from 'vitest';
import { makePdf } from '../testing/make-pdf';
import { typeset } from '../testing/typeset';
import { readPdf } from './pdf';

const TITLE = '鹿鸣街道把议事桌搬进院子';
const BODY = [
  '近日，鹿鸣街道的社工在梧桐院里支起一张方桌，请二十多户居民商量加装电梯的事。桌上有茶水，也有一份写满意见的清单。',
  '“先把难处说出来，再找办法。”站长顾书宁说，议事不求当天有结论，只求每个人都把话说完。三个月里，这张桌子换了七个院子。',
  '如今，院里的电梯已经动工。居民把那份清单裱了起来，挂在楼道口，提醒后来的人事情是怎样商量成的。',
];
it('x', async () => {
  const runs = typeset(BODY, [
    { page: 0, x: 60, y: 120, width: 220, height: 110 },
    { page: 0, x: 310, y: 120, width: 220, height: 400 },
  ]);
  console.log(runs.get(0));
  const title = { text: TITLE, x: 60, y: 80, size: 22 };
  const { text, lines } = await readPdf(makePdf([{ runs: [title, ...(runs.get(0) ?? [])] }]), {
    name: 'a.pdf',
  });
  console.log(text);
  const { articles } = reconstruct(text, { lines });
  console.log(articles[0]?.title, articles[0]?.paragraphs, articles[0]?.text);
  expect(1).toBe(1);
});
