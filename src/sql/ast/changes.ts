import type {
  ColumnReference,
  Expression,
  IndexExpression,
  FieldAccess,
  SliceExpression,
  Variable,
} from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';
import type { Limit, OrderItem, Query, SelectItem, TableName, TableReference, WithClause } from './queries.js';

/** Statements that change rows, and may stand in a WITH clause. */
export type Change = Insert | Update | Delete | Merge;

/** What happens to a row that breaks a constraint: SQLite's OR, MySQL's IGNORE, REPLACE of both. */
export type Violation = 'replace' | 'ignore' | 'abort' | 'fail' | 'rollback';

export interface Insert extends BaseNode {
  readonly kind: 'insert';
  readonly with?: WithClause;
  readonly violation?: Violation;
  /** LOW_PRIORITY, HIGH_PRIORITY, DELAYED. */
  readonly modifiers?: readonly string[];
  readonly hints?: readonly string[];
  readonly table: QualifiedName;
  readonly alias?: Name;
  readonly partitions?: readonly Name[];
  /** Undefined where none are written; PostgreSQL may subscript them. */
  readonly columns?: readonly AssignmentTarget[];
  readonly overriding?: 'USER' | 'SYSTEM';
  /** Undefined for DEFAULT VALUES. MySQL's `INSERT … SET` is columns with VALUES. */
  readonly source?: Query;
  /** MySQL's `AS new (a, b)` behind the values. */
  readonly rowAlias?: Name;
  readonly rowColumns?: readonly Name[];
  readonly conflicts?: readonly OnConflict[];
  /** ON DUPLICATE KEY UPDATE. */
  readonly duplicateKeyUpdate?: readonly Assignment[];
  readonly returning?: Returning;
}

export interface OnConflict extends BaseNode {
  readonly kind: 'on-conflict';
  /** What may be violated: index columns, or a constraint; undefined for anything. */
  readonly columns?: readonly IndexElement[];
  readonly where?: Expression;
  readonly constraint?: Name;
  /** Undefined for DO NOTHING. */
  readonly update?: readonly Assignment[];
  readonly updateWhere?: Expression;
}

/** A column or expression of an index, or of a conflict's target. */
export interface IndexElement extends BaseNode {
  readonly kind: 'index-element';
  readonly expression: Expression;
  /** MySQL's length of a prefix. */
  readonly length?: number;
  readonly collation?: QualifiedName;
  readonly operatorClass?: QualifiedName;
  /** Parameters of the operator class, as they are written. */
  readonly classOptions?: readonly StorageOption[];
  readonly direction?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
}

/** `fillfactor = 70` and its like; without a value a flag. */
export interface StorageOption extends BaseNode {
  readonly kind: 'storage-option';
  readonly name: QualifiedName;
  readonly value?: Expression;
}

export type AssignmentTarget = ColumnReference | IndexExpression | SliceExpression | FieldAccess | Variable;

/** `a = 1`; with several targets `(a, b) = …`, whose value is a row, a query, or anything that gives a row. */
export interface Assignment extends BaseNode {
  readonly kind: 'assignment';
  readonly targets: readonly AssignmentTarget[];
  /** Whether parentheses stand around the targets. */
  readonly row: boolean;
  readonly value: Expression;
}

export interface Returning extends BaseNode {
  readonly kind: 'returning';
  /** PostgreSQL 18's `WITH (OLD AS o, NEW AS n)`. */
  readonly oldAlias?: Name;
  readonly newAlias?: Name;
  readonly columns: readonly SelectItem[];
}

export interface Update extends BaseNode {
  readonly kind: 'update';
  readonly with?: WithClause;
  readonly violation?: Violation;
  readonly modifiers?: readonly string[];
  readonly hints?: readonly string[];
  /** One table, or MySQL's tables and joins. */
  readonly tables: readonly TableReference[];
  readonly set: readonly Assignment[];
  readonly from?: readonly TableReference[];
  readonly where?: Expression;
  /** WHERE CURRENT OF. */
  readonly cursor?: Name;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: Limit;
  readonly returning?: Returning;
}

export interface Delete extends BaseNode {
  readonly kind: 'delete';
  readonly with?: WithClause;
  readonly modifiers?: readonly string[];
  readonly hints?: readonly string[];
  /** MySQL's several tables: their names or aliases, out of `from`. Undefined where `from` is the one table. */
  readonly targets?: readonly QualifiedName[];
  readonly from: readonly TableReference[];
  /** PostgreSQL's USING. */
  readonly using?: readonly TableReference[];
  readonly where?: Expression;
  readonly cursor?: Name;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: Limit;
  readonly returning?: Returning;
}

export interface Merge extends BaseNode {
  readonly kind: 'merge';
  readonly with?: WithClause;
  readonly into: TableName;
  readonly using: TableReference;
  readonly on: Expression;
  readonly branches: readonly MergeBranch[];
  readonly returning?: Returning;
}

export interface MergeBranch extends BaseNode {
  readonly kind: 'merge-branch';
  readonly when: 'matched' | 'not-matched' | 'not-matched-by-source';
  readonly condition?: Expression;
  readonly action: 'update' | 'insert' | 'delete' | 'nothing';
  readonly set?: readonly Assignment[];
  readonly columns?: readonly AssignmentTarget[];
  readonly overriding?: 'USER' | 'SYSTEM';
  /** The row to insert; undefined for DEFAULT VALUES. */
  readonly values?: readonly Expression[];
}
