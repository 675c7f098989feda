import type { Change } from './changes.js';
import type { DataType } from './data-types.js';
import type { CastExpression, Expression, FunctionCall, Variable } from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';

/** A query with what belongs to the whole of it. */
export interface Query extends BaseNode {
  readonly kind: 'query';
  readonly with?: WithClause;
  readonly body: QueryBody;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: Limit;
  readonly locks?: readonly LockingClause[];
  readonly into?: IntoClause;
}

/** What stands in a query's place: a SELECT, VALUES, TABLE, two of them combined, or a query in parentheses. */
export type QueryBody = Select | Values | TableQuery | SetOperation | Query;

export interface Select extends BaseNode {
  readonly kind: 'select';
  readonly distinct?: boolean;
  /** PostgreSQL's DISTINCT ON. */
  readonly distinctOn?: readonly Expression[];
  /** MySQL's words behind SELECT, in upper case: STRAIGHT_JOIN, SQL_CALC_FOUND_ROWS, … */
  readonly modifiers?: readonly string[];
  /** Texts of optimizer hints, without their signs. */
  readonly hints?: readonly string[];
  /** Empty where PostgreSQL is asked for rows without columns. */
  readonly columns: readonly SelectItem[];
  /** Several where commas stand between them. */
  readonly from?: readonly TableReference[];
  readonly where?: Expression;
  readonly groupBy?: GroupBy;
  readonly having?: Expression;
  readonly windows?: readonly NamedWindow[];
}

export interface SelectItem extends BaseNode {
  readonly kind: 'select-item';
  readonly expression: Expression;
  readonly alias?: Name;
}

export interface Values extends BaseNode {
  readonly kind: 'values';
  readonly rows: readonly RowValues[];
}

/** One row of VALUES. */
export interface RowValues extends BaseNode {
  readonly kind: 'row-values';
  readonly items: readonly Expression[];
}

/** `TABLE t`. */
export interface TableQuery extends BaseNode {
  readonly kind: 'table-query';
  readonly name: QualifiedName;
  readonly only?: boolean;
}

export interface SetOperation extends BaseNode {
  readonly kind: 'set-operation';
  readonly operator: 'union' | 'intersect' | 'except';
  readonly all: boolean;
  readonly left: QueryBody;
  readonly right: QueryBody;
}

export interface WithClause extends BaseNode {
  readonly kind: 'with';
  readonly recursive: boolean;
  readonly tables: readonly CommonTable[];
}

export interface CommonTable extends BaseNode {
  readonly kind: 'common-table';
  readonly name: Name;
  readonly columns: readonly Name[];
  readonly materialized?: boolean;
  readonly statement: Query | Change;
  readonly search?: SearchClause;
  readonly cycle?: CycleClause;
}

export interface SearchClause extends BaseNode {
  readonly kind: 'search';
  readonly order: 'BREADTH' | 'DEPTH';
  readonly by: readonly Name[];
  readonly set: Name;
}

/** CYCLE … SET … USING; MariaDB's `CYCLE … RESTRICT` has only columns. */
export interface CycleClause extends BaseNode {
  readonly kind: 'cycle';
  readonly columns: readonly Name[];
  readonly set?: Name;
  readonly to?: Expression;
  readonly otherwise?: Expression;
  readonly using?: Name;
}

export interface GroupBy extends BaseNode {
  readonly kind: 'group-by';
  /** GROUP BY DISTINCT. */
  readonly distinct?: boolean;
  /** MySQL's `a, b WITH ROLLUP` is one ROLLUP. */
  readonly items: readonly (Expression | GroupingSet | OrderItem)[];
}

/** ROLLUP, CUBE and GROUPING SETS; an item in parentheses is a row, `()` an empty one. */
export interface GroupingSet extends BaseNode {
  readonly kind: 'grouping-set';
  readonly operator: 'rollup' | 'cube' | 'sets';
  readonly items: readonly (Expression | GroupingSet | OrderItem)[];
}

export interface OrderItem extends BaseNode {
  readonly kind: 'order-item';
  readonly expression: Expression;
  readonly direction?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
  /** PostgreSQL's `USING >`. */
  readonly using?: string;
}

