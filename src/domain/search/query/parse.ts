import type { Link, Query } from './ast';
import { fieldNamed, type QueryField } from './fields';
import { hasPlaces, isAnd, isLink, isNot, isOperator, isOr, linkOf } from './operators';
import type { QueryProblem } from './problem';
import { ProblemFound, raise } from './raise';
import { compileRegex } from './regex';
import { Scanner, type Stretch } from './scanner';
import { dateValue, hasValue, kindValue, wordValue } from './values';

/*
 * The language, in EBNF. Words are told apart by white space (also U+3000); operators are whole
 * words. A parenthesis groups only where a word could begin; pairs inside a word belong to the word.
 *
 *   query   = or
 *   or      = and { ( "OR" | "|" | "｜" ) and }
 *   and     = unary { [ "AND" ] unary }
 *   unary   = ( "NOT" unary ) | ( "-" unary )          "-" without a space behind it
 *   unary   = chain
 *   chain   = primary { link primary }                  parts that have places
 *   link    = "NEAR" [ "/" number ]                     characters between, 10 when not said
 *           | "SAME" [ "/" ( "S" | "句" | "P" | "段" ) ]  sentence when not said; "、" for "/"
 *   primary = "(" or ")" | "（" or "）"
 *           | field ( ":" | "：" ) ( word | quoted | "(" or ")" )
 *           | [ "=" | "＝" ] ( word | quoted )           "=": exactly as written
 *           | "/" expression "/" [ "i" ]
 *   quoted  = '"' … '"' | "“" … "”" | "「" … "」"         \" and \\ inside of "…"
 *   word    = characters without white space, "*", "＊" and "?" being wildcards
 *
 * Operators may be of full width. "？" is no wildcard: texts have it.
 *
 * In the parentheses behind outlet:, date:, byline:, page:, tag:, kind: and has: stand values of that
 * field, with OR, NOT and white space as outside. A quotation, an expression or a group that is not
 * closed goes on to the end, so that a query means something while it is typed.
 */

export interface Parsed {
  /**
   * What can be searched for; `null` when there is nothing. With a problem, what stands before an
   * unfinished end (`治理 OR`), which can be searched while more is typed.
   */
  query: Query | null;
  problem: QueryProblem | null;
}

/** Deeper nesting is taken for a mistake, before it becomes one of the program. */
const DEEPEST = 64;
/** Words that a query may have. */
const MOST_PARTS = 2000;

/** Reads a query. Never throws; a mistake is told with its place. */
export function parseQuery(text: string): Parsed {
  try {
    return { query: new Parser(text).parse(), problem: null };
  } catch (error) {
    if (!(error instanceof ProblemFound)) throw error;
    const { problem } = error;
    const unfinished = UNFINISHED.has(problem.code) && text.slice(problem.end).trim() === '';
    const before = unfinished ? parseQuery(text.slice(0, problem.start)).query : null;
    return { query: before, problem };
  }
}

const UNFINISHED = new Set(['operand-missing', 'value-missing']);

/** A part of the query with its place. */
interface Part {
  query: Query;
  start: number;
  end: number;
}

class Parser {
  private readonly scanner: Scanner;
  private nested = 0;
  private count = 0;
  /** The field whose values stand in the group at hand; `null`: words. */
  private field: QueryField | null = null;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  parse(): Query | null {
    const { scanner } = this;
    const query = this.or();
    if (!scanner.atEnd()) this.misplaced();
    return query;
  }

  private or(): Query | null {
    const parts: Query[] = [];
    let operator: Stretch | null = null;
    do {
      const part = this.and();
      if (part === null && operator !== null) raise('operand-missing', operator, operator.text);
      if (part !== null) parts.push(...(part.kind === 'or' ? part.parts : [part]));
      operator = this.operator(isOr);
      if (operator !== null && part === null) raise('operand-missing', operator, operator.text);
    } while (operator !== null);
    return joined('or', parts);
  }

  private and(): Query | null {
    const parts: Query[] = [];
    let operator: Stretch | null = null;
    for (;;) {
      const part = this.unary();
      if (part === null && operator !== null) raise('operand-missing', operator, operator.text);
      if (part !== null)
        parts.push(...(part.query.kind === 'and' ? part.query.parts : [part.query]));
      operator = this.operator(isAnd);
      if (operator !== null && part === null) raise('operand-missing', operator, operator.text);
      if (operator !== null) continue;
      if (this.ends()) return joined('and', parts);
      if (part === null) this.misplaced();
    }
  }

  /** Whether nothing more can belong to the words at hand. */
  private ends(): boolean {
    const { scanner } = this;
    return (
      scanner.atEnd() || (scanner.depth > 0 && scanner.atClosing()) || isOr(scanner.peekWord())
    );
  }

  /** Only an operator can stand where nothing can be read: one with nothing before it. */
  private misplaced(): never {
    const word = this.scanner.word();
    raise('operand-missing', word, word.text);
  }

  private unary(): Part | null {
    const { scanner } = this;
    scanner.skipSpace();
    const start = scanner.at;
    const not = this.operator(isNot) ?? this.minus();
    if (not === null) return this.chain();
    const part = this.deeper(not, () => this.unary());
    if (part === null) raise('operand-missing', not, not.text);
    return { query: { kind: 'not', part: part.query }, start, end: part.end };
  }

  /** A `-` with something behind it. */
  private minus(): Stretch | null {
    const { scanner } = this;
    if (scanner.next !== '-' && scanner.next !== '－') return null;
    if (scanner.endsAt(scanner.at + 1)) return null;
    const start = scanner.at++;
    return { start, end: start + 1, text: '-' };
  }

