import type { StorageOption } from './changes.js';
import type { TableConstraint } from './constraints.js';
import type { DataType } from './data-types.js';
import type { ColumnDefinition, SequenceOption } from './definitions.js';
import type { Expression } from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';

export interface AlterTable extends BaseNode {
  readonly kind: 'alter-table';
  /** TABLE, or what PostgreSQL alters with the same actions. */
  readonly object: 'TABLE' | 'VIEW' | 'MATERIALIZED VIEW' | 'INDEX' | 'FOREIGN TABLE';
  /** MariaDB's ONLINE and IGNORE, in upper case. */
  readonly attributes?: string;
  readonly ifExists?: boolean;
  readonly only?: boolean;
  readonly name: QualifiedName;
  /** MariaDB's `WAIT n` and NOWAIT. */
  readonly wait?: string;
  readonly actions: readonly AlterAction[];
  /** Columns of the table that keys hold which are made later, where a script is known to: by their own names. */
  readonly keyedLater?: readonly string[];
}

export type AlterAction =
  | AddColumn
  | DropColumn
  | AlterColumn
  | ChangeColumn
  | RenameColumn
  | AddConstraint
  | DropConstraint
  | RenameTo
  | SetSchema
  | AlterOther;

export interface AddColumn extends BaseNode {
  readonly kind: 'add-column';
  readonly ifNotExists?: boolean;
  readonly columns: readonly ColumnDefinition[];
  /** MySQL's parentheses. */ readonly listed?: boolean;
}
export interface DropColumn extends BaseNode {
  readonly kind: 'drop-column';
  readonly ifExists?: boolean;
  readonly column: Name;
  readonly behavior?: 'CASCADE' | 'RESTRICT';
}
export interface AlterColumn extends BaseNode {
  readonly kind: 'alter-column';
  readonly column: Name;
  readonly change:
    | 'set-default'
    | 'drop-default'
    | 'set-not-null'
    | 'drop-not-null'
    | 'set-type'
    | 'add-identity'
    | 'set-identity'
    | 'drop-identity'
    | 'set-statistics'
    | 'set-storage'
    | 'set-compression'
    | 'set-options'
    | 'reset-options'
    | 'set-expression'
    | 'drop-expression'
    | 'set-visibility'
    | 'restart-identity';
  readonly ifExists?: boolean;
  readonly value?: Expression;
  readonly type?: DataType;
  readonly collation?: QualifiedName;
  /** USING of a change of type. */
  readonly using?: Expression;
  readonly identity?: readonly SequenceOption[];
  readonly always?: boolean;
  /** The word of STORAGE, COMPRESSION, VISIBLE. */
  readonly word?: string;
  readonly options?: readonly StorageOption[];
}
/** MySQL's CHANGE (with the old name) and MODIFY. */
export interface ChangeColumn extends BaseNode {
  readonly kind: 'change-column';
  readonly ifExists?: boolean;
  readonly oldName?: Name;
  readonly definition: ColumnDefinition;
}
export interface RenameColumn extends BaseNode {
  readonly kind: 'rename-column';
  /** What is renamed: COLUMN, CONSTRAINT, INDEX, KEY, ATTRIBUTE. */ readonly object: string;
  readonly from: Name;
  readonly to: Name;
}
export interface AddConstraint extends BaseNode {
  readonly kind: 'add-constraint';
  readonly ifNotExists?: boolean;
  readonly constraint: TableConstraint;
}
export interface DropConstraint extends BaseNode {
  readonly kind: 'drop-constraint';
  /** CONSTRAINT, PRIMARY KEY, FOREIGN KEY, INDEX, KEY, CHECK. */ readonly object: string;
  readonly ifExists?: boolean;
  readonly name?: Name;
  readonly behavior?: 'CASCADE' | 'RESTRICT';
}
export interface RenameTo extends BaseNode {
  readonly kind: 'rename-to';
  readonly name: QualifiedName;
}
export interface SetSchema extends BaseNode {
  readonly kind: 'set-schema';
  readonly schema: Name;
}
/** An action that changes neither columns nor constraints: OWNER TO, ENGINE = …, DISABLE KEYS, ATTACH PARTITION. Words as they are written, names and words of it in `text`. */
export interface AlterOther extends BaseNode {
  readonly kind: 'alter-other';
  readonly text: string;
  /** Tables that it names. */ readonly tables: readonly QualifiedName[];
}
