import type { CreateTable, DialectName, TableElement } from '../sql/index.js';
import type { Definitions } from './definitions.js';
import { ownKey } from './names.js';

/** Whether two tables may have constraints of one name: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html */
const NAMED_IN_TABLE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** Constraints whose names are one for a whole database in MySQL. */
const SHARED: ReadonlySet<string> = new Set(['references', 'check', 'table-foreign-key', 'table-check']);

/** A table without the names of constraints that another table of the script has: MySQL makes up others for them. */
export function withDistinctNames(table: CreateTable, definitions: Definitions): CreateTable {
  if (NAMED_IN_TABLE[definitions.to.name] || table.elements === undefined) return table;
  const taken = new Set(
    definitions
      .all()
      .filter((other) => ownKey(other.table.name, definitions.from) !== ownKey(table.name, definitions.from))
      .flatMap((other) => (other.table.elements ?? []).flatMap(namesOf)),
  );
  if (taken.size === 0 || !table.elements.some((element) => namesOf(element).some((name) => taken.has(name))))
    return table;
  return { ...table, elements: table.elements.map((element) => without(taken, element)) };
}

type Constraint = Extract<TableElement, { kind: 'column-definition' }>['constraints'][number];
type AnyConstraint = Constraint | Extract<TableElement, { kind: 'table-constraint' }>;

const sharedName = ({ name, rule }: AnyConstraint): string | undefined =>
  SHARED.has(rule.kind) ? name?.value.toLowerCase() : undefined;

function namesOf(element: TableElement): string[] {
  if (element.kind === 'column-definition') return element.constraints.flatMap((each) => sharedName(each) ?? []);
  return element.kind === 'table-constraint' ? [sharedName(element) ?? []].flat() : [];
}

function without(taken: ReadonlySet<string>, element: TableElement): TableElement {
  const nameless = <C extends AnyConstraint>(constraint: C): C => {
    const shared = sharedName(constraint);
    if (shared === undefined || !taken.has(shared)) return constraint;
    const { name: _, ...rest } = constraint;
    return rest as C;
  };
  if (element.kind === 'column-definition') return { ...element, constraints: element.constraints.map(nameless) };
  return element.kind === 'table-constraint' ? nameless(element) : element;
}
