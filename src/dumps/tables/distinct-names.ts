import {
  constraintsOf,
  withConstraints,
  ownKey,
  type Constraint,
  type CreateTable,
  type DialectName,
} from '../../sql/index.js';
import type { Definitions } from './definitions.js';

/** Whether two tables may have constraints of one name: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html */
const NAMED_IN_TABLE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** Constraints whose names are one for a whole database in MySQL. */
const SHARED: ReadonlySet<string> = new Set(['references', 'check', 'table-foreign-key', 'table-check']);

/** A table without the names of constraints that another table of the script has: MySQL makes up others for them. */
export function withDistinctNames(table: CreateTable, definitions: Definitions): CreateTable {
  const { from, to } = definitions;
  if (NAMED_IN_TABLE[to.name]) return table;
  const taken = new Set<string | undefined>(
    definitions
      .all()
      .filter((other) => ownKey(other.table.name, from) !== ownKey(table.name, from))
      .flatMap((other) => constraintsOf(other.table).flatMap((one) => sharedName(one) ?? [])),
  );
  if (!constraintsOf(table).some((one) => taken.has(sharedName(one)))) return table;
  return withConstraints(table, (constraint) => {
    if (!taken.has(sharedName(constraint))) return constraint;
    const { name: _, ...nameless } = constraint;
    return nameless as typeof constraint;
  });
}

const sharedName = ({ name, rule }: Constraint): string | undefined =>
  SHARED.has(rule.kind) ? name?.value.toLowerCase() : undefined;
