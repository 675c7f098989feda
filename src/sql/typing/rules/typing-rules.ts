import type { SqlTypeName } from '../sql-type.js';
import type { BinaryRules, OperatorRule, TypeGroups, UnaryRules } from './operator-rules.js';

/** How values of different types become values of one, in CASE, COALESCE, UNION and VALUES. */
export interface CommonTypeRules {
  /** Types that become the later of two. A type may stand in several chains; the first that has both tells. */
  readonly chains: readonly (readonly SqlTypeName[])[];
  /** Pairs that become a third. */
  readonly pairs: readonly (readonly [SqlTypeName, SqlTypeName, SqlTypeName])[];
  /** Types that any other becomes, the first that is there; empty where other types don't mix. */
  readonly absorbing: readonly SqlTypeName[];
  /** What any two types become that nothing above names. */
  readonly otherwise: SqlTypeName | undefined;
}

/** Types of literals. */
export interface LiteralRules {
  /** Types of whole numbers, each with the greatest that it holds. */
  readonly whole: readonly (readonly [bigint, SqlTypeName])[];
  /** Of whole numbers that are greater. */
  readonly huge: SqlTypeName;
  /** With a point, and with an exponent. */
  readonly fraction: SqlTypeName;
  readonly exponent: SqlTypeName;
  readonly bits: SqlTypeName;
  /** Whether strings and parameters take the type that their surroundings ask for. */
  readonly untyped: boolean;
  /** What NULL is where nothing asks. */
  readonly null: SqlTypeName | undefined;
}

/** A column that every table has and `*` does not mean. */
export interface SystemColumn {
  readonly name: string;
  readonly type: SqlTypeName;
}

/** What types hang on, as data, beside what the dialect's functions and type names say. */
export interface TypingRules {
  readonly groups: TypeGroups;
  readonly binary: BinaryRules;
  readonly unary: UnaryRules;
  /** Operators without a meaning of their own in the tree, between operands and before one. */
  readonly symbols: ReadonlyMap<string, OperatorRule>;
  readonly prefixSymbols: ReadonlyMap<string, OperatorRule>;
  readonly common: CommonTypeRules;
  readonly literals: LiteralRules;
  /** Types that a cast may fail to give, answering NULL. */
  readonly castMayFail: ReadonlySet<SqlTypeName>;

  // columns
  /** What the columns of VALUES are called: a prefix and the first number. */
  readonly valuesColumns: readonly [prefix: string, first: number];
  /**
   * Where the columns of USING stand in `*`: before all others, in the order in which they are listed or in that of the
   * table, or where the left table has them.
   */
  readonly mergedColumns: 'AS_LISTED' | 'AS_IN_TABLE' | 'IN_PLACE';
  /** Whether `*` has the columns of a RIGHT JOIN with USING from the right table first. */
  readonly rightJoinTurns: boolean;
  readonly systemColumns: ReadonlyMap<string, SystemColumn>;
  /** Whether a quoted name that is no column's is a string. */
  readonly quotedNamesMayBeText: boolean;
  /** Whether a table's name stands for its row. */
  readonly wholeRows: boolean;
  /** Whether columns may hold arrays. */
  readonly hasArrays: boolean;
  /** Whether texts may be added to and subtracted from. */
  readonly reckonsWithTexts: boolean;
  /** Whether the columns of derived tables are made unique: `id`, `id:1`. */
  readonly distinctNames: boolean;
  /** Whether a function's one column in FROM goes by the function's alias. */
  readonly aliasNamesColumn: boolean;
  /** Of recursive tables: whether all their columns may be NULL, and whether the part that is not recursive types them. */
  readonly recursive: { readonly mayBeNull: boolean; readonly typedByBase: boolean };
  /** Whether `*` in RETURNING means the tables of FROM and USING as well. */
  readonly returningHasAll: boolean;
  /** What the rows before and after a change are called in RETURNING. */
  readonly changedRows: readonly [before: string, after: string] | undefined;
}
