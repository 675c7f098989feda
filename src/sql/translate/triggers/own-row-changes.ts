import { foldName, ownKey } from '../../analysis/folded-names.js';
import { contains, rewrite, type Expression, type Name, type Node, type Statement } from '../../ast/index.js';
import type { CatalogueTable } from '../../catalogue.js';
import type { Dialect } from '../../dialects/index.js';
import { printed } from '../script/printed.js';
import { isRowId } from './row-ids.js';
import { readsNew, type TriggerAction } from './trigger-bodies.js';

type Trigger = Extract<Statement, { kind: 'create-trigger' }>;
type Column = Extract<Node, { kind: 'column' }>;
type Assignment = Extract<TriggerAction, { kind: 'assignment' }>;

/** The column of a table that SQLite finds its rows by; undefined where it is none that other engines have. */
export function rowKeyOf(
  table: Pick<CatalogueTable, 'primaryKey'> | undefined,
  declared: CatalogueTable['columns'],
): string | undefined {
  const [key, ...others] = table?.primaryKey ?? [];
  const column = declared.find(({ name }) => name.toLowerCase() === key?.toLowerCase());
  return others.length === 0 && column?.databaseType.toLowerCase() === 'integer' ? column.name : undefined;
}

export interface OwnRow {
  readonly trigger: Trigger;
  readonly columns: readonly string[];
  readonly rowKey: string | undefined;
  readonly dialect: Dialect;
}

/**
 * New values for the row that a trigger fires for, where a step says them as a change of just that row: SQLite, whose
 * triggers do not fire themselves, gives values in no other way.
 *
 * @returns undefined for any other step
 */
export function ownValues(step: Statement, row: OwnRow, conditions: readonly string[]): Assignment[] | undefined {
  if (step.kind !== 'update' || !isOfOneRow(step, row)) return undefined;
  const made: Assignment[] = [];
  for (const { targets, value } of step.set) {
    const [target, ...others] = targets;
    if (target?.kind !== 'column' || others.length > 0 || contains(value, isQuery)) return undefined;
    const column = target.parts.at(-1)?.value ?? '';
    if (column.toLowerCase() === row.rowKey?.toLowerCase()) return undefined;
    const given = printed(ofNewRow(value, row), row.dialect);
    // a change reads the row as it was, where assignments follow one another
    if (made.some((before) => readsNew(given, before.column))) return undefined;
    made.push({ kind: 'assignment', conditions, column, value: given });
  }
  return made;
}

function isOfOneRow(
  step: Extract<Statement, { kind: 'update' }>,
  { trigger, rowKey, columns, dialect }: OwnRow,
): boolean {
  const [table, ...others] = step.tables;
  if (table?.kind !== 'table-name' || others.length > 0 || table.alias !== undefined) return false;
  if (ownKey(table.name, dialect) !== ownKey(trigger.table, dialect)) return false;
  if (step.from !== undefined || step.with !== undefined || step.limit !== undefined) return false;
  const { where } = step;
  if (where?.kind !== 'binary' || where.operator !== 'equal') return false;
  const isKey = (side: Expression): side is Column =>
    side.kind === 'column' && isKeyName(side.parts.at(-1), rowKey, columns);
  const sides = [where.left, where.right];
  return sides.every(isKey) && sides.filter((side) => isKey(side) && isOfNew(side)).length === 1;
}

const isKeyName = (name: Name | undefined, rowKey: string | undefined, columns: readonly string[]): boolean =>
  name !== undefined &&
  (name.value.toLowerCase() === rowKey?.toLowerCase() || (columns.length > 0 && isRowId(name.value, columns)));

const isOfNew = ({ parts }: Column): boolean => parts.length === 2 && parts[0]?.value.toLowerCase() === 'new';

const isQuery = ({ kind }: Node): boolean => kind === 'query';

/** The row is changed already when the step reads it: its columns are the new ones. */
function ofNewRow(value: Expression, { trigger, dialect }: OwnRow): Expression {
  const own = trigger.table.parts.at(-1);
  return rewrite(value, (node: Node) => {
    if (node.kind !== 'column') return node;
    const [first, second] = node.parts;
    const isOwn =
      second !== undefined &&
      own !== undefined &&
      first !== undefined &&
      foldName(first, dialect).toLowerCase() === foldName(own, dialect).toLowerCase();
    if (node.parts.length !== 1 && !isOwn) return node;
    const column = node.parts.at(-1) as Name;
    return { ...node, parts: [{ kind: 'name', value: 'new', quoted: false, span: node.span }, column] };
  });
}
