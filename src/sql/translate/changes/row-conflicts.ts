import {
  rewrite,
  type Assignment,
  type ColumnReference,
  type Expression,
  type IndexElement,
  type Insert,
  type Name,
  type Node,
  type Violation,
} from '../../ast/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import { column, name } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { withGivenDocuments } from './given-documents.js';
import { columnOfNewRow } from './columns-of-new-row.js';

/** The name that the row goes by that could not be inserted, in what is done instead. */
export const EXCLUDED = 'excluded';

/** What happens to a row that has a key that is there already, whichever way it is written. */
export interface RowConflict {
  /** The key; undefined for any. */
  readonly columns?: readonly IndexElement[];
  /** Of a partial index. */
  readonly where?: Expression;
  readonly constraint?: Name;
  /** Undefined where the row is left out; where it is set, the new row goes by `excluded`. */
  readonly update?: readonly Assignment[];
  readonly updateWhere?: Expression;
  /** Whether assignments see what those before them have assigned. */
  readonly inTurn: boolean;
}

/** What an INSERT does about rows whose keys are there: at most one thing a key. */
export interface ConflictRules {
  readonly conflicts: readonly RowConflict[];
  /** Whether the row that is there is replaced by the new one. */
  readonly replaces: boolean;
}

const SILENT: ReadonlySet<Violation | undefined> = new Set<Violation | undefined>([
  undefined,
  'abort',
  'replace',
  'ignore',
]);

/** Reads what an INSERT of any dialect says of rows whose keys are there. */
export function conflictRules(node: Insert, table: ChangedTable, t: Translator): ConflictRules {
  const { violation, conflicts = [], duplicateKeyUpdate } = node;
  if (!SILENT.has(violation)) {
    t.refuse(
      node,
      `OR ${String(violation).toUpperCase()} leaves a part of a statement’s changes, or ends its transaction.`,
      'Leave it out: a statement that fails changes nothing.',
    );
  }
  const ignored: RowConflict[] = violation === 'ignore' ? [{ inTurn: false }] : [];
  const updated: RowConflict[] =
    duplicateKeyUpdate === undefined
      ? []
      : [{ update: duplicateKeyUpdate.map((one) => withExcluded(one, node, table, t)), inTurn: true }];
  const written = conflicts.map(({ update, ...one }): RowConflict => ({
    ...one,
    ...(update !== undefined && { update: update.map((each) => withGivenDocuments(each, node, table, t)) }),
    inTurn: false,
  }));
  // what is written out goes before what IGNORE does
  return {
    conflicts: [...updated, ...written, ...(updated.length > 0 ? [] : ignored)],
    replaces: violation === 'replace',
  };
}

/** MySQL's VALUES(x), and x of the new row's name, as `excluded.x`. */
function withExcluded(node: Assignment, insert: Insert, table: ChangedTable, t: Translator): Assignment {
  const { rowAlias, rowColumns } = insert;
  const alias = rowAlias && t.scope.key(rowAlias);
  const renamed = (written: Name): Name => {
    const at = rowColumns?.findIndex((one) => t.scope.key(one) === t.scope.key(written)) ?? -1;
    const own = at < 0 ? undefined : table.columns?.[at]?.name;
    return own === undefined ? written : name(own, written.span);
  };
  const replace = (one: Node): Node => {
    if (one.kind === 'call' && functionOfCall(one, t.from)?.meaning === 'inserted_value') {
      const [value] = one.arguments;
      return value?.kind === 'column' ? excludedColumn(lastOf(value)) : one;
    }
    if (one.kind !== 'column' || one.parts.length !== 2) return one;
    const [qualifier, own] = one.parts as [Name, Name];
    if (t.scope.key(qualifier) === alias) return excludedColumn(renamed(own));
    const selected = columnOfNewRow(one, insert, table, t);
    return selected === undefined ? one : excludedColumn(selected);
  };
  return { ...node, value: rewrite(node.value, replace) };
}

/** A column of the row that could not be inserted. */
export const excludedColumn = (called: Name): ColumnReference =>
  column([name(EXCLUDED, called.span), called], called.span);
