import type { DialectName } from '../dialects/dialect.js';
import type { SqlTypeName } from '../typing/sql-type.js';

/**
 * What calling a function may mean for a statement, from the harmless to the harmful:
 *
 * - `PURE`: the same answer for the same arguments on the same data. (How a TIMESTAMPTZ becomes text or
 *   fields hangs on the session's time zone; it does so without a function as well, and is not counted.)
 * - `SESSION`: depends on the session, its user or settings, or on the server it talks to: its version,
 *   its catalogue.
 * - `VOLATILE`: differs between calls or in time: random values, clocks, statistics.
 * - `EFFECTS`: does something beyond answering, runs SQL that is given as text, or reads the server's
 *   files. Such a call makes no read.
 */
export type Volatility = 'PURE' | 'SESSION' | 'VOLATILE' | 'EFFECTS';

/** How a function is called: for a value, over a group, over a window only, or for rows. */
export type FunctionClass = 'scalar' | 'aggregate' | 'window' | 'table';

/** The contract's names of types. */
export type ResultType = SqlTypeName;

/** A value for each dialect. */
export type PerDialect<T> = Readonly<Record<DialectName, T>>;

/** What the type of an answer follows from. Arguments are counted from 0. */
export type ReturnRule =
  | ResultType
  /** The type of one argument. */
  | { readonly rule: 'ARGUMENT'; readonly index: number }
  /** The common type of the arguments from `from` on. */
  | { readonly rule: 'COMMON'; readonly from: number }
  /** An array of values of one argument's type. */
  | { readonly rule: 'ARRAY_OF'; readonly index: number }
  /** The type of the elements of one argument, an array (or of the bounds of a range). */
  | { readonly rule: 'ELEMENT_OF'; readonly index: number }
  /** By the type of one argument, or by the common type of all. */
  | {
      readonly rule: 'BY_TYPE';
      readonly index: number | 'ALL';
      readonly types: Readonly<Partial<Record<ResultType, ResultType>>>;
      readonly otherwise: ResultType;
    }
  /** Each value has a type of its own, as in SQLite, or no rule above says it; nothing can be told before. */
  | { readonly rule: 'DYNAMIC' };

/**
 * When the answer is NULL:
 *
 * - `STRICT`: if an argument is NULL, and only then; an aggregate: if there is no row with a value.
 * - `ALL`: if all arguments are NULL, and only then.
 * - `NEVER`: whatever the arguments are.
 * - `MAY`: it may be, whatever the arguments are.
 */
export type NullRule = 'STRICT' | 'ALL' | 'NEVER' | 'MAY';

/** A name, and with how many arguments it has the row's meaning. */
export interface Spelling {
  /** In lower case. */
  readonly name: string;
  readonly minArguments: number;
  /** `Infinity` where there is no bound. */
  readonly maxArguments: number;
}

/** Literal arguments with which a call is more than its row's volatility says, such as SQLite's `'now'`. */
export interface LiteralCase {
  /** In lower case. */
  readonly literals: readonly string[];
  readonly volatility: Volatility;
}

/** One meaning, and the names under which each dialect calls it. */
export interface FunctionRow {
  /** What the row means, in a name of its own: the key by which a translation finds it. */
  readonly meaning: string;
  readonly class: FunctionClass;
  readonly volatility: Volatility;
  /** Empty for nearly all rows. */
  readonly literalCases: readonly LiteralCase[];
  readonly returns: ReturnRule | PerDialect<ReturnRule>;
  readonly nullability: NullRule | PerDialect<NullRule>;
  readonly names: Readonly<Partial<Record<DialectName, readonly Spelling[]>>>;
  /**
   * False for functions of extensions and loadable libraries: where those are not installed,
   * a user's own function may go by the same name and do anything.
   */
  readonly builtIn: boolean;
  /** What still differs among the row's dialects, for rare arguments; absent where nothing does. */
  readonly caveat?: string;
}
