/**
 * The tree of a statement. A node has one meaning, whichever dialect it was read from, and says where it stood in the
 * text. `children.ts` lists what is below each node; visiting and rewriting are derived from it.
 */
import type { Administration, ExplainOption, LockedTable, SettingAssignment, Unknown } from './administration.js';
import type * as alterations from './alterations.js';
import type * as changes from './changes.js';
import type * as constraints from './constraints.js';
import type { DataType } from './data-types.js';
import type * as definitions from './definitions.js';
import type { CaseBranch, Expression } from './expressions.js';
import type { Name, QualifiedName } from './node.js';
import type * as queries from './queries.js';

export type * from './administration.js';
export type * from './alterations.js';
export type * from './changes.js';
export type * from './constraints.js';
export type * from './data-types.js';
export type * from './definitions.js';
export type * from './expressions.js';
export type * from './node.js';
export type * from './queries.js';
export { CHILDREN } from './children.js';
export {
  asked,
  derivedText,
  readsSource,
  watchedBy,
  writtenOut,
  type Answer,
  type LiteralWatch,
  type PlainLiteral,
  type Question,
} from './literal-content.js';
export { ARITHMETIC, EXACT_ARITHMETIC, WHOLE_ARITHMETIC } from './arithmetic.js';
export { resultsOf } from './results-of-case.js';
export { contains, eachChild, isNoQuery, mapChildren, rewrite, walk, withChildren } from './walk.js';

/** One statement. */
export type Statement = queries.Query | changes.Change | definitions.Definition | Administration | Unknown;

/** Any node. */
export type Node =
  | Statement
  | Expression
  | Name
  | QualifiedName
  | DataType
  | CaseBranch
  // queries
  | queries.Select
  | queries.Values
  | queries.RowValues
  | queries.TableQuery
  | queries.SetOperation
  | queries.SelectItem
  | queries.WithClause
  | queries.CommonTable
  | queries.SearchClause
  | queries.CycleClause
  | queries.GroupBy
  | queries.GroupingSet
  | queries.OrderItem
  | queries.Limit
  | queries.LockingClause
  | queries.IntoClause
  | queries.IntoFile
  | queries.TableReference
  | queries.TableSample
  | queries.IndexHint
  | queries.TableFunctionCall
  | queries.ColumnDeclaration
  | queries.JsonTable
  | queries.JsonTableColumn
  | queries.XmlTable
  | queries.XmlTableColumn
  | queries.AliasedValue
  | queries.NamedWindow
  | queries.WindowSpecification
  | queries.WindowFrame
  | queries.FrameBound
  // changes
  | changes.OnConflict
  | changes.IndexElement
  | changes.StorageOption
  | changes.Assignment
  | changes.Returning
  | changes.MergeBranch
  // definitions
  | definitions.TableElement
  | constraints.ColumnConstraint
  | constraints.ColumnRule
  | constraints.TableRule
  | constraints.ForeignReference
  | constraints.ReferentialAction
  | constraints.ExclusionElement
  | definitions.IndexOption
  | definitions.TableOption
  | definitions.PartitionBy
  | definitions.PartitionBounds
  | alterations.AlterAction
  | definitions.SequenceOption
  | definitions.TriggerEvent
  | definitions.Unparsed
  | definitions.TruncatedTable
  | definitions.TableRename
  // administration
  | ExplainOption
  | SettingAssignment
  | LockedTable;

/** The kinds of nodes. */
export type NodeKind = Node['kind'];

/** The node of a kind. */
export type NodeOf<Kind extends NodeKind> = Extract<Node, { kind: Kind }>;
