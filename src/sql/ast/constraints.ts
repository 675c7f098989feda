import type { IndexElement, StorageOption, Violation } from './changes.js';
import type { IndexOption, SequenceOption } from './definitions.js';
import type { Expression } from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';

/** A column's constraint or attribute, each with its name where it has one. */
export interface ColumnConstraint extends BaseNode {
  readonly kind: 'column-constraint';
  readonly name?: Name;
  readonly rule: ColumnRule;
  /** SQLite's ON CONFLICT. */
  readonly onConflict?: Violation;
  readonly deferral?: Deferral;
}
/** `[NOT] DEFERRABLE [INITIALLY DEFERRED]`, NOT VALID, [NOT] ENFORCED, NO INHERIT: what is written, in order, in upper case. */
export type Deferral = readonly string[];

export type ColumnRule =
  | NotNullRule
  | NullRule
  | DefaultRule
  | PrimaryKeyRule
  | UniqueRule
  | CheckRule
  | ReferencesRule
  | GeneratedRule
  | IdentityRule
  | AutoIncrementRule
  | OnUpdateRule
  | CommentRule
  | CollateRule
  | VisibilityRule;

export interface NotNullRule extends BaseNode {
  readonly kind: 'not-null';
}
/** NULL written out. */
export interface NullRule extends BaseNode {
  readonly kind: 'nullable';
}
export interface DefaultRule extends BaseNode {
  readonly kind: 'default-value';
  readonly value: Expression;
}
export interface PrimaryKeyRule extends BaseNode {
  readonly kind: 'primary-key';
  readonly direction?: 'asc' | 'desc';
  readonly autoIncrement?: boolean;
  readonly using?: readonly StorageOption[];
  /** USING INDEX TABLESPACE. */
  readonly tablespace?: Name;
}
export interface UniqueRule extends BaseNode {
  readonly kind: 'unique';
  readonly nullsNotDistinct?: boolean;
  readonly using?: readonly StorageOption[];
  /** USING INDEX TABLESPACE. */
  readonly tablespace?: Name;
}
export interface CheckRule extends BaseNode {
  readonly kind: 'check';
  readonly condition: Expression;
}
export interface ReferencesRule extends BaseNode {
  readonly kind: 'references';
  readonly reference: ForeignReference;
}
export interface GeneratedRule extends BaseNode {
  readonly kind: 'generated';
  readonly expression: Expression;
  readonly stored?: boolean;
}
export interface IdentityRule extends BaseNode {
  readonly kind: 'identity';
  readonly always: boolean;
  readonly options: readonly SequenceOption[];
}
/** MySQL's AUTO_INCREMENT. */
export interface AutoIncrementRule extends BaseNode {
  readonly kind: 'auto-increment';
}
export interface OnUpdateRule extends BaseNode {
  readonly kind: 'on-update';
  readonly value: Expression;
}
export interface CommentRule extends BaseNode {
  readonly kind: 'comment';
  readonly text: Expression;
}
export interface CollateRule extends BaseNode {
  readonly kind: 'column-collation';
  readonly collation: QualifiedName;
}
export interface VisibilityRule extends BaseNode {
  readonly kind: 'visibility';
  readonly visible: boolean;
}

export interface ForeignReference extends BaseNode {
  readonly kind: 'foreign-reference';
  readonly table: QualifiedName;
  readonly columns: readonly Name[];
  /** Whether the last column is a period: `(id, PERIOD during)`. */
  readonly period?: boolean;
  readonly match?: 'FULL' | 'PARTIAL' | 'SIMPLE';
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
}

export interface ReferentialAction extends BaseNode {
  readonly kind: 'referential-action';
  readonly action: 'CASCADE' | 'RESTRICT' | 'NO ACTION' | 'SET NULL' | 'SET DEFAULT';
  /** PostgreSQL's columns of SET NULL and SET DEFAULT. */
  readonly columns: readonly Name[];
}

/** A constraint or key of a table. */
export interface TableConstraint extends BaseNode {
  readonly kind: 'table-constraint';
  readonly name?: Name;
  readonly rule: TableRule;
  readonly onConflict?: Violation;
  readonly deferral?: Deferral;
}

export type TableRule =
  TableKey | TableCheck | TableForeignKey | TableExclusion | TablePeriod | TableNotNull | ConstraintUsingIndex;

/** PRIMARY KEY, UNIQUE, and MySQL's KEY, FULLTEXT and SPATIAL. */
export interface TableKey extends BaseNode {
  readonly kind: 'table-key';
  readonly type: 'primary' | 'unique' | 'index' | 'fulltext' | 'spatial';
  /** MySQL's name of the index, where it is none of a constraint. */
  readonly indexName?: Name;
  readonly elements: readonly IndexElement[];
  readonly nullsNotDistinct?: boolean;
  /** PostgreSQL's `WITHOUT OVERLAPS` on the last column. */
  readonly withoutOverlaps?: boolean;
  /** SQLite's AUTOINCREMENT behind the column: where a table is made, it is the column's own. */
  readonly autoIncrement?: boolean;
  readonly include?: readonly Name[];
  /** USING, WITH, TABLESPACE, COMMENT, VISIBLE. */
  readonly options?: readonly IndexOption[];
}

export interface TableCheck extends BaseNode {
  readonly kind: 'table-check';
  readonly condition: Expression;
}

export interface TableForeignKey extends BaseNode {
  readonly kind: 'table-foreign-key';
  readonly indexName?: Name;
  readonly columns: readonly Name[];
  /** Whether the last column is a period. */
  readonly period?: boolean;
  readonly reference: ForeignReference;
}

/** PostgreSQL's EXCLUDE. */
export interface TableExclusion extends BaseNode {
  readonly kind: 'table-exclusion';
  readonly method?: Name;
  readonly elements: readonly ExclusionElement[];
  readonly include?: readonly Name[];
  readonly options?: readonly IndexOption[];
  readonly where?: Expression;
}
export interface ExclusionElement extends BaseNode {
  readonly kind: 'exclusion-element';
  readonly element: IndexElement;
  readonly operator: string;
}

/** PostgreSQL's `NOT NULL column` among a table's constraints. */
export interface TableNotNull extends BaseNode {
  readonly kind: 'table-not-null';
  readonly column: Name;
}

/** MariaDB's `PERIOD FOR name (start, end)`. */
export interface TablePeriod extends BaseNode {
  readonly kind: 'table-period';
  readonly period: Name;
  readonly columns: readonly Name[];
}

/** `UNIQUE USING INDEX name` in ALTER TABLE. */
export interface ConstraintUsingIndex extends BaseNode {
  readonly kind: 'constraint-using-index';
  readonly type: 'primary' | 'unique';
  readonly index: Name;
}
