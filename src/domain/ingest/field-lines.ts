import type { FileView } from './context';

/** `联系人：王女士`. */
const LABEL_AND_VALUE = /^\p{Script=Han}{2,6}[：:]\s?\S/u;
const FIELD =
  /^(?:联系|咨询|投诉|举报|报名|办公|服务|开放|活动|会议|演出|比赛|办理|受理|截止)?(?:人|电话|热线|方式|地址|地点|时间|日期|邮箱|网址|邮编|传真|票价|费用|单位|名称|姓名|性别|年龄|编号|类别|数量|价格|备注|主办|承办|协办|指导|支持)(?:单位|方)?[：:]/;

/** A label and its value: by the label's word, or because the line beside it is one as well. */
export function isField(view: FileView, index: number): boolean {
  const isPair = (at: number): boolean => LABEL_AND_VALUE.test(view.lines[at]?.text ?? '');
  if (!isPair(index)) return false;
  return FIELD.test(view.lines[index]?.text ?? '') || isPair(index - 1) || isPair(index + 1);
}
