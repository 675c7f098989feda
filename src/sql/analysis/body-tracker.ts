import type { Dialect } from '../dialects/dialect.js';
import { isPunctuation, keyword, type Token } from '../lexer/token.js';
import { behindModifiers } from './statement-kind.js';

/** Words that follow END where it closes what BEGIN and CASE did not open. */
const CLOSES_OTHERS: ReadonlySet<string> = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR']);

/** Words that a body's END may follow at once. */
const BODY_STARTS: ReadonlySet<string> = new Set(['BEGIN', 'ATOMIC']);

/** How many words at a statement's head may stand before the kind of object it creates. */
const LONGEST_HEAD = 24;

/**
 * Follows a statement's tokens to tell whether a body of statements is open: what stands between
 * BEGIN and END in a CREATE TRIGGER, PROCEDURE, FUNCTION or EVENT.
 */
export class BodyTracker {
  readonly #dialect: Dialect;
  readonly #head: Token[] = [];
  #ownsBody: boolean | undefined;
  /** What is open, the innermost last. */
  readonly #open: ('BEGIN' | 'CASE')[] = [];
  #isRule = false;
  #parentheses = 0;
  #before: Token | undefined;
  /** A word of which the next one tells the meaning. */
  #pending = '';

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  get isOpen(): boolean {
    // END at a body's end is followed by the semicolon that is asked about
    return this.#parentheses > 0 || this.#open.length - (this.#pending === 'END' ? 1 : 0) > 0;
  }

  add(token: Token): void {
    if (token.kind === 'comment') return;
    if (this.#ownsBody === undefined) this.#readHead(token);
    if (this.#ownsBody === true) this.#count(keyword(token));
    if (this.#isRule) this.#countParentheses(token);
    this.#before = token;
  }

  #readHead(token: Token): void {
    this.#head.push(token);
    if (keyword(this.#head[0]) !== 'CREATE' || this.#head.length > LONGEST_HEAD) this.#ownsBody = false;
    const object = this.#head[behindModifiers(this.#head, 1)];
    if (object !== undefined && this.#ownsBody === undefined && !isSign(this.#head, object)) {
      this.#ownsBody = this.#dialect.statements.bodyOwners.has(keyword(object));
      this.#isRule = keyword(object) === 'RULE';
    }
  }

  #count(word: string): void {
    const { bodyMark } = this.#dialect.statements;
    const pending = this.#pending;
    this.#pending = '';
    if (pending === 'END') {
      if (!CLOSES_OTHERS.has(word)) this.#open.pop();
      // END CASE closes one CASE and opens none
      if (word === 'CASE') return;
    }
    if (pending === 'BEGIN' && word === bodyMark) this.#open.push('BEGIN');
    if (isPunctuation(this.#before, '.') || keyword(this.#before) === 'AS') return;
    if (word === 'BEGIN') {
      if (bodyMark === null) this.#open.push('BEGIN');
      else this.#pending = word;
    }
    if (this.#open.length === 0) return;
    if (word === 'CASE') this.#open.push('CASE');
    if (word === 'END' && this.#closes()) this.#pending = word;
  }

  /** A body's END starts a statement of its own; elsewhere it is a name: SELECT end FROM t. */
  #closes(): boolean {
    if (this.#open.at(-1) === 'CASE' || isPunctuation(this.#before, ';')) return true;
    return BODY_STARTS.has(keyword(this.#before));
  }

  /** Semicolons in the parentheses of CREATE RULE part its commands. */
  #countParentheses(token: Token): void {
    if (isPunctuation(token, '(')) this.#parentheses += 1;
    if (isPunctuation(token, ')')) this.#parentheses -= 1;
  }
}

/** A modifier's value may still be on its way: DEFINER = root@localhost. */
function isSign(head: readonly Token[], object: Token): boolean {
  return object === head[head.length - 1] && object.kind !== 'word';
}
