/** Lines that belong to a web page or a post and not to its text. */

/** Stands over a text: where in the site it is, who to follow. */
const HEAD =
  /^(?:(?:您?的?当前(?:的?)位置|您(?:现在)?(?:的|所在)?的?位置|你的位置|所在位置|位置|首页)\s?(?:[:：]|[>＞»›/－-]\s?\p{Script=Han})|(?:首页|网站首页)\s?[>＞»›]|[↑▲👆☝]?\s?(?:点击|轻触|戳|请点)\s?(?:上方|上面|蓝字|标题)[^。]{0,20}(?:关注|订阅|我们)\S{0,6}|(?:关注|订阅)我们$|蓝字关注)/u;
/** Letter size, print, close: over or under a text. */
const CONTROL =
  /^(?:[【[（(]?(?:下载全文|正文快照|打印|打印本页|打印此页|关闭|关闭窗口|收藏|放大|缩小|加入收藏|返回|返回顶部|返回列表|返回首页|我要纠错|纠错|语音播报|大|中|小|微信|微博|扫码分享|更多|分享|字体|字号|繁体|简体|默认|超大|A?[+-]|T|一键复制|听全文|播放)[】\]）)]?[：:]?){1,12}$/;
/** Stands under a text: what to read next, whom to share with, rights. */
const TAIL =
  /^(?:(?:上一[篇条页]|下一[篇条页]|前一篇|后一篇)(?:\s?[:：>＞].*)?|点个[“"「]?(?:在看|赞).*|(?:相关(?:链接|阅读|新闻|文章|稿件|报道|推荐)|延伸阅读|往期(?:推荐|回顾|精彩|精选)|推荐阅读|热门推荐|精彩推荐|猜你喜欢|阅读原文|附件下载|扫一扫[，,]?\S{0,8}(?:关注|二维码|下载|手机|阅读|分享)\S{0,8}|扫码(?:关注|下载|加入|添加|观看)\S{0,10}|长按\S{0,16}(?:二维码|关注|识别)\S{0,8}|分享(?:到|至)(?:[:：].*|微信|微博|QQ|朋友圈)\S{0,16}|分享让更多人看到|(?:点个|点亮|欢迎)?[“"「]?(?:在看|点赞|转发|分享|收藏)[”"」]?(?:[、/｜|和+\s]{0,3}[“"「]?(?:在看|点赞|转发|分享|收藏)[”"」]?){0,4}|喜欢就(?:点|分享|转发|关注)\S{0,16}|点赞\S{0,3}在看\S{0,10}|收录于合集\S{0,20}|版权(?:声明|所有)(?:\s\S.{0,30})?|免责声明|特别声明|声明)(?:\s?[:：].*)?|[-—–~·\s]*(?:END|end|The End|结束)[-—–~·\s]*)[。！!]?$/u;

/** The time of a post before its head: `2023/11/24 15:20 点击蓝字 关注我们`. */
const POSTED = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+/;

/** With what words `CONTROL` begins, behind separators: of most lines no more has to be seen. */
const CONTROL_HEAD =
  /^[\s|｜/、]*[【[（(下正打关收放缩加返我纠语大中小微扫更分字繁简默超A+\-T一听播]/;

/** Which kind of control the line is; `null` for words of the text. */
export function readWebControl(text: string): 'web-head' | 'web-control' | 'web-tail' | null {
  if (HEAD.test(text) || (/^\d{4}/.test(text) && HEAD.test(text.replace(POSTED, '')))) {
    return 'web-head';
  }
  if (CONTROL_HEAD.test(text)) {
    // Without separators, so that the pattern has one way only to match.
    const compact = text.replace(/[\s|｜/、]+/g, '');
    if (compact.length >= 2 && CONTROL.test(compact)) return 'web-control';
  }
  return TAIL.test(text) ? 'web-tail' : null;
}
