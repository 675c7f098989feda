import type { Call } from './administration.js';
import type { AlterTable } from './alterations.js';
import type { IndexElement, StorageOption } from './changes.js';
import type { ColumnConstraint, TableConstraint } from './constraints.js';
import type { DataType } from './data-types.js';
import type { Expression } from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';
import type { ColumnDeclaration, Query } from './queries.js';

/** Statements that define tables and what belongs to them. */
export type Definition =
  | CreateTable
  | AlterTable
  | CreateIndex
  | CreateView
  | CreateSequence
  | AlterSequence
  | CreateType
  | AlterType
  | CreateTrigger
  | CreateRoutine
  | CreateSchema
  | Drop
  | Truncate
  | CommentOn
  | RenameTables;

export interface CreateTable extends BaseNode {
  readonly kind: 'create-table';
  readonly orReplace?: boolean;
  readonly persistence?: 'TEMPORARY' | 'UNLOGGED';
  /** FOREIGN of PostgreSQL. */
  readonly foreign?: boolean;
  readonly ifNotExists?: boolean;
  readonly name: QualifiedName;
  /** PostgreSQL's `OF type`. */
  readonly ofType?: QualifiedName;
  /** PostgreSQL's `PARTITION OF parent`. */
  readonly partitionOf?: QualifiedName;
  readonly partitionBounds?: PartitionBounds;
  /** Columns, constraints, keys and LIKE, in the order written; undefined where there are no parentheses. */
  readonly elements?: readonly TableElement[];
  readonly inherits?: readonly QualifiedName[];
  readonly partitionBy?: PartitionBy;
  /** Columns that keys hold which are made later, where a script is known to: by their own names. */
  readonly keyedLater?: readonly string[];
  /** What stands behind the parentheses: ENGINE, WITH (…), TABLESPACE, WITHOUT ROWID, STRICT, … */
  readonly options?: readonly TableOption[];
  readonly onCommit?: 'PRESERVE ROWS' | 'DELETE ROWS' | 'DROP';
  /** SQLite's virtual table: its module and the arguments as they are written. */
  readonly module?: Name;
  readonly moduleArguments?: readonly string[];
  /** MySQL's `CREATE TABLE a LIKE b`. */
  readonly like?: QualifiedName;
  /** MySQL's IGNORE or REPLACE before the query. */
  readonly violation?: 'ignore' | 'replace';
  /** CREATE TABLE … AS. */
  readonly query?: Query;
  /** The prepared statement of CREATE TABLE … AS EXECUTE, with its parameters. */
  readonly execute?: Call;
  /** Names for the query's columns, where they have no types. */
  readonly columnNames?: readonly Name[];
  readonly withData?: boolean;
}

export type TableElement = ColumnDefinition | TableConstraint | LikeTable;

export interface ColumnDefinition extends BaseNode {
  readonly kind: 'column-definition';
  readonly name: Name;
  /** Undefined for SQLite's columns without a type, and for columns of a typed table. */
  readonly type?: DataType;
  /** In the order written. */
  readonly constraints: readonly ColumnConstraint[];
  /** PostgreSQL's STORAGE and COMPRESSION, MySQL's COLUMN_FORMAT: word and value. */
  readonly settings?: readonly string[];
  /** `FIRST`, or the column that this one comes behind, in MySQL's ALTER TABLE. */
  readonly position?: 'first' | Name;
}

/** PostgreSQL's LIKE among a table's elements, with INCLUDING and EXCLUDING as they are written. */
export interface LikeTable extends BaseNode {
  readonly kind: 'like-table';
  readonly table: QualifiedName;
  readonly options: readonly string[];
}

/** An option of an index: its name in upper case, and its value. */
export interface IndexOption extends BaseNode {
  readonly kind: 'index-option';
  /** USING, WITH, TABLESPACE, COMMENT, VISIBLE, INVISIBLE, KEY_BLOCK_SIZE, WITH PARSER, ALGORITHM, LOCK. */
  readonly name: string;
  readonly value?: Expression | Name;
  readonly settings?: readonly StorageOption[];
}