/** LIMIT, OFFSET and FETCH, in whichever form. */
export interface Limit extends BaseNode {
  readonly kind: 'limit';
  /** Undefined where there is no bound: OFFSET alone, LIMIT ALL. */
  readonly count?: Expression;
  readonly offset?: Expression;
  readonly withTies?: boolean;
  /** Set where the offset is written first and both hold a `?`: their order must stay. */
  readonly offsetFirst?: boolean;
  /** MariaDB's bound on the rows that are looked at. */
  readonly rowsExamined?: Expression;
}

export interface LockingClause extends BaseNode {
  readonly kind: 'locking';
  readonly strength: 'UPDATE' | 'NO KEY UPDATE' | 'SHARE' | 'KEY SHARE';
  readonly of: readonly QualifiedName[];
  /** What happens where a row is locked: it is waited for (undefined), an error, or the row is left out. `WAIT n` is MariaDB's. */
  readonly wait?: 'NOWAIT' | 'SKIP LOCKED' | { readonly seconds: string };
}

/** SELECT … INTO: a new table in PostgreSQL, variables or a file in MySQL. */
export interface IntoClause extends BaseNode {
  readonly kind: 'into';
  readonly table?: QualifiedName;
  /** `TEMPORARY` or `UNLOGGED` before the table. */
  readonly persistence?: 'TEMPORARY' | 'UNLOGGED';
  readonly variables?: readonly (Variable | Name)[];
  readonly file?: IntoFile;
}

export interface IntoFile extends BaseNode {
  readonly kind: 'into-file';
  readonly format: 'OUTFILE' | 'DUMPFILE';
  readonly path: Expression;
  /** CHARACTER SET, FIELDS and LINES, as they are written. */
  readonly options?: string;
}

export type TableReference = TableName | DerivedTable | TableFunction | Join;

/** A table, view or common table, where rows come from. */
export interface TableName extends BaseNode {
  readonly kind: 'table-name';
  readonly name: QualifiedName;
  readonly only?: boolean;
  readonly partitions?: readonly Name[];
  /** MariaDB's `FOR SYSTEM_TIME …`, `BEFORE SYSTEM_TIME …` and `FOR PORTION OF …`, as they are written. */
  readonly period?: string;
  readonly alias?: Name;
  readonly columns?: readonly Name[];
  readonly sample?: TableSample;
  readonly indexHints?: readonly IndexHint[];
  /** SQLite's INDEXED BY; null for NOT INDEXED. */
  readonly indexedBy?: Name | null;
}

export interface TableSample extends BaseNode {
  readonly kind: 'table-sample';
  readonly method: QualifiedName;
  readonly arguments: readonly Expression[];
  readonly repeatable?: Expression;
}

/** MySQL's `USE INDEX FOR JOIN (a, b)`. */
export interface IndexHint extends BaseNode {
  readonly kind: 'index-hint';
  readonly action: 'USE' | 'FORCE' | 'IGNORE';
  readonly purpose?: 'JOIN' | 'ORDER BY' | 'GROUP BY';
  readonly indexes: readonly Name[];
}

export interface DerivedTable extends BaseNode {
  readonly kind: 'derived-table';
  readonly lateral: boolean;
  readonly query: Query;
  readonly alias?: Name;
  readonly columns?: readonly Name[];
}

/** Functions in FROM; several in ROWS FROM. */
export interface TableFunction extends BaseNode {
  readonly kind: 'table-function';
  readonly lateral: boolean;
  readonly rowsFrom: boolean;
  readonly calls: readonly TableFunctionCall[];
  readonly ordinality: boolean;
  readonly alias?: Name;
  readonly columns?: readonly Name[];
  /** Column definitions in the alias: `AS t (a int, b text)`. */
  readonly definitions?: readonly ColumnDeclaration[];
}

export interface TableFunctionCall extends BaseNode {
  readonly kind: 'table-function-call';
  readonly call: FunctionCall | CastExpression | JsonTable | XmlTable;
  /** `AS (a int, b text)` inside ROWS FROM. */
  readonly definitions?: readonly ColumnDeclaration[];
}

