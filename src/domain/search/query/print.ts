import type { Link, PatternPart, Query, WordQuery } from './ast';
import { isOperator } from './operators';

/** How tightly a query holds together: what stands in one that holds tighter needs parentheses. */
const Grip = { or: 0, and: 1, chain: 2, primary: 3 };

/** Writes a query so that `parseQuery` reads the same one again. */
export function printQuery(query: Query): string {
  return print(query, Grip.or);
}

function print(query: Query, grip: number): string {
  switch (query.kind) {
    case 'or':
      return group(query.parts.map((part) => print(part, Grip.and)).join(' OR '), grip > Grip.or);
    case 'and':
      return group(query.parts.map((part) => print(part, Grip.chain)).join(' '), grip > Grip.and);
    case 'not':
      return group(`-${print(query.part, Grip.chain)}`, grip > Grip.chain);
    case 'chain': {
      const parts = query.parts.map((part) => print(part, Grip.primary));
      const words = parts.flatMap((part, at) => {
        const link = query.links[at - 1];
        return link === undefined ? [part] : [printLink(link), part];
      });
      return group(words.join(' '), grip > Grip.chain);
    }
    case 'in':
      return `${query.field}:${print(query.part, Grip.primary)}`;
    case 'literal':
      return query.likeness === 'written'
        ? `=${quoteIfNeeded(query.text)}`
        : quoteIfNeeded(query.text);
    case 'pattern':
      return printPattern(query.parts);
    case 'word':
      return printWord(query);
    case 'regex':
      return `/${query.source}/${query.ignoreCase ? 'i' : ''}`;
    case 'fact':
      return `${query.field}:${quoteIfNeeded(query.value)}`;
    case 'date':
      return query.from === query.to && query.from !== ''
        ? `date:${query.from}`
        : `date:${query.from}..${query.to}`;
    case 'tag':
      return `tag:${quoteIfNeeded(query.name)}`;
    case 'kind':
      return `kind:${query.kinds.join(',')}`;
    case 'has':
      return `has:${query.what}`;
  }
}

function group(words: string, needed: boolean): string {
  // A parenthesis that is open inside the last word must not take the group's.
  const gap = /[(（]\S*$/u.test(words) ? ' ' : '';
  return needed ? `(${words}${gap})` : words;
}

function printWord({ text, before, after }: WordQuery): string {
  if (!before && !after) return `word:${quote(text)}`;
  const word = `${before ? '*' : ''}${text}${after ? '*' : ''}`;
  return quoteIfNeeded(text) === text ? word : `word:${word}`;
}

function printLink(link: Link): string {
  if (link.by === 'characters') return `NEAR/${link.most}`;
  return link.by === 'sentence' ? 'SAME/S' : 'SAME/P';
}

/** A star before a word says nothing there, but keeps what it begins with from being the language's. */
function printPattern(parts: readonly PatternPart[]): string {
  const [first] = parts;
  const safe = first !== undefined && 'text' in first && quoteIfNeeded(first.text) === first.text;
  return `${safe ? '' : '*'}${parts.map(printPart).join('')}`;
}

function printPart(part: PatternPart): string {
  return 'text' in part ? part.text : part.any === 'one' ? '?' : '*';
}

/** Only words that nothing in the language can be taken for go without quotation marks. */
export function quoteIfNeeded(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}·，。、；-]*$/u.test(text) && !isOperator(text)
    ? text
    : quote(text);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
