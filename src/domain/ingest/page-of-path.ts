import { pageKey } from './jumps';

/** `第04版`, `4版`, `A04版要闻`, `page4`, `p.4`, `A04`: the page number must be all that the name counts. */
const PAGE_NAME =
  /(?:^|[^\dA-Za-z])(?:第\s?)?([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?版(?![本权式图面])|(?:^|[^A-Za-z])(?:page|p)[\s._-]?(\d{1,3})(?!\d)|^([A-D]\d{1,2})(?!\d)/iu;

/** The page that a file or folder is named after, as `pageKey` writes it; empty when none. */
function pageOfName(name: string): string {
  const match = PAGE_NAME.exec(name.normalize('NFKC'));
  return match ? pageKey(match[1] ?? match[2] ?? match[3] ?? '') : '';
}

/** The page that a path names: that of the file, else that of its folder. */
export function pageOfPath(path: string): string {
  const [name = '', folder = ''] = path.split(/[\\/]/).reverse();
  return pageOfName(name.replace(/\.[A-Za-z0-9]{1,8}$/, '')) || pageOfName(folder);
}

/** The folder whose files are one set; folders that are named after pages are taken together. */
export function setOfPath(path: string): string {
  const folders = path.split(/[\\/]/).slice(0, -1);
  while (folders.length > 0 && pageOfName(folders.at(-1) ?? '') !== '') folders.pop();
  return folders.join('/');
}
