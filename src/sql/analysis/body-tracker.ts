import type { Dialect } from '../dialects/dialect.js';
import { isPunctuation, keyword, type Token } from '../lexer/token.js';
import { behindModifiers } from './statement-kind.js';

/** Words that follow END where it closes what BEGIN and CASE did not open. */
const CLOSES_OTHERS: ReadonlySet<string> = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR']);

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
  #depth = 0;
  #before: Token | undefined;
  /** A word of which the next one tells the meaning. */
  #pending = '';

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  get isOpen(): boolean {
    // END at a body's end is followed by the semicolon that is asked about
    return this.#depth - (this.#pending === 'END' ? 1 : 0) > 0;
  }

  add(token: Token): void {
    if (token.kind === 'comment') return;
    if (this.#ownsBody === undefined) this.#readHead(token);
    if (this.#ownsBody === true) this.#count(keyword(token));
    this.#before = token;
  }

  #readHead(token: Token): void {
    this.#head.push(token);
    if (keyword(this.#head[0]) !== 'CREATE' || this.#head.length > LONGEST_HEAD) this.#ownsBody = false;
    const object = this.#head[behindModifiers(this.#head, 1)];
    if (object !== undefined && this.#ownsBody === undefined && !isSign(this.#head, object)) {
      this.#ownsBody = this.#dialect.statements.bodyOwners.has(keyword(object));
    }
  }

  #count(word: string): void {
    const { bodyMark } = this.#dialect.statements;
    const pending = this.#pending;
    this.#pending = '';
    if (pending === 'END') {
      if (!CLOSES_OTHERS.has(word)) this.#depth -= 1;
      // END CASE closes one CASE and opens none
      if (word === 'CASE') return;
    }
    if (pending === 'BEGIN' && word === bodyMark) this.#depth += 1;
    if (isPunctuation(this.#before, '.')) return;
    if (word === 'BEGIN') {
      if (bodyMark === null) this.#depth += 1;
      else this.#pending = word;
    }
    if (this.#depth === 0) return;
    if (word === 'CASE') this.#depth += 1;
    if (word === 'END') this.#pending = word;
  }
}

/** A modifier's value may still be on its way: DEFINER = root@localhost. */
function isSign(head: readonly Token[], object: Token): boolean {
  return object === head[head.length - 1] && object.kind !== 'word';
}
