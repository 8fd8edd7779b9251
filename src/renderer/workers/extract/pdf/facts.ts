import type { ExtractedText } from '../types';

/** What a PDF's properties say, where they can be believed. */

interface Properties {
  title: string;
  author: string;
  /** Name of the file. */
  name: string;
}

const MAX_TITLE = 120;
const MAX_AUTHOR = 40;
const EXTENSION =
  /\.(?:docx?|wps|pdf|pptx?|xlsx?|indd|qxd|fit|fbd|txt|html?|ps|eps|tiff?|jpe?g)\b/i;
const PROGRAM =
  /^(?:microsoft |wps |adobe |acrobat|quark|powerpoint|word |幻灯片|演示文稿|untitled|no title|无标题|無標題|未命名|新建|空白|标题|title$|文档\s*\d*$|文件\s*\d*$|document\s*\d*$|页面|扫描|scan)/i;
const ACCOUNT =
  /^(?:admin|administrator|user|users|owner|root|guest|test|dell|hp|lenovo|asus|acer|pc|mac|apple|thinkpad|windows|microsoft|wps|adobe|author|unknown|用户|使用者|作者|佚名|匿名|微软|未知|雨林木风|番茄花园|深度)/i;

/** A date of creation is when the file was made, not when the text was published: not given. */
export function plausibleFacts({ title, author, name }: Properties): ExtractedText['facts'] {
  const facts: ExtractedText['facts'] = {};
  const cleanTitle = clean(title);
  if (isTitle(cleanTitle, name)) facts.title = cleanTitle;
  const cleanAuthor = clean(author);
  if (isPerson(cleanAuthor)) facts.byline = cleanAuthor;
  return facts;
}

function clean(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return value.replace(/[\s\u0000-\u001F]+/g, ' ').trim();
}

function isTitle(title: string, name: string): boolean {
  if (title.length < 2 || title.length > MAX_TITLE) return false;
  if (EXTENSION.test(title) || PROGRAM.test(title) || /[\\/]{1}.*[\\/]|:\/\/|\uFFFD/.test(title)) {
    return false;
  }
  if (isGarbled(title)) return false;
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  if (title.toLowerCase() === stem.toLowerCase()) return false;
  // A code or a number is no title; a word or two of Latin script hardly is.
  return /\p{Script=Han}{2}/u.test(title) || /\p{L}{2,} \p{L}+ \p{L}{2,}/u.test(title);
}

function isPerson(author: string): boolean {
  if (author.length < 2 || author.length > MAX_AUTHOR) return false;
  if (ACCOUNT.test(author) || isGarbled(author) || /[@\\/\d\uFFFD]/.test(author)) return false;
  const han = /^[\p{Script=Han}·•\s,，、;；]+$/u.test(author);
  return han || /^\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*)+$/u.test(author);
}

/** Chinese bytes that were read as Western European letters. */
function isGarbled(value: string): boolean {
  return /[\u0080-\u00FF]{3}/.test(value);
}
