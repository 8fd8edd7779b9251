import { plainForm } from './plain-form';

/** Names of papers, sites and publishing bodies, and their page marks. */

const OUTLET_TAIL =
  /(?:报|网站?|台|社|半月谈|刊|杂志|公众号|客户端|在线|日报|晚报|周刊|新闻|频道|微信|微博|视界|融媒|融媒体|融媒体中心|官网|发布|电视|广播|时报|导报|观察|委员会|协会|联合会|法院|检察院|民政局|民政|社工部|中心|人民政府)$/;

/** Whether a short text ends as the names of papers, sites and publishing bodies do. */
export function isOutletName(text: string): boolean {
  return text.length >= 2 && text.length <= 24 && OUTLET_TAIL.test(plainForm(text));
}

const PAGE =
  /第\s?[\dA-Za-z０-９一二三四五六七八九十]{1,4}\s?版(?:[:：]\s?\p{Script=Han}{1,8})?|[A-Z]?\d{1,3}\s?版(?:[:：]\s?\p{Script=Han}{1,8})?/u;

/** The page mark in a short text (`第3版`, `A03版`), empty when there is none. */
export function readPage(text: string): string {
  return PAGE.exec(text.slice(0, 120))?.[0] ?? '';
}
