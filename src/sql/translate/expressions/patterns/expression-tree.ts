/** Regular expressions as trees, for an engine that has to go along a text by itself. */

import type { DialectName } from '../../../dialects/index.js';
import { characterAt } from './expression-as-glob.js';

/** What is asked of a place between two characters. */
export type Assertion = 'start' | 'end' | 'boundary' | 'no boundary' | 'word start' | 'word end';

export type Tree =
  | { readonly kind: 'character'; readonly glob: string }
  | { readonly kind: 'assertion'; readonly asks: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly kind: 'choice'; readonly parts: readonly Tree[] }
  | { readonly kind: 'repeated'; readonly part: Tree; readonly least: number; readonly most: number };

export interface ReadExpression {
  readonly tree: Tree;
  /** Whether it has repeats that take as little as they can, or several ways to go on that may be of unequal length. */
  readonly hasLazy: boolean;
  readonly hasChoice: boolean;
  /** What stands in each pair of parentheses that keeps what it matches, by its number. */
  readonly groups: ReadonlyMap<number, Tree>;
}

/** Words for assertions; `\b` is another sign to PostgreSQL. */
const ASSERTIONS: Readonly<Record<'shared' | 'POSTGRESQL' | 'MYSQL', readonly (readonly [string, Assertion])[]>> = {
  shared: [
    ['[[:<:]]', 'word start'],
    ['[[:>:]]', 'word end'],
    ['^', 'start'],
    ['$', 'end'],
    ['\\A', 'start'],
  ],
  // https://www.postgresql.org/docs/current/functions-matching.html#POSIX-CONSTRAINT-ESCAPES-TABLE
  POSTGRESQL: [
    ['\\y', 'boundary'],
    ['\\Y', 'no boundary'],
    ['\\m', 'word start'],
    ['\\M', 'word end'],
    ['\\Z', 'end'],
  ],
  MYSQL: [
    ['\\b', 'boundary'],
    ['\\B', 'no boundary'],
    ['\\z', 'end'],
    ['\\Z', 'end'],
  ],
};

/** What a dot stands for, as a pattern of GLOB: to MySQL and MariaDB it is no end of a line. https://mariadb.com/kb/en/pcre/ */
export const ANY_CHARACTER: Readonly<Record<DialectName, string>> = { POSTGRESQL: '?', MYSQL: '[^\n]', SQLITE: '?' };

/** @returns undefined where it has more than this: lookaround, references to groups, flags within */
export function readExpression(expression: string, caseless: boolean, from: DialectName): ReadExpression | undefined {
  const flags = /^\(\?([ic])\)/.exec(expression);
  const reader = new TreeReader(
    expression.slice(flags?.[0].length ?? 0),
    flags === null ? caseless : flags[1] === 'i',
    [...ASSERTIONS.shared, ...(from === 'SQLITE' ? [] : ASSERTIONS[from])],
    ANY_CHARACTER[from],
  );
  const tree = reader.choice();
  if (tree === undefined || !reader.isAtEnd) return undefined;
  return { tree, hasLazy: reader.hasLazy, hasChoice: reader.hasChoice, groups: reader.groups };
}

class TreeReader {
  hasLazy = false;
  hasChoice = false;
  readonly groups = new Map<number, Tree>();
  #groups = 0;
  #at = 0;

  constructor(
    private readonly expression: string,
    private readonly caseless: boolean,
    private readonly assertions: readonly (readonly [string, Assertion])[],
    /** What a dot stands for. */
    private readonly any: string,
  ) {}

  get isAtEnd(): boolean {
    return this.#at >= this.expression.length;
  }

  choice(): Tree | undefined {
    const parts: Tree[] = [];
    for (;;) {
      const part = this.#sequence();
      if (part === undefined) return undefined;
      parts.push(part);
      if (!this.#takes('|')) break;
      this.hasChoice = true;
    }
    return parts.length === 1 ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(): Tree | undefined {
    const parts: Tree[] = [];
    while (!this.isAtEnd && !'|)'.includes(this.expression[this.#at] as string)) {
      const part = this.#repeated();
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return { kind: 'sequence', parts };
  }

  #repeated(): Tree | undefined {
    const part = this.#piece();
    if (part === undefined) return undefined;
    const found = /^(?:([?*+])|\{(\d{1,2})(,?)(\d{0,2})\})(\??)/.exec(this.expression.slice(this.#at));
    if (found === null) return /^[?*+{]/.test(this.expression.slice(this.#at)) ? undefined : part;
    const [all, sign, least, comma, most, lazy] = found;
    this.#at += all.length;
    if (/^[?*+{]/.test(this.expression.slice(this.#at)) || part.kind === 'assertion') return undefined;
    if (lazy === '?') this.hasLazy = true;
    if (part.kind !== 'character') this.hasChoice = true;
    const from = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
    const to =
      sign === undefined ? (comma === '' ? from : most === '' ? Infinity : Number(most)) : sign === '?' ? 1 : Infinity;
    return { kind: 'repeated', part, least: from, most: to };
  }

  #piece(): Tree | undefined {
    const assertion = this.assertions.find(([word]) => this.#takes(word));
    if (assertion !== undefined) return { kind: 'assertion', asks: assertion[1] };
    if (this.#takes('(')) return this.#group();
    const found = characterAt(this.expression, this.#at, this.caseless);
    if (found === undefined) return undefined;
    this.#at = found.end;
    return { kind: 'character', glob: found.glob === '?' ? this.any : found.glob };
  }

  #group(): Tree | undefined {
    const keeps = !this.#takes('?:');
    if (keeps && this.expression[this.#at] === '?') return undefined;
    if (keeps) this.#groups += 1;
    const number = this.#groups;
    const within = this.choice();
    if (keeps && within !== undefined) this.groups.set(number, within);
    return this.#takes(')') ? within : undefined;
  }

  #takes(word: string): boolean {
    if (!this.expression.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }
}
