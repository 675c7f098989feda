import type { DataType } from './data-types.js';
import type { BaseNode, Name, QualifiedName } from './node.js';
import type { OrderItem, Query, WindowSpecification } from './queries.js';

export interface NullLiteral extends BaseNode {
  readonly kind: 'null';
}

export interface BooleanLiteral extends BaseNode {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** A number as it is written, without digit separators; `0x1F` where the dialect takes that for an integer. */
export interface NumberLiteral extends BaseNode {
  readonly kind: 'number';
  readonly text: string;
}

/** A string; escapes are resolved, continued and adjacent strings are joined. */
export interface StringLiteral extends BaseNode {
  readonly kind: 'string';
  readonly value: string;
  /** MySQL's introducer, without its underscore: `_utf8mb4'…'`. */
  readonly charset?: string;
  /** `N'…'`. */
  readonly national?: boolean;
}

/** Bytes: `x'1F'` of MySQL and SQLite, `0x1F` of MySQL. */
export interface BytesLiteral extends BaseNode {
  readonly kind: 'bytes';
  /** In upper case, an even number of digits. */
  readonly hex: string;
  /** Written `0x41`: MariaDB takes it for a number among numbers, and `x'41'` for a string. */
  readonly prefixed?: boolean;
  /** MySQL's introducer, without its underscore. */
  readonly charset?: string;
}

/** A bit string: `b'101'`, and `x'1F'` of PostgreSQL, written out in binary digits. */
export interface BitsLiteral extends BaseNode {
  readonly kind: 'bits';
  readonly digits: string;
  /** MySQL's introducer, without its underscore. */
  readonly charset?: string;
}

/** A string read as a type: `DATE '2026-01-31'`, `{ts '…'}`, `inet '::1'`. */
export interface TypedLiteral extends BaseNode {
  readonly kind: 'typed-literal';
  readonly type: DataType;
  readonly value: StringLiteral;
}

/** MySQL's `INTERVAL value unit`. PostgreSQL's `INTERVAL '1 day'` is a typed literal. */
export interface IntervalValue extends BaseNode {
  readonly kind: 'interval';
  readonly value: Expression;
  /** In upper case: `DAY`, `DAY_HOUR`. */
  readonly unit: string;
}

/** A parameter's place. */
export interface Parameter extends BaseNode {
  readonly kind: 'parameter';
  /** As it is spelled: `?`, `$1`, `:name`. */
  readonly spelling: string;
  /** Its number from 1 where it has one, its name where it has that; neither for `?`. */
  readonly number?: number;
  readonly name?: string;
}

/** MySQL's `@name`, and `@@global.name`. */
export interface Variable extends BaseNode {
  readonly kind: 'variable';
  readonly name: string;
  /** Undefined for the user's own; else the scope, empty where none is written: `@@sql_mode`. */
  readonly system?: '' | 'GLOBAL' | 'SESSION' | 'LOCAL' | 'PERSIST' | 'PERSIST_ONLY';
}

/** MySQL's `@name := value`, which assigns while the query runs. */
export interface VariableAssignment extends BaseNode {
  readonly kind: 'variable-assignment';
  readonly target: Variable;
  readonly value: Expression;
}

/** A column, or whatever else a bare name means to its engine. */
export interface ColumnReference extends BaseNode {
  readonly kind: 'column';
  /** The column's name is the last of them. */
  readonly parts: readonly Name[];
}

/** `*`, `t.*` and `s.t.*`, in a list of columns, RETURNING, `count(*)` and row expressions. */
export interface Star extends BaseNode {
  readonly kind: 'star';
  readonly qualifier: readonly Name[];
}

/** A word that is an argument by itself: the unit of TIMESTAMPDIFF, the form of NORMALIZE; in upper case. */
export interface Keyword extends BaseNode {
  readonly kind: 'keyword';
  readonly word: string;
}

/** `DEFAULT` as a value, in VALUES and SET; with a column, MySQL's `DEFAULT(column)`. */
export interface DefaultValue extends BaseNode {
  readonly kind: 'default';
  readonly column?: ColumnReference;
}

export type UnaryOperator = 'not' | 'minus' | 'plus' | 'bit-not' | 'binary';

export interface UnaryExpression extends BaseNode {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

/**
 * What an operator means. `divide` gives an integer for two integers, `divide-exact` never does, `divide-integer`
 * always. `json-get` takes PostgreSQL's key or index, `json-path` MySQL's path, `json-find` SQLite's either;
 * `…-text` gives text. AND, OR and XOR are no binary operators: chains of them are one node.
 */
export type BinaryOperator =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'divide-exact'
  | 'divide-integer'
  | 'modulo'
  | 'power'
  | 'concatenate'
  | 'bit-and'
  | 'bit-or'
  | 'bit-xor'
  | 'shift-left'
  | 'shift-right'
  | 'equal'
  | 'not-equal'
  | 'less'
  | 'less-or-equal'
  | 'greater'
  | 'greater-or-equal'
  | 'distinct'
  | 'not-distinct'
  | 'json-get'
  | 'json-get-text'
  | 'json-path'
  | 'json-path-text'
  | 'json-find'
  | 'json-find-text'
  | 'overlaps'
  | 'member-of';

export interface BinaryExpression extends BaseNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** A chain of one logical operator; two operands at least. */
export interface LogicalExpression extends BaseNode {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | 'xor';
  readonly operands: readonly Expression[];
}

/** An operator that has no meaning of its own here: PostgreSQL's `@>`, `#>>`, `OPERATOR(pg_catalog.+)`; a prefix has no left. */
export interface OperatorExpression extends BaseNode {
  readonly kind: 'operator';
  readonly symbol: string;
  /** The schema of `OPERATOR(schema.symbol)`. */
  readonly schema?: QualifiedName;
  readonly left?: Expression;
  readonly right: Expression;
}

/** What a pattern is written in. */
export type PatternLanguage =
  'like' | 'ilike' | 'similar' | 'glob' | 'regexp' | 'regexp-insensitive' | 'match' | 'sounds-like';

export interface PatternMatch extends BaseNode {
  readonly kind: 'pattern-match';
  readonly language: PatternLanguage;
  readonly negated: boolean;
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape?: Expression;
}

export interface BetweenExpression extends BaseNode {
  readonly kind: 'between';
  readonly negated: boolean;
  readonly symmetric: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

/** `x IN (a, b)`; SQLite's list may be empty. */
export interface InList extends BaseNode {
  readonly kind: 'in-list';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly items: readonly Expression[];
}

export interface InQuery extends BaseNode {
  readonly kind: 'in-query';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly query: Query;
}

/** SQLite's `x IN table` and `x IN function(…)`. */
export interface InTable extends BaseNode {
  readonly kind: 'in-table';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly table: QualifiedName;
  /** Undefined for a table. */
  readonly arguments?: readonly Expression[];
}

/** `x IS [NOT] …` with a test that is no comparison of two values. */
export interface IsTest extends BaseNode {
  readonly kind: 'is';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly test: 'NULL' | 'TRUE' | 'FALSE' | 'UNKNOWN' | 'DOCUMENT' | 'NORMALIZED' | 'JSON';
  /** What stands around NORMALIZED and behind JSON: `NFC`, `OBJECT WITH UNIQUE KEYS`. */
  readonly detail?: string;
}

export interface ExistsExpression extends BaseNode {
  readonly kind: 'exists';
  readonly query: Query;
}

/** A query in parentheses as a value. */
export interface SubqueryExpression extends BaseNode {
  readonly kind: 'subquery';
  readonly query: Query;
}

/** `x = ANY (…)`, over a query or over an array; the comparison may be a pattern match: `x LIKE ANY (…)`. */
export interface QuantifiedComparison extends BaseNode {
  readonly kind: 'quantified';
  readonly operator: BinaryOperator | PatternLanguage | { readonly symbol: string };
  readonly negated: boolean;
  readonly quantifier: 'any' | 'all';
  readonly left: Expression;
  readonly right: Query | Expression;
}

export interface CaseExpression extends BaseNode {
  readonly kind: 'case';
  readonly operand?: Expression;
  readonly branches: readonly CaseBranch[];
  readonly otherwise?: Expression;
}

export interface CaseBranch extends BaseNode {
  readonly kind: 'case-branch';
  readonly condition: Expression;
  readonly result: Expression;
}

/** CAST, `::`, and MySQL's CONVERT(x, type), which mean the same. */
export interface CastExpression extends BaseNode {
  readonly kind: 'cast';
  readonly operand: Expression;
  readonly type: DataType;
  /** MySQL's `CAST(x AT TIME ZONE zone AS …)`. */
  readonly zone?: Expression;
  /** MariaDB's and the standard's `FORMAT` of a cast. */
  readonly format?: Expression;
}

/** `x COLLATE name`. */
export interface CollateExpression extends BaseNode {
  readonly kind: 'collate';
  readonly operand: Expression;
  readonly collation: QualifiedName;
}

/** `x AT TIME ZONE zone`; without a zone, `x AT LOCAL`. */
export interface AtTimeZone extends BaseNode {
  readonly kind: 'at-time-zone';
  readonly operand: Expression;
  readonly zone?: Expression;
}

/** `(a, b)` and `ROW(a)`. */
export interface RowExpression extends BaseNode {
  readonly kind: 'row';
  readonly items: readonly Expression[];
}

/** `ARRAY[…]`; inside another one the brackets alone. */
export interface ArrayExpression extends BaseNode {
  readonly kind: 'array';
  readonly items: readonly Expression[];
}

/** `ARRAY(SELECT …)`. */
export interface ArrayQuery extends BaseNode {
  readonly kind: 'array-query';
  readonly query: Query;
}

/** `x[1]`. */
export interface IndexExpression extends BaseNode {
  readonly kind: 'index';
  readonly operand: Expression;
  readonly index: Expression;
}

/** `x[1:2]`, either bound of which may be missing. */
export interface SliceExpression extends BaseNode {
  readonly kind: 'slice';
  readonly operand: Expression;
  readonly lower?: Expression;
  readonly upper?: Expression;
}

/** `(x).field`; without a field, `(x).*`. */
export interface FieldAccess extends BaseNode {
  readonly kind: 'field';
  readonly operand: Expression;
  readonly field?: Name;
}

/**
 * A call of a function. Keyword forms stand here as their plain ones where these mean the same: `SUBSTRING(x FROM 2)`
 * is `substring(x, 2)`; the others (EXTRACT, TRIM, POSITION, OVERLAY …) keep their words in `separators`.
 */
export interface FunctionCall extends BaseNode {
  readonly kind: 'call';
  readonly name: QualifiedName;
  readonly arguments: readonly Expression[];
  /**
   * What stands before each argument, in upper case: '' for nothing or a comma, `BOTH`, `FROM`, `:`. Undefined where
   * commas are all there is. A comma before words is written with them: `, VERSION`.
   */
  readonly separators?: readonly string[];
  /** Written without parentheses: CURRENT_DATE. */
  readonly bare?: boolean;
  readonly distinct?: boolean;
  readonly orderBy?: readonly OrderItem[];
  /** SEPARATOR of GROUP_CONCAT. */
  readonly separator?: Expression;
  /** LIMIT of MariaDB's GROUP_CONCAT. */
  readonly limit?: readonly Expression[];
  /** Words behind the arguments, inside the parentheses, in upper case: `ABSENT ON NULL`, `WITH QUERY EXPANSION`. */
  readonly tail?: string;
  readonly withinGroup?: readonly OrderItem[];
  readonly filter?: Expression;
  readonly fromLast?: boolean;
  readonly nulls?: 'respect' | 'ignore';
  readonly over?: WindowSpecification;
}

/** PostgreSQL's `name => value`. */
export interface NamedArgument extends BaseNode {
  readonly kind: 'named-argument';
  readonly name: Name;
  readonly value: Expression;
}

/** PostgreSQL's `VARIADIC array`. */
export interface VariadicArgument extends BaseNode {
  readonly kind: 'variadic-argument';
  readonly value: Expression;
}

/** A type among a function's arguments: `JSON_VALUE(x, '$' RETURNING int)`, `XMLSERIALIZE(CONTENT x AS text)`. */
export interface TypeArgument extends BaseNode {
  readonly kind: 'type-argument';
  readonly type: DataType;
}

/** A query as a function's argument, all of whose rows it takes: `JSON_ARRAY(SELECT …)`. */
export interface QueryArgument extends BaseNode {
  readonly kind: 'query-argument';
  readonly query: Query;
}

/** MySQL's `MATCH (a, b) AGAINST (text mode)`. */
export interface FullTextMatch extends BaseNode {
  readonly kind: 'full-text-match';
  readonly columns: readonly Expression[];
  readonly against: Expression;
  /** In upper case: `IN BOOLEAN MODE`; undefined where none is written. */
  readonly mode?: string;
}

/** SQLite's RAISE() in triggers. */
export interface RaiseExpression extends BaseNode {
  readonly kind: 'raise';
  readonly action: 'IGNORE' | 'ROLLBACK' | 'ABORT' | 'FAIL';
  readonly message?: Expression;
}

export type Expression =
  | NullLiteral
  | BooleanLiteral
  | NumberLiteral
  | StringLiteral
  | BytesLiteral
  | BitsLiteral
  | TypedLiteral
  | IntervalValue
  | Parameter
  | Variable
  | VariableAssignment
  | ColumnReference
  | Star
  | Keyword
  | DefaultValue
  | UnaryExpression
  | BinaryExpression
  | LogicalExpression
  | OperatorExpression
  | PatternMatch
  | BetweenExpression
  | InList
  | InQuery
  | InTable
  | IsTest
  | ExistsExpression
  | SubqueryExpression
  | QuantifiedComparison
  | CaseExpression
  | CastExpression
  | CollateExpression
  | AtTimeZone
  | RowExpression
  | ArrayExpression
  | ArrayQuery
  | IndexExpression
  | SliceExpression
  | FieldAccess
  | FunctionCall
  | NamedArgument
  | VariadicArgument
  | TypeArgument
  | QueryArgument
  | FullTextMatch
  | RaiseExpression;