/** An option of a table: its name in upper case (`DEFAULT` left out), and its value. */
export interface TableOption extends BaseNode {
  readonly kind: 'table-option';
  /** ENGINE, CHARSET, COLLATE, COMMENT, AUTO_INCREMENT, WITH, TABLESPACE, USING, SERVER, WITHOUT ROWID, STRICT, UNION, … */
  readonly name: string;
  readonly value?: Expression | Name;
  readonly settings?: readonly StorageOption[];
  readonly tables?: readonly QualifiedName[];
}

/** PARTITION BY. PostgreSQL's has a strategy and keys; MySQL's definitions are kept as they are written. */
export interface PartitionBy extends BaseNode {
  readonly kind: 'partition-by';
  readonly strategy: string;
  readonly keys: readonly IndexElement[];
  /** Everything behind the keys: PARTITIONS n, SUBPARTITION BY …, ( PARTITION … ). */
  readonly definitions?: string;
}

/** FOR VALUES … of a partition, or DEFAULT. */
export interface PartitionBounds extends BaseNode {
  readonly kind: 'partition-bounds';
  readonly form: 'default' | 'in' | 'range' | 'hash';
  /** IN's values; FROM's; MODULUS. MINVALUE and MAXVALUE are keywords. */
  readonly values: readonly Expression[];
  /** TO's values; REMAINDER. */
  readonly to?: readonly Expression[];
}

export interface CreateIndex extends BaseNode {
  readonly kind: 'create-index';
  readonly type: 'index' | 'unique' | 'fulltext' | 'spatial';
  readonly orReplace?: boolean;
  readonly concurrently?: boolean;
  readonly ifNotExists?: boolean;
  /** Undefined where PostgreSQL picks one. */
  readonly name?: QualifiedName;
  readonly table: QualifiedName;
  readonly only?: boolean;
  /** PostgreSQL's USING before the columns; MySQL's stands among the options. */
  readonly method?: Name;
  readonly elements: readonly IndexElement[];
  readonly include?: readonly Name[];
  readonly nullsNotDistinct?: boolean;
  readonly where?: Expression;
  readonly options?: readonly IndexOption[];
}

export interface CreateView extends BaseNode {
  readonly kind: 'create-view';
  readonly orReplace?: boolean;
  readonly materialized?: boolean;
  readonly temporary?: boolean;
  readonly recursive?: boolean;
  readonly ifNotExists?: boolean;
  /** ALTER VIEW … AS of MySQL. */
  readonly alter?: boolean;
  /** MySQL's ALGORITHM, DEFINER and SQL SECURITY, as they are written. */
  readonly attributes?: string;
  readonly name: QualifiedName;
  readonly columns: readonly Name[];
  readonly options?: readonly TableOption[];
  readonly query: Query;
  readonly checkOption?: 'CASCADED' | 'LOCAL';
  readonly withData?: boolean;
}

export interface CreateSequence extends BaseNode {
  readonly kind: 'create-sequence';
  readonly orReplace?: boolean;
  readonly persistence?: 'TEMPORARY' | 'UNLOGGED';
  readonly ifNotExists?: boolean;
  readonly name: QualifiedName;
  readonly options: readonly SequenceOption[];
}
export interface AlterSequence extends BaseNode {
  readonly kind: 'alter-sequence';
  readonly ifExists?: boolean;
  readonly name: QualifiedName;
  readonly options: readonly SequenceOption[];
}

/** An option of a sequence: its name in upper case, NO included: `NO MAXVALUE`, `START WITH`, `OWNED BY`, `OWNER TO`. */
export interface SequenceOption extends BaseNode {
  readonly kind: 'sequence-option';
  readonly name: string;
  readonly value?: Expression;
  readonly type?: DataType;
  readonly target?: QualifiedName;
}

/** PostgreSQL's types and domains. */
export interface CreateType extends BaseNode {
  readonly kind: 'create-type';
  readonly form: 'enum' | 'composite' | 'range' | 'base' | 'shell' | 'domain';
  readonly name: QualifiedName;
  readonly labels?: readonly Expression[];
  readonly attributes?: readonly ColumnDeclaration[];
  readonly settings?: readonly StorageOption[];
  /** A domain's. */
  readonly type?: DataType;
  readonly constraints?: readonly ColumnConstraint[];
}

