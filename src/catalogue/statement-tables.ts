import type { ColumnDescription, IndexDescription, TableDescription } from '../databases/index.js';
import { partsOfPath, type Catalogue as StatementCatalogue, type CatalogueTable, type SqlType } from '../sql/index.js';
import type { DatabaseCatalogue } from './database-catalogue.js';

/**
 * The tables that a statement names, for `sql/` to type its columns by: `sql/` itself asks nobody, so they are read before.
 * @param names as the analysis tells them; of a common table, or of what is not there, nothing is known
 * @param indexes those that it names without their tables, for which all tables are looked through
 */
export async function tablesOfStatement(
  catalogue: DatabaseCatalogue,
  names: readonly string[],
  indexes: readonly string[] = [],
): Promise<StatementCatalogue> {
  const paths = names.map(partsOfPath);
  const found = await Promise.all(paths.map((path) => find(catalogue, path)));
  const described = await catalogue.describe(found.filter((table) => table !== undefined));
  const tables = new Map<string, CatalogueTable>();
  let next = 0;
  for (const [index, path] of paths.entries()) {
    const description = found[index] === undefined ? undefined : described[next++];
    if (description !== undefined) tables.set(keyOf(path), toCatalogueTable(description, path.length > 1));
  }
  const owners = indexes.length === 0 ? [] : await ownersOf(catalogue, indexes);
  return {
    table: (path) => tables.get(keyOf(path)),
    tableOfIndex: (index) => owners.find((one) => hasIndex(one, index)),
  };
}

async function ownersOf(catalogue: DatabaseCatalogue, indexes: readonly string[]): Promise<readonly CatalogueTable[]> {
  const described = await catalogue.describe(await catalogue.list());
  return described.flatMap((table) => {
    const known = table === undefined ? undefined : toCatalogueTable(table, false);
    return known !== undefined && indexes.some((index) => hasIndex(known, index)) ? [known] : [];
  });
}

const hasIndex = ({ indexes = [] }: CatalogueTable, wanted: string): boolean =>
  indexes.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());

const keyOf = (path: readonly string[]): string => path.join('\0');

function find(catalogue: DatabaseCatalogue, path: readonly string[]): ReturnType<DatabaseCatalogue['find']> {
  const [name = '', schema] = [...path].reverse();
  return catalogue.find(name, schema);
}

/** With its schema where the statement names that: a column tells its table as the statement does. */
function toCatalogueTable(
  { schema, name, columns, primaryKey, indexes, texts, dependents }: TableDescription,
  isQualified: boolean,
): CatalogueTable {
  return {
    schema: isQualified ? schema : undefined,
    name,
    columns: columns.filter(({ invisible }) => !invisible).map((column) => ({ ...column, type: typeOf(column) })),
    primaryKey,
    uniqueKeys: [...(primaryKey.length > 0 ? [primaryKey] : []), ...indexes.flatMap(uniqueKey)],
    indexes: indexes.map((index) => ({ name: index.name, unique: index.unique })),
    ...(texts !== undefined && { texts }),
    ...(dependents !== undefined && { dependents }),
  };
}

/** What a unique index keeps apart, where that is columns alone, and all rows. */
function uniqueKey({ unique, primary, predicate, parts }: IndexDescription): (readonly string[])[] {
  const columns = parts.map(({ column }) => column);
  return unique && !primary && predicate === null && columns.every((column) => column !== null) ? [columns] : [];
}

/** Of a column that SQLite is told no type of, its values alone tell one. */
function typeOf({ type, databaseType }: ColumnDescription): SqlType | undefined {
  if (databaseType === '') return undefined;
  const scale = type === 'DECIMAL' ? /\(\s*\d+\s*(?:,\s*(\d+)\s*)?\)/.exec(databaseType) : null;
  return {
    type,
    ...(scale !== null && { scale: Number(scale[1] ?? 0) }),
    ...(/\bunsigned\b/i.test(databaseType) && { unsigned: true as const }),
  };
}