/** A column's name and type. */
export interface ColumnDeclaration extends BaseNode {
  readonly kind: 'column-declaration';
  readonly name: Name;
  readonly type: DataType;
  readonly collation?: QualifiedName;
}

/** JSON_TABLE(document, path COLUMNS (…)). */
export interface JsonTable extends BaseNode {
  readonly kind: 'json-table';
  readonly document: Expression;
  readonly path: Expression;
  readonly pathName?: Name;
  readonly passing?: readonly AliasedValue[];
  readonly columns: readonly JsonTableColumn[];
  /** ON ERROR of the whole, in upper case. */
  readonly onError?: string;
}

export interface AliasedValue extends BaseNode {
  readonly kind: 'aliased-value';
  readonly value: Expression;
  readonly alias?: Name;
}

/** A column of JSON_TABLE: an ordinal, a value, an EXISTS test, or nested columns. */
export interface JsonTableColumn extends BaseNode {
  readonly kind: 'json-table-column';
  readonly role: 'ordinality' | 'value' | 'exists' | 'nested';
  readonly name?: Name;
  readonly type?: DataType;
  readonly path?: Expression;
  /** FORMAT JSON, before the path, in upper case. */
  readonly format?: string;
  /** WITH WRAPPER and OMIT QUOTES, behind the path, in upper case. */
  readonly wrapper?: string;
  /** What is given ON EMPTY and ON ERROR: `NULL`, `ERROR`, or a default. */
  readonly onEmpty?: Expression;
  readonly onError?: Expression;
  readonly columns?: readonly JsonTableColumn[];
}

/** XMLTABLE; its columns as JSON_TABLE's. */
export interface XmlTable extends BaseNode {
  readonly kind: 'xml-table';
  readonly namespaces?: readonly AliasedValue[];
  readonly rows: Expression;
  readonly document: Expression;
  readonly columns: readonly XmlTableColumn[];
}

export interface XmlTableColumn extends BaseNode {
  readonly kind: 'xml-table-column';
  readonly name: Name;
  /** Undefined for FOR ORDINALITY. */
  readonly type?: DataType;
  readonly path?: Expression;
  readonly defaultValue?: Expression;
  readonly notNull?: boolean;
}

export interface Join extends BaseNode {
  readonly kind: 'join';
  /** `straight` is MySQL's STRAIGHT_JOIN. */
  readonly type: 'inner' | 'left' | 'right' | 'full' | 'cross' | 'straight';
  readonly natural: boolean;
  readonly left: TableReference;
  readonly right: TableReference;
  readonly on?: Expression;
  readonly using?: readonly Name[];
  readonly usingAlias?: Name;
  /** Of a join in parentheses, as PostgreSQL has it. */
  readonly alias?: Name;
  readonly columns?: readonly Name[];
}

export interface NamedWindow extends BaseNode {
  readonly kind: 'named-window';
  readonly name: Name;
  readonly window: WindowSpecification;
}

/** What stands behind OVER; with `name` alone and `reference`, a window's name without parentheses. */
export interface WindowSpecification extends BaseNode {
  readonly kind: 'window';
  /** The window that this one goes out from. */
  readonly base?: Name;
  /** `OVER name`, where `base` is all there is. */
  readonly reference: boolean;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame?: WindowFrame;
}

export interface WindowFrame extends BaseNode {
  readonly kind: 'frame';
  readonly unit: 'ROWS' | 'RANGE' | 'GROUPS';
  readonly start: FrameBound;
  readonly end?: FrameBound;
  readonly exclude?: 'CURRENT ROW' | 'GROUP' | 'TIES' | 'NO OTHERS';
}

export interface FrameBound extends BaseNode {
  readonly kind: 'frame-bound';
  readonly bound: 'UNBOUNDED PRECEDING' | 'PRECEDING' | 'CURRENT ROW' | 'FOLLOWING' | 'UNBOUNDED FOLLOWING';
  readonly distance?: Expression;
}
