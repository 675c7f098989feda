import type { BinaryOperator, LogicalExpression, PatternLanguage, UnaryOperator } from '../ast/index.js';

/**
 * Infix forms that are more than two operands around a sign. Each has a function of its own in the parser:
 * `is` reads what follows IS, `in` a list or query, `at` AT TIME ZONE, and so on.
 */
export type SpecialInfix =
  | 'is'
  | 'isnull'
  | 'notnull'
  | 'not-null'
  | 'in'
  | 'between'
  | 'similar'
  | 'collate'
  | 'at'
  | 'cast'
  | 'index'
  | 'operator'
  | 'sounds'
  | 'member'
  | 'assign';

/** What stands between or behind operands. */
export interface InfixRule {
  /** The higher, the tighter it binds. */
  readonly precedence: number;
  /** `none`: two of them side by side are a mistake. */
  readonly associativity: 'left' | 'right' | 'none';
  readonly reads:
    | { readonly binary: BinaryOperator }
    | { readonly logical: LogicalExpression['operator'] }
    | { readonly pattern: PatternLanguage; readonly negated?: boolean }
    | { readonly special: SpecialInfix };
}

/** What stands before one operand. */
export interface PrefixRule {
  /** How tightly it binds what follows. */
  readonly precedence: number;
  readonly operator: UnaryOperator;
}

/** Operators, with the key that the parser sees: a sign as it is written, a word in upper case. */
export interface OperatorTable {
  readonly infix: ReadonlyMap<string, InfixRule>;
  readonly prefix: ReadonlyMap<string, PrefixRule>;
  /** Precedence of signs that stand in no row, before or between operands; null where there are none. */
  readonly custom: number | null;
  /** What the bounds of BETWEEN must at least bind like. */
  readonly betweenLow: number;
  readonly betweenHigh: number;
  /** What the escape of LIKE must at least bind like. */
  readonly likeEscape: number;
}

/** Which words are names where. All in upper case. */
export interface KeywordTable {
  /** Words that are never a column's or table's name without quotes. */
  readonly reserved: ReadonlySet<string>;
  /** Reserved words that may name a function, and no column or table: LEFT of PostgreSQL. */
  readonly functionsOnly: ReadonlySet<string>;
  /** Words that are no function's name without quotes although they may name a column: VALUES of PostgreSQL. */
  readonly notFunctions: ReadonlySet<string>;
  /** Reserved words that MySQL and SQLite take for functions where parentheses follow: LEFT, REPLACE. */
  readonly callable: ReadonlySet<string>;
  /** Functions that are called without parentheses. */
  readonly bareFunctions: ReadonlySet<string>;
  /** Words that are no alias of a column without AS. */
  readonly notBareAliases: ReadonlySet<string>;
  /** Words that are no alias of a table, with AS or without. */
  readonly notTableAliases: ReadonlySet<string>;
  /** Whether any word is an alias of a column behind AS, and a name behind a dot. */
  readonly anyAfterAs: boolean;
  /** Whether any word is a name behind a dot. */
  readonly anyAfterDot: boolean;
  /** Whether a string may be an alias of a column. */
  readonly stringAliases: boolean;
}

/** How words stand among a function's arguments, beside those that any such function may have. */
export interface KeywordCall {
  /** The first argument is a word: the unit of EXTRACT. */
  readonly firstIsWord?: boolean;
  /** Every argument behind the first is a word where it is one: the form of NORMALIZE. */
  readonly othersAreWords?: boolean;
  /** Words that may stand before the first argument. */
  readonly leading?: readonly string[];
  /** IN stands between the first two arguments: POSITION. */
  readonly inSeparates?: boolean;
  /** FROM and FOR mean the same as commas. */
  readonly commas?: boolean;
  /** With a comma, the second argument is a type, and the call is a cast: CONVERT(x, CHAR). */
  readonly casts?: boolean;
}

/** Rows of infix operators, short: key, precedence, meaning. */
export const binary = (
  key: string,
  precedence: number,
  operator: BinaryOperator,
  associativity: InfixRule['associativity'] = 'left',
): [string, InfixRule] => [key, { precedence, associativity, reads: { binary: operator } }];

export const logical = (
  key: string,
  precedence: number,
  operator: LogicalExpression['operator'],
): [string, InfixRule] => [key, { precedence, associativity: 'left', reads: { logical: operator } }];

export const pattern = (
  key: string,
  precedence: number,
  language: PatternLanguage,
  associativity: InfixRule['associativity'] = 'none',
  negated = false,
): [string, InfixRule] => [key, { precedence, associativity, reads: { pattern: language, negated } }];

export const special = (
  key: string,
  precedence: number,
  form: SpecialInfix,
  associativity: InfixRule['associativity'] = 'left',
): [string, InfixRule] => [key, { precedence, associativity, reads: { special: form } }];

/** A set of words that are written in one string. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));
