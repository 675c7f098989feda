import type { CreateTable } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { constraintsOf, withConstraints, type Constraint } from './constraints.js';

/**
 * Constraints whose names are one for a whole database: in MySQL foreign keys and checks, in PostgreSQL those that are indexes.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html,
 * https://www.postgresql.org/docs/current/sql-createtable.html
 */
const SHARED: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  POSTGRESQL: new Set(['primary-key', 'unique', 'table-key']),
  MYSQL: new Set(['references', 'check', 'table-foreign-key', 'table-check']),
  SQLITE: new Set(),
};

/**
 * A table without the names of constraints that another table has: the target makes up others for them.
 *
 * @param others the tables of its script, whichever dialect they are in
 */
export function withDistinctNames(table: CreateTable, others: readonly CreateTable[], to: DialectName): CreateTable {
  if (SHARED[to].size === 0) return table;
  const own = called(table);
  const shared = ({ name, rule }: Constraint): string | undefined =>
    SHARED[to].has(rule.kind) ? name?.value.toLowerCase() : undefined;
  const taken = new Set<string | undefined>(
    others
      .filter((other) => called(other) !== own)
      .flatMap((other) => constraintsOf(other).flatMap((one) => shared(one) ?? [])),
  );
  if (!constraintsOf(table).some((one) => taken.has(shared(one)))) return table;
  return withConstraints(table, (constraint) => {
    if (!taken.has(shared(constraint))) return constraint;
    const { name: _, ...nameless } = constraint;
    return nameless as typeof constraint;
  });
}

const called = ({ name }: CreateTable): string | undefined => name.parts.at(-1)?.value.toLowerCase();