  private chain(): Part | null {
    const first = this.primary();
    if (first === null) return null;
    const parts = [first];
    const links: Link[] = [];
    for (let word = this.operator(isLink); word !== null; word = this.operator(isLink)) {
      links.push(linkOf(word));
      parts.push(this.primary() ?? raise('operand-missing', word, word.text));
    }
    if (links.length === 0) return first;
    for (const part of parts) {
      if (!hasPlaces(part.query)) {
        raise('near-operand', part, this.scanner.text.slice(part.start, part.end));
      }
    }
    const query = { kind: 'chain' as const, parts: parts.map((part) => part.query), links };
    return { query, start: first.start, end: parts.at(-1)?.end ?? first.end };
  }

  private primary(): Part | null {
    const { scanner } = this;
    while (!scanner.atEnd() && !(scanner.depth > 0 && scanner.atClosing())) {
      if (isOperator(scanner.peekWord())) return null;
      const start = scanner.at;
      if (this.count++ >= MOST_PARTS) raise('too-long', { start, end: scanner.text.length });
      if (scanner.atClosing()) raise('unopened', { start, end: start + 1 }, scanner.next);
      const query = scanner.atOpening() ? this.group() : this.term();
      if (query !== null) return { query, start, end: scanner.at };
      // Quotation marks with nothing between them say nothing.
    }
    return null;
  }

  private group(): Query | null {
    const { scanner } = this;
    const open = { start: scanner.at, end: scanner.at + 1, text: scanner.next };
    scanner.at += 1;
    scanner.depth += 1;
    const query = this.deeper(open, () => this.or());
    const unfinished = scanner.atEnd();
    if (!unfinished) scanner.at += 1;
    scanner.depth -= 1;
    if (query === null && !unfinished) raise('empty-group', { start: open.start, end: scanner.at });
    return query;
  }

  private term(): Query | null {
    const { scanner, field } = this;
    if (field !== null) return this.value(field, scanner.quoted() ?? scanner.word());
    const quoted = scanner.quoted();
    if (quoted !== null) {
      return quoted.text === '' ? null : { kind: 'literal', text: quoted.text, likeness: 'folded' };
    }
    if (scanner.next === '/' && !scanner.endsAt(scanner.at + 1)) return this.regex();
    if (/^[=＝]/.test(scanner.next) && !scanner.endsAt(scanner.at + 1)) {
      scanner.at += 1;
      const { text } = scanner.quoted() ?? scanner.word();
      return text === '' ? null : { kind: 'literal', text, likeness: 'written' };
    }
    const name = /^([^\s:：()（）]+)([:：])(?!\/\/)/u.exec(scanner.peekWord());
    if (name !== null) {
      const [all, called = '', colon = ''] = name;
      const found = fieldNamed(called);
      const at = { start: scanner.at, end: scanner.at + all.length, text: called };
      if (found !== null) return this.fieldTerm(found, at);
      // In Chinese text a colon of its own width stands behind words that are no fields.
      if (colon === ':' && /^[\p{Script=Latin}\p{Script=Han}]+$/u.test(called)) {
        raise('unknown-field', { start: at.start, end: at.end - 1 }, called);
      }
    }
    return wordValue(scanner.word(), false);
  }

  private fieldTerm(field: QueryField, at: Stretch): Query {
    const { scanner } = this;
    scanner.at = at.end;
    if (scanner.atEnd()) raise('value-missing', at, at.text);
    if (field === 'title' || field === 'text' || field === 'note') {
      const part = this.deeper(at, () => this.primary()) ?? raise('value-missing', at, at.text);
      return { kind: 'in', field, part: part.query };
    }
    if (!scanner.atOpening() || field === 'word') {
      if (isOperator(scanner.peekWord())) raise('value-missing', at, at.text);
      return this.value(field, scanner.quoted() ?? scanner.word(), at);
    }
    const outer = this.field;
    this.field = field;
    const query = this.group();
    this.field = outer;
    return query ?? raise('value-missing', at, at.text);
  }

  private value(field: QueryField, value: Stretch, at: Stretch = value): Query {
    const text = value.text.trim();
    if (text === '') raise('value-missing', at, at.text);
    switch (field) {
      case 'date':
        return dateValue(value);
      case 'kind':
        return kindValue(value);
      case 'has':
        return hasValue(value);
      case 'tag':
        return { kind: 'tag', name: text };
      case 'outlet':
      case 'byline':
      case 'page':
        return { kind: 'fact', field, value: text };
      default: {
        const quoted = value.end - value.start > value.text.length;
        if (quoted) return { kind: 'word', text, before: false, after: false };
        return wordValue(value, true);
      }
    }
  }

  private regex(): Query {
    const { source, flags } = this.scanner.regex();
    if (source.text === '') raise('regex', source, '//');
    if (flags.text !== '' && flags.text !== 'i') raise('regex-flags', flags, flags.text);
    const query = { source: source.text, ignoreCase: flags.text === 'i' };
    const compiled = compileRegex(query);
    if (typeof compiled === 'string') raise('regex', source, compiled);
    return { kind: 'regex', ...query };
  }

  /** Takes the next word when it is such an operator. */
  private operator(is: (word: string) => boolean): Stretch | null {
    const { scanner } = this;
    scanner.skipSpace();
    return is(scanner.peekWord()) ? scanner.word() : null;
  }

  private deeper<Result>(at: { start: number; end: number }, read: () => Result): Result {
    if (this.nested >= DEEPEST) raise('too-deep', at);
    this.nested += 1;
    const result = read();
    this.nested -= 1;
    return result;
  }
}

function joined(kind: 'and' | 'or', parts: Query[]): Query | null {
  const [first] = parts;
  return parts.length > 1 ? { kind, parts } : (first ?? null);
}
