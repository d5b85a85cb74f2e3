/** Lines that a web page or a printed page put around a notice: navigation, buttons, counts, names of files, page numbers. */
/** — 3 —, 第3页 共10页, 3/10: the number of a page. */
const PAGE_NUMBER =
  /^(?:[-—–―－─·]{1,2}\s*\d{1,3}\s*[-—–―－─·]{1,2}|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/;
/** Buttons of a page: nothing but their words. */
const BUTTONS =
  /^(?:[\s【】[\]（）()|｜:：>·，,]|分享到?|转发|打印(?:本页|此页|正文)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|返回(?:顶部|首页|列表|上一页)?|字[号体](?:大小)?|大|中|小|默认|微信|微博|新浪|QQ(?:空间|好友)?|我要纠错|网站纠错|视力保护色|登录|注册|无障碍(?:阅读|浏览)|(?:长者|关怀|适老化?)(?:模式|版))+$/;
const BUTTON = /分享|打印|关闭|字[号体]|返回|收藏|纠错|登录|无障碍/;
/** The path to the page. */
const CRUMBS = /^(?:您?(?:当前|现在)?的?(?:所在)?位置\s*[:：]|首页\s*[>＞»›])|^[>＞»›].*[>＞»›]/;
/** What a page says about itself: one of these is enough, */
const CERTAIN =
  /(?:^|\s)(?:浏览次数|阅读次数|点击(?:数|次数|量|率)|访问(?:量|次数)|浏览量|累计访问|责任编辑|信息来源|文章来源|组配分类|公开方式|主题分类|成文日期|发文日期|生成日期|废止日期|有效性|索\s*引\s*号)(?:\s*[:：]|[\s\u3000]|$)|扫一扫.*(?:手机|分享|打开)|(?:运维|维护)(?:电话|单位)|技术支持\s*[:：]|网站标识码|公网安备|ICP备|版权所有|网站地图|(?:无障碍(?:阅读|浏览)|(?:长者|关怀|适老化?)(?:模式|版)).*(?:登录|注册|繁體|简体)/;
/** or two of these. */
const LIKELY =
  /(?:^|\s)(?:来源|发布(?:时间|日期|机构)|成文日期|发文日期|生成日期|有效性|编辑|作者|审核|字[号体]|关键词|文号|名称|公开(?:范围|日期))\s*[:：]/g;
const LINKS =
  /^(?:[上下]一[篇条页](?:\s*[:：].*)?|(?:相关(?:附件|文件|文档|链接|稿件|解读|阅读|新闻|政策|信息)|附件下载|文件下载|点击下载|原文下载|政策解读|图文解读)\s*[:：]?|【(?:图文|图片|文字|政策|一图)?(?:解读|图解)】.*)$/;
/** A file that the page offers: a document's name, and nothing else. 附件：1.… is the notice's own. */
const FILE = /^(?!附)(?=.*[\u4e00-\u9fff]{2})[^，,。；;：:！!？?、]{2,}\.(?:docx?|xlsx?|pdf|wps|ofd|et|zip|rar)$/i;
const FILE_END = /\.(?:[a-z]{2,4})$/i;
/** A line that is longer is text. */
export const LONGEST_LEFTOVER = 240;

/** @param line without the blanks around it */
export function isPageNumber(line: string): boolean {
  return line.length <= 24 && PAGE_NUMBER.test(line);
}

/** Buttons, or the path to the page: never a line of a notice. */
export function isNavigation(line: string): boolean {
  return line.length <= LONGEST_LEFTOVER && ((BUTTON.test(line) && BUTTONS.test(line)) || CRUMBS.test(line));
}

/** The name of a file that a page offers, and nothing else; whose it is, the lines around it say. */
export function isFileName(line: string): boolean {
  return FILE_END.test(line) && FILE.test(line);
}

/** @param line without the blanks around it */
export function isLeftover(line: string): boolean {
  if (/[。；！？]$/.test(line)) return false;
  return (
    PAGE_NUMBER.test(line) ||
    isNavigation(line) ||
    CERTAIN.test(line) ||
    LINKS.test(line) ||
    (line.match(LIKELY)?.length ?? 0) > 1
  );
}
