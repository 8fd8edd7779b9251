// News texts in the form in which they come as text files: several articles to a file, with titles,
// dates, bylines and sources, some of them wrapped. The same options give the same files.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Random } from './random.mjs';
import {
  ADJECTIVES,
  BODIES,
  CLOSINGS,
  NOUNS,
  OPENINGS,
  OUTLETS,
  personName,
  placeName,
  SPEECH,
  VERBS,
} from './words.mjs';

/** Each so-manieth file holds a single article, another is wrapped at a fixed width. */
const SINGLE_EVERY = 10;
const WRAPPED_EVERY = 5;
const WRAP_AT = 38;
const FILES_PER_FOLDER = 1000;
/** Characters of an article beside those that are asked of its paragraphs, on average. */
const BESIDE = 165;

/**
 * @typedef {{ title: string, date: string, outlet: string, byline: string, paragraphs: string[] }} News
 */

/**
 * Writes the files of a benchmark into a folder.
 *
 * @param {string} folder
 * @param {Iterator<News>} news
 * @param {number} articles how many at most
 * @param {number} perFile articles in a file, but for those that hold one
 * @returns {Promise<{ files: number, articles: number, characters: number, bytes: number }>}
 */
export async function writeFiles(folder, news, articles, perFile) {
  const written = { files: 0, articles: 0, characters: 0, bytes: 0 };
  while (written.articles < articles) {
    const wanted = written.files % SINGLE_EVERY === SINGLE_EVERY - 1 ? 1 : perFile;
    const group = take(news, Math.min(wanted, articles - written.articles));
    if (group.length === 0) break;
    const isWrapped = written.files % WRAPPED_EVERY === 1;
    const text = group.map((each) => articleText(each, isWrapped)).join('\n\n\n');
    const inFolder = path.join(folder, number(Math.floor(written.files / FILES_PER_FOLDER), 3));
    if (written.files % FILES_PER_FOLDER === 0) await mkdir(inFolder, { recursive: true });
    await writeFile(path.join(inFolder, `${number(written.files, 6)}.txt`), text);
    written.files += 1;
    written.articles += group.length;
    written.characters += text.length;
    written.bytes += Buffer.byteLength(text);
  }
  return written;
}

/**
 * Invented news without end.
 *
 * @param {number} seed
 * @param {number} characters of an article, on average
 * @returns {Generator<News>}
 */
export function* inventedNews(seed, characters) {
  const random = new Random(seed);
  for (;;) yield inventOne(random, (characters - BESIDE) * (0.4 + 1.2 * random.next()));
}

function inventOne(random, characters) {
  const place = placeName(random);
  const paragraphs = [];
  for (let length = 0; length < characters; ) {
    const text = paragraph(random, place, random.int(60, 260));
    paragraphs.push(text);
    length += text.length;
  }
  const date = `${random.int(2013, 2024)}-${number(random.int(1, 12), 2)}-${number(random.int(1, 28), 2)}`;
  return {
    title: `${place}${random.pick(VERBS)}${random.pick(ADJECTIVES)}${random.pick(NOUNS)}${random.pick(NOUNS)}`,
    date,
    outlet: place.slice(0, 2) + random.pick(OUTLETS),
    byline: personName(random),
    paragraphs,
  };
}

function paragraph(random, place, characters) {
  let text = '';
  while (text.length < characters) text += sentence(random, place);
  return text;
}

function sentence(random, place) {
  const body = random.chance(0.5) ? place : placeName(random);
  switch (random.int(0, 4)) {
    case 0:
      return `${random.pick(OPENINGS)}，${body}${random.pick(BODIES)}${clause(random)}，${clause(random)}。`;
    case 1:
      return `“${clause(random)}，${random.pick(CLOSINGS)}。”${body}${random.pick(BODIES)}负责人${personName(random)}${random.pick(SPEECH)}。`;
    case 2:
      return `${body}共有${random.int(2, 980)}名${random.pick(NOUNS)}参加，${clause(random)}，比上年多${random.int(2, 60)}%。`;
    case 3:
      return `${personName(random)}${random.pick(SPEECH)}，${clause(random)}；${clause(random)}。`;
    default:
      return `${clause(random)}，${clause(random)}，${random.pick(CLOSINGS)}。`;
  }
}

function clause(random) {
  const object = `${random.pick(ADJECTIVES)}${random.pick(NOUNS)}`;
  switch (random.int(0, 3)) {
    case 0:
      return `${random.pick(VERBS)}${object}和${random.pick(NOUNS)}`;
    case 1:
      return `把${object}同${random.pick(NOUNS)}一起${random.pick(VERBS)}`;
    case 2:
      return `${random.pick(NOUNS)}${random.pick(VERBS)}了${random.int(2, 400)}次${random.pick(NOUNS)}`;
    default:
      return `${random.pick(VERBS)}${random.pick(NOUNS)}、${random.pick(VERBS)}${object}`;
  }
}

/** An article as it stands in a file. */
function articleText({ title, date, outlet, byline, paragraphs }, isWrapped) {
  const [year, month, day] = date.split('-').map(Number);
  const head = year && month && day ? `${year}年${month}月${day}日 ${outlet}` : outlet;
  const body = paragraphs.map((each) => (isWrapped ? wrap(`　　${each}`) : `　　${each}`));
  return [title, '', head, `记者 ${byline}`, '', ...body, '', `（据《${outlet}》）`].join('\n');
}

function wrap(text) {
  const lines = [];
  for (let at = 0; at < text.length; at += WRAP_AT) lines.push(text.slice(at, at + WRAP_AT));
  return lines.join('\n');
}

function take(iterator, count) {
  const taken = [];
  while (taken.length < count) {
    const { value, done } = iterator.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function number(value, digits) {
  return String(value).padStart(digits, '0');
}
