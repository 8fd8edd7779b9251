/** Lines that letters and notices are framed with; they stay text of their own. */

const FORMULA =
  /^(?:此致|敬礼|谨此|谨启|敬上|此复|特此(?:通知|公告|通告|函告|函复|通报|说明|声明|致谢|证明|报告|批复|邀请|公示)|以上(?:通知|意见|报告)?[，,]?请(?:认真|遵照)\S{2,8}|(?:顺|恭)(?:祝|颂)\S{2,8}|祝\S{2,10}|谢谢(?:大家)?|附[:：]\S{0,30}|附件\d{0,2}\s?[:：][^。]{0,30})[！!。：:]?$/;

/** Whether the line is a closing formula (`此致`, `特此通知。`). */
export function isFormula(text: string): boolean {
  return text.length <= 32 && FORMULA.test(text);
}

const ADDRESS =
  /^(?:尊敬|敬爱|亲爱|可爱)的\S{1,24}[:：]$|^(?:各|全体|广大)[^。：:]{2,40}[:：]$|^\S{1,24}(?:同志|朋友|同学|先生|女士|老师|代表|居民|乡亲|同胞|家长|单位|们)们?[:：]$/;

/** Whether the line addresses those to whom a letter or speech goes (`各位代表：`). */
export function isAddress(text: string): boolean {
  return text.length <= 44 && /^[:：]/.test(text.charAt(text.length - 1)) && ADDRESS.test(text);
}
