import { isPunctuation, keyword, type Token } from '../lexer/token.js';

const VERBS: ReadonlySet<string> = new Set(['INSERT', 'REPLACE']);
const VALUES: ReadonlySet<string> = new Set(['VALUES', 'VALUE']);
/** Words that take the place of VALUES: the statement has no rows that could be parted. */
const OTHER_SOURCES: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'SET', 'DEFAULT', 'TABLE']);

/** Follows the tokens of a statement to tell between which of its rows an `INSERT … VALUES` may be cut. */
export class InsertRows {
  /** `verb`: nothing was read; `head`: before VALUES; `rows`; `none`: it has no rows, or something stands behind them. */
  #state: 'verb' | 'head' | 'rows' | 'none' = 'verb';
  #depth = 0;
  #tokens = 0;
  #headTokens = 0;
  #behindRow = false;

  /** How many tokens, comments among them, the head has, with VALUES; 0 before it is read. */
  get headTokens(): number {
    return this.#headTokens;
  }

  /** Whether something other than rows stands behind the rows, such as ON DUPLICATE KEY UPDATE. */
  get hasTail(): boolean {
    return this.#state === 'none' && this.#headTokens > 0;
  }

  /** Takes the next token. @returns whether the statement may be cut there: it is the comma between two rows */
  add(token: Token): boolean {
    this.#tokens += 1;
    if (token.kind === 'comment' || this.#state === 'none') return false;
    if (this.#state === 'rows') return this.#addToRows(token);
    if (this.#state === 'verb') this.#state = VERBS.has(keyword(token)) ? 'head' : 'none';
    else this.#addToHead(token);
    return false;
  }

  /** What is left is the rest of the rows, behind the head. */
  cut(): void {
    this.#tokens = this.#headTokens;
    this.#behindRow = false;
  }

  #addToHead(token: Token): void {
    this.#countParentheses(token);
    if (this.#depth > 0) return;
    const word = keyword(token);
    if (OTHER_SOURCES.has(word)) this.#state = 'none';
    if (!VALUES.has(word)) return;
    this.#state = 'rows';
    this.#headTokens = this.#tokens;
  }

  #addToRows(token: Token): boolean {
    const outside = this.#depth === 0;
    this.#countParentheses(token);
    if (!outside || this.#depth > 0) {
      this.#behindRow = this.#depth === 0;
      return false;
    }
    const parts = isPunctuation(token, ',') && this.#behindRow;
    this.#behindRow = false;
    // MySQL's ROW (1, 2)
    if (!parts && keyword(token) !== 'ROW') this.#state = 'none';
    return parts;
  }

  #countParentheses(token: Token): void {
    if (isPunctuation(token, '(')) this.#depth += 1;
    if (isPunctuation(token, ')')) this.#depth -= 1;
  }
}
