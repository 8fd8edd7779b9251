/** Reads issue numbers and the places of datelines. */

const NUMERAL = '(?:[\\d０-９]{1,5}|[〇○零一二三四五六七八九十百]{1,6})';
const YEAR = '(?:(?:19|20)\\d{2}\\s?年?|[一二][〇○零九][〇○零一二三四五六七八九]{2}年)';
const TOTAL = `总第?\\s?${NUMERAL}\\s?期`;
const ISSUE = new RegExp(
  `(?:${YEAR}[\\s·.，,]{0,3})?第\\s?${NUMERAL}\\s?期(?:\\s?[（(·,，、]?\\s?${TOTAL}\\s?[）)]?)?|${TOTAL}`,
);

/** The issue in a line of metadata as printed (`2023年第6期（总第1024期）`), empty when none. */
export function readIssue(text: string): string {
  if (!text.includes('期')) return '';
  const found = ISSUE.exec(text.slice(0, 200))?.[0] ?? '';
  // A closing bracket that belongs to what stands around the issue.
  return /[（(]/.test(found) ? found : found.replace(/\s?[）)]$/, '');
}

const DIGITS = '〇一二三四五六七八九';

/** The year that an issue names, empty when it names none. */
export function yearOfIssue(issue: string): string {
  if (issue === '') return '';
  const arabic = /^(?:19|20)\d{2}/.exec(issue)?.[0];
  if (arabic !== undefined) return arabic;
  const printed = /^([一二][〇○零九][〇○零一二三四五六七八九]{2})年/.exec(issue)?.[1] ?? '';
  return [...printed.replace(/[○零]/g, '〇')].map((char) => DIGITS.indexOf(char)).join('');
}

const OWN = '本报|本刊|本网|本台|本社|新华社|新华网|中新社|中新网|人民网|央视网|光明网|中国网';
const DAY = '(?:(?:19|20)\\d{2}\\s?年\\s?)?(?:\\d{1,2}\\s?月\\s?)?\\d{1,2}\\s?日\\s?';
const DATELINE = new RegExp(
  `^[（(【]?(?:据)?(?:${OWN}|\\p{Script=Han}{2,8}?(?:报|报社|网|社))\\s?` +
    `(\\p{Script=Han}{2,8}?(?:[/／、]\\p{Script=Han}{2,8}?)?)\\s?(?:${DAY}(?:电|讯|专电|消息)|(?:电|讯|消息)(?=[\\s（(）)：:—-]|$))`,
  'u',
);
const NO_PLACE =
  /^(?:综合|快|专|特|今日|昨日|昨|今|最新|独家|图文|视频|短|简|要|急|即时|滚动|联合|记者|通讯员|特约|驻|近日|日前|消息)|记者|通讯员|报道|编辑/;

/** The place of a dateline: `新华社北京11月24日电` is 北京, `本报武汉讯` 武汉, `本报讯` none. */
export function readPlace(text: string): string {
  const head = text.slice(0, 60);
  if (!/[电電讯訊消]/.test(head)) return '';
  const place = DATELINE.exec(head.replace(/電/g, '电').replace(/訊/g, '讯'))?.[1] ?? '';
  return NO_PLACE.test(place) ? '' : place;
}
