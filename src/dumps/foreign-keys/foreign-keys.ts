import type {
  AlterTable,
  ColumnDefinition,
  CreateTable,
  QualifiedName,
  TableConstraint,
  TableElement,
} from '../../sql/index.js';

/** A table without its foreign keys, and these as statements of their own. */
export interface PartedTable {
  readonly table: CreateTable;
  readonly foreignKeys: readonly PartedKey[];
}

/** A foreign key as a statement of its own, and the table that it refers to. */
interface PartedKey {
  readonly key: AlterTable;
  readonly refersTo: QualifiedName;
}

/** Takes the foreign keys out of a CREATE TABLE: a dump has its tables in any order, so what they refer to may not be there yet. */
export function partForeignKeys(table: CreateTable): PartedTable {
  const found: ForeignKey[] = [];
  const elements = table.elements?.flatMap((element) => withoutForeignKeys(element, found));
  if (elements === undefined || found.length === 0) return { table, foreignKeys: [] };
  return { table: { ...table, elements }, foreignKeys: found.map((constraint) => added(constraint, table)) };
}

type ForeignKey = TableConstraint & {
  readonly rule: Extract<TableConstraint['rule'], { kind: 'table-foreign-key' }>;
};

function withoutForeignKeys(element: TableElement, found: ForeignKey[]): TableElement[] {
  if (element.kind === 'column-definition') return [withoutReferences(element, found)];
  if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-foreign-key') return [element];
  found.push({ ...element, rule: element.rule });
  return [];
}

function withoutReferences(column: ColumnDefinition, found: ForeignKey[]): ColumnDefinition {
  const constraints = column.constraints.filter(({ rule, name, deferral, span }) => {
    if (rule.kind !== 'references') return true;
    found.push({
      kind: 'table-constraint',
      ...(name !== undefined && { name }),
      rule: { kind: 'table-foreign-key', columns: [column.name], reference: rule.reference, span },
      ...(deferral !== undefined && { deferral }),
      span,
    });
    return false;
  });
  return { ...column, constraints };
}

/** A change that adds columns, without their foreign keys. */
export function withoutAddedKeys(tree: AlterTable): AlterTable {
  const actions = tree.actions.map((action) =>
    action.kind === 'add-column'
      ? { ...action, columns: action.columns.map((column) => withoutReferences(column, [])) }
      : action,
  );
  return { ...tree, actions };
}

const added = (constraint: ForeignKey, { name }: CreateTable): PartedKey => ({
  key: {
    kind: 'alter-table',
    object: 'TABLE',
    name,
    actions: [{ kind: 'add-constraint', constraint, span: constraint.span }],
    span: constraint.span,
  },
  refersTo: constraint.rule.reference.table,
});
