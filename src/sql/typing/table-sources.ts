import type { Name, QualifiedName, TableName } from '../ast/index.js';
import type { CatalogueTable } from '../catalogue.js';
import { renamed } from './derived-columns.js';
import type { Scope } from './scope.js';
import { Source, type Origin, type RelationColumn, type RelationColumns } from './sources.js';
import { columnsOfFunction } from './table-function-columns.js';

/** A table as a statement names it: a common table, one of the catalogue, or one of which only the name is known. */
export function tableSource(
  { name, alias, columns: names }: Pick<TableName, 'name' | 'alias' | 'columns'>,
  scope: Scope,
): Source {
  const path = alias === undefined ? name.parts.map((part) => scope.key(part)) : [scope.key(alias)];
  const { columns, origin } = relation(name, scope);
  // a name that is no table's is given by the statement, as an alias is
  const given = alias ?? (origin === undefined ? name.parts[name.parts.length - 1] : undefined);
  return new Source(path, renamed(columns, names, scope), scope.keyOf, origin, given);
}

interface Relation {
  readonly columns: RelationColumns;
  readonly origin?: Origin;
}

function relation(name: QualifiedName, scope: Scope): Relation {
  const { parts } = name;
  const last = parts[parts.length - 1] as Name;
  const common = parts.length === 1 ? scope.tables?.find(scope.key(last)) : undefined;
  if (common !== undefined) return common;
  const { catalogue, dialect } = scope.context;
  const path = parts.map((part) => scope.fold(part));
  const table = catalogue?.table(path);
  if (table !== undefined) return ofCatalogue(table);
  // SQLite takes functions without arguments for tables
  const known = dialect.features.callableTables ? columnsOfFunction(dialect.name, last.value) : undefined;
  if (known !== undefined) return { columns: known };
  const schema = path[path.length - 2];
  return { columns: undefined, origin: { ...(schema !== undefined && { schema }), name: scope.fold(last) } };
}

function ofCatalogue({ schema, name, columns }: CatalogueTable): Relation {
  const origin: Origin = { ...(schema !== undefined && { schema }), name };
  const of = (column: CatalogueTable['columns'][number]): RelationColumn => ({ ...column, table: origin });
  return { columns: columns.map(of), origin };
}
