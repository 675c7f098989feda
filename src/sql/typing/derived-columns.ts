import type { Name } from '../ast/index.js';
import type { Scope } from './scope.js';
import type { RelationColumn, RelationColumns } from './sources.js';

/** The columns of a query as a table has them that is derived from it: typed for good, and made unique where they are. */
export function derivedColumns(columns: RelationColumns, scope: Scope): RelationColumns {
  if (columns === undefined) return undefined;
  const { distinctNames } = scope.context.rules;
  const names = distinctNames ? uniqueNames(columns, scope) : columns.map(({ name }) => name);
  return columns.map(({ type, nullable, table, nameInTable, databaseType }, index) => ({
    name: names[index] as string,
    type,
    nullable,
    table,
    nameInTable,
    databaseType,
  }));
}

/** SQLite's way: the second `id` is `id:1`. */
function uniqueNames(columns: readonly RelationColumn[], scope: Scope): string[] {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return columns.map(({ name }) => {
    let unique = name;
    const key = scope.keyOf(name);
    let count = counts.get(key) ?? 0;
    while (given.has(scope.keyOf(unique))) unique = `${name}:${(count += 1)}`;
    counts.set(key, count);
    given.add(scope.keyOf(unique));
    return unique;
  });
}

/** The first columns by other names: `AS t (a, b)`. */
export function renamed(columns: RelationColumns, names: readonly Name[] | undefined, scope: Scope): RelationColumns {
  if (names === undefined || names.length === 0) return columns;
  return columns?.map((column, index) => {
    const name = names[index];
    return name === undefined ? column : { ...column, name: scope.fold(name) };
  });
}
