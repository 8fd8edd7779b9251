import { bracketed } from './brackets';
import type { Mark } from './line-marks';
import { isName } from './names';

/** Words with which captions begin. */
export const PICTURE_HEAD =
  /^[（(【[［▲△▼▽◀▶◁▷←→↑↓☝👆]{0,3}\s?(?:图为|图中|图片说明|图说|图注|图片来源|图源|图据|供图\s?[:：]|图片提供\s?[:：]|图片由|图片[:：]|照片[:：]|照片由|照片说明|题图|配图|[上下左右]图[:：为是中]|资料图片?|新闻图片|插图|封面图|视频截图|网络图片|图\s?[\d①-⑳一二三四五六七八九十]{1,2}(?![\d年月日、书])|图\s?[:：/｜|])/u;
const ARROW_HEAD = /^[▲△▼▽◀▶◁▷←→↑↓☝👆]\s?\S/u;
const CREDIT_TAIL =
  /(?:^|[\s\u3000。，,（(/：:|｜”】）)])(?:(?:本报|本刊|本网|新华社|中新社|实习|见习|特约|首席|全媒体)*(?:记者|通讯员|志愿者|社工)?[\s:：]{0,2})?(?:[\p{Script=Han}·]{2,8}(?:[\s、][\p{Script=Han}·]{2,4}){0,3})[\s/]{0,3}(?:摄影?|供图|提供图片|图|拍摄|发)[）)】\]]?[。.]?$/u;
/** How the two patterns around it end; read off a text's last characters. */
const PICTURE_END = /(?:[摄影图发拍片]|提供)[）)】\]]?[。.]?$|[）)][。.]?$/;
const LONGEST_END = 4;
const PICTURE_TAIL =
  /(?:摄[）)】\]]|供图[）)】\]]?|摄影[）)]|资料图片?[）)】]?|(?:图片|照片|图)(?:均|皆)?[由为]\S{1,30}(?:提供|拍摄|摄)[）)】]?|[（(][^（）()]{1,16}(?:提供图片|提供照片|供图)[）)]|[（(](?:图|资料图|图片|网络图|效果图|示意图|视频截图|[左右上下中]图?|[前后]排[^）)]{0,12}|(?:左|右|前|后|中)[一二三四五六七八九]?)[）)])[。.]?$/;

/** The mark of a caption or of who took the picture. `length`: of the line as it is printed. */
export function captionMark(text: string, length: number): Mark | null {
  if (PICTURE_HEAD.test(text)) return { kind: 'caption', rule: 'picture-word' };
  if (ARROW_HEAD.test(text) && length <= 80) return { kind: 'caption', rule: 'picture-arrow' };
  const inner = bracketed(text) ?? text;
  if (/^(?:文|文字|撰文|采写)\s?[/／|｜:：]/.test(inner)) return null;
  if (
    /[图影摄]/.test(text) &&
    /^[（(]?(?:本报|本刊|本网)?(?:记者|通讯员)?[^（(]{0,16}(?:文\/图|图\/文|文并摄|摄影报道|图文报道)/.test(
      text,
    )
  ) {
    return null;
  }
  if (!PICTURE_END.test(text.slice(-LONGEST_END))) return null;
  // `…（上）` is the first part of a text in two, unless something else is `（下）`.
  const isPart = /^[^（(]*[（(][上中下][）)]$/.test(text);
  if (!isPart && PICTURE_TAIL.test(text)) return { kind: 'caption', rule: 'picture-tail' };
  if (CREDIT_TAIL.test(text) && /(?:摄影?|供图|提供图片|图|拍摄|发)[）)】\]]?[。.]?$/.test(text)) {
    return isCredit(text) ? { kind: 'caption', rule: 'picture-credit' } : null;
  }
  return null;
}

/** `…。张三 摄`, `张三/图`, `新华社发`: the maker's name stands before the verb. */
function isCredit(text: string): boolean {
  const match =
    /([\p{Script=Han}·]{2,4})[\s/]{0,3}(摄影?|供图|提供图片|图|拍摄|发)[）)】\]]?[。.]?$/u.exec(
      text,
    );
  if (!match) return false;
  const [, name = '', verb = ''] = match;
  if (verb === '摄' || verb === '供图') return true;
  const spaced = /[\s/]/.test(text.slice(match.index + name.length, match.index + name.length + 1));
  return isName(name) && (spaced || verb === '摄影') && verb !== '发';
}

const MAKER =
  /^[（(【[［]?\s?(?:摄影|拍摄|图片|图)\s?[/／|｜丨:：]\s?[\p{Script=Han}\s、]{2,20}[）)】\]］]?$/u;

/** `摄影/某某` alone in its line: under a title it says whose the pictures are, in the text whose one is. */
export function namesPictureMaker(text: string): boolean {
  return text.length <= 24 && MAKER.test(text);
}