/** ALTER TYPE and ALTER DOMAIN; the action as it is written. */
export interface AlterType extends BaseNode {
  readonly kind: 'alter-type';
  readonly object: 'TYPE' | 'DOMAIN';
  readonly name: QualifiedName;
  readonly text: string;
}

/** A trigger's head; its body as text. */
export interface CreateTrigger extends BaseNode {
  readonly kind: 'create-trigger';
  readonly orReplace?: boolean;
  readonly temporary?: boolean;
  readonly constraint?: boolean;
  readonly ifNotExists?: boolean;
  /** MySQL's DEFINER, as it is written. */
  readonly attributes?: string;
  readonly name: QualifiedName;
  readonly timing?: 'BEFORE' | 'AFTER' | 'INSTEAD OF';
  readonly events: readonly TriggerEvent[];
  readonly table: QualifiedName;
  readonly level?: 'ROW' | 'STATEMENT';
  readonly when?: Expression;
  /** What stands between the table and the body that is none of the above: REFERENCING …, DEFERRABLE …, FOLLOWS x. */
  readonly clauses?: string;
  readonly body: Unparsed;
}
export interface TriggerEvent extends BaseNode {
  readonly kind: 'trigger-event';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE';
  readonly columns: readonly Name[];
}

/** A stretch of text that is known to be there and is not read: a body in a procedural language. */
export interface Unparsed extends BaseNode {
  readonly kind: 'unparsed';
  readonly text: string;
  /** Why, as a sentence. */ readonly reason: string;
}

/** A function, procedure or event: its name, and the rest as text. */
export interface CreateRoutine extends BaseNode {
  readonly kind: 'create-routine';
  readonly orReplace?: boolean;
  readonly attributes?: string;
  readonly routine: 'FUNCTION' | 'PROCEDURE' | 'EVENT' | 'AGGREGATE';
  readonly ifNotExists?: boolean;
  readonly name: QualifiedName;
  readonly body: Unparsed;
}

export interface CreateSchema extends BaseNode {
  readonly kind: 'create-schema';
  readonly object: 'SCHEMA' | 'DATABASE';
  readonly orReplace?: boolean;
  readonly ifNotExists?: boolean;
  readonly name?: QualifiedName;
  readonly text?: string;
}

export interface Drop extends BaseNode {
  readonly kind: 'drop';
  /** TABLE, VIEW, INDEX, SEQUENCE, TYPE, TRIGGER, FUNCTION, …, in upper case. */
  readonly object: string;
  readonly temporary?: boolean;
  readonly concurrently?: boolean;
  readonly ifExists?: boolean;
  readonly names: readonly QualifiedName[];
  /** The table of DROP INDEX and DROP TRIGGER. */
  readonly on?: QualifiedName;
  /** A routine's arguments and whatever else is written behind the names. */
  readonly text?: string;
  readonly behavior?: 'CASCADE' | 'RESTRICT';
}

export interface Truncate extends BaseNode {
  readonly kind: 'truncate';
  readonly tables: readonly TruncatedTable[];
  readonly identity?: 'RESTART' | 'CONTINUE';
  /** MariaDB's `WAIT n` and NOWAIT. */
  readonly wait?: string;
  readonly behavior?: 'CASCADE' | 'RESTRICT';
}
export interface TruncatedTable extends BaseNode {
  readonly kind: 'truncated-table';
  readonly name: QualifiedName;
  readonly only?: boolean;
}

export interface CommentOn extends BaseNode {
  readonly kind: 'comment-on';
  /** TABLE, COLUMN, INDEX, FUNCTION, …, in upper case. */
  readonly object: string;
  readonly name: QualifiedName;
  /** A function's arguments, as they are written. */
  readonly text?: string;
  /** The table of a constraint, trigger, policy or rule. */
  readonly on?: QualifiedName;
  /** NULL takes the comment away. */
  readonly comment: Expression;
}

/** MySQL's RENAME TABLE. */
export interface RenameTables extends BaseNode {
  readonly kind: 'rename-tables';
  /** MariaDB's. */
  readonly ifExists?: boolean;
  readonly renames: readonly TableRename[];
}
export interface TableRename extends BaseNode {
  readonly kind: 'table-rename';
  readonly from: QualifiedName;
  /** MariaDB's `WAIT n` and NOWAIT. */
  readonly wait?: string;
  readonly to: QualifiedName;
}
