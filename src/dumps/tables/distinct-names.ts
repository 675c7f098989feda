import {
  constraintsOf,
  withConstraints,
  ownKey,
  type Constraint,
  type CreateTable,
  type DialectName,
} from '../../sql/index.js';
import type { Definitions } from './definitions.js';

/**
 * Constraints of which two tables may not have one of the same name. To PostgreSQL keys are indexes, which have their names in all
 * of a schema. https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
const SHARED: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  POSTGRESQL: new Set(['unique', 'table-key']),
  MYSQL: new Set(['references', 'check', 'table-foreign-key', 'table-check']),
  SQLITE: new Set(),
};

/** A table without the names of constraints that another table of the script has: the target makes up others for them. */
export function withDistinctNames(table: CreateTable, definitions: Definitions): CreateTable {
  const { from, to } = definitions;
  // what MySQL calls a key is told with its table
  if (SHARED[to.name].size === 0 || (from.name === 'MYSQL' && to.name === 'POSTGRESQL')) return table;
  const sharedName = ({ name, rule }: Constraint): string | undefined =>
    SHARED[to.name].has(rule.kind) ? name?.value.toLowerCase() : undefined;
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
