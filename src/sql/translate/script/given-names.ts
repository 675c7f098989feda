import { foldName, ownName } from '../../analysis/folded-names.js';
import type { ColumnDefinition, CreateTable } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { usualName } from '../definitions/alterations/changed-definition.js';
import { constraintsOf, withConstraints, type Constraint } from '../definitions/constraints/constraints.js';

/**
 * A table whose constraints have the names that PostgreSQL gives to those without: they keep them when the table, or a column of
 * theirs, is called otherwise. https://www.postgresql.org/docs/current/ddl-constraints.html
 */
export function withGivenNames(table: CreateTable, dialect: Dialect): CreateTable {
  if (dialect.name !== 'POSTGRESQL') return table;
  const owner = ownName(table.name, dialect);
  const taken = new Set(
    constraintsOf(table).flatMap(({ name }) => (name === undefined ? [] : foldName(name, dialect))),
  );
  return withConstraints(table, (constraint, column) => {
    const usual = constraint.name === undefined ? givenName(owner, constraint, column) : undefined;
    if (usual === undefined) return constraint;
    const value = free(usual, taken);
    taken.add(value);
    return { ...constraint, name: { kind: 'name', value, quoted: true, span: constraint.span } };
  });
}

const isPrimary = ({ rule }: Constraint): boolean =>
  rule.kind === 'primary-key' || (rule.kind === 'table-key' && rule.type === 'primary');

const givenName = (owner: string, constraint: Constraint, column: ColumnDefinition | undefined): string | undefined =>
  isPrimary(constraint) ? `${owner}_pkey` : usualName(owner, constraint, column);

/** A name that the server gives, with a number where it is taken. */
function free(usual: string, taken: ReadonlySet<string>): string {
  for (let at = 0; ; at += 1) {
    const name = at === 0 ? usual : `${usual}${at}`;
    if (!taken.has(name)) return name;
  }
}

/** What a table’s primary key is called; undefined where nothing tells. */
export function primaryKeyName(table: CreateTable, dialect: Dialect): string | undefined {
  const name = constraintsOf(table).find(isPrimary)?.name;
  return name === undefined ? undefined : foldName(name, dialect);
}
