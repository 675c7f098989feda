import type { ColumnDescription, IndexDescription, TableDescription } from '../databases/index.js';
import { partsOfPath, type Catalogue as StatementCatalogue, type CatalogueTable, type SqlType } from '../sql/index.js';
import { hangingOn } from './hanging-parts.js';
import type { DatabaseCatalogue } from './database-catalogue.js';

/**
 * The tables that a statement names, for `sql/` to type its columns by: `sql/` itself asks nobody, so they are read before.
 * @param names as the analysis tells them; of a common table, or of what is not there, nothing is known
 * @param apart what all tables are looked through for
 */
export async function tablesOfStatement(
  catalogue: DatabaseCatalogue,
  names: readonly string[],
  { indexes = [], cascading = [] }: NamedApart = {},
): Promise<StatementCatalogue> {
  const paths = names.map(partsOfPath);
  const found = await Promise.all(paths.map((path) => find(catalogue, path)));
  const described = await catalogue.describe(found.filter((table) => table !== undefined));
  const tables = new Map<string, CatalogueTable>();
  let next = 0;
  for (const [index, path] of paths.entries()) {
    const description = found[index] === undefined ? undefined : described[next++];
    if (description === undefined) continue;
    const table = toCatalogueTable(description, path.length > 1);
    tables.set(keyOf(path), table);
    // a column tells its table by the name that the database has for it, which may be in another case
    const own = keyOf(table.schema === undefined ? [table.name] : [table.schema, table.name]);
    if (!tables.has(own)) tables.set(own, table);
  }
  const all = indexes.length === 0 && cascading.length === 0 ? undefined : await allOf(catalogue);
  const owners = (all ?? []).map((one) => toCatalogueTable(one, false));
  return {
    table: (path) => tables.get(keyOf(path)),
    tableOfIndex: (index) => owners.find((one) => hasIndex(one, index)),
    hangingOn: (path) => hangingOn(tables.get(keyOf(path))?.name ?? path.at(-1), all),
  };
}

/** What a statement names without the tables that have it. */
export interface NamedApart {
  /** Indexes that stand by themselves. */
  readonly indexes?: readonly string[];
  /** Tables and views with which all goes that hangs on them. */
  readonly cascading?: readonly string[];
}

async function allOf(catalogue: DatabaseCatalogue): Promise<readonly TableDescription[]> {
  const described = await catalogue.describe(await catalogue.list());
  return described.filter((table) => table !== undefined);
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
  { schema, name, columns, primaryKey, indexes, foreignKeys, checks, texts, dependents }: TableDescription,
  isQualified: boolean,
): CatalogueTable {
  return {
    schema: isQualified ? schema : undefined,
    name,
    columns: columns.filter(({ invisible }) => !invisible).map((column) => ({ ...column, type: typeOf(column) })),
    primaryKey,
    uniqueKeys: [...(primaryKey.length > 0 ? [primaryKey] : []), ...indexes.flatMap(uniqueKey)],
    indexes: indexes.map((index) => ({ name: index.name, unique: index.unique, columns: firstColumns(index) })),
    foreignKeys: foreignKeys.map(({ name: own, columns: of, onDelete, onUpdate }) => ({
      name: own,
      columns: of,
      changesColumns: onDelete.startsWith('SET') || onUpdate.startsWith('SET') || onUpdate === 'CASCADE',
    })),
    ...(checks !== null && { checks }),
    ...(texts !== undefined && { texts }),
    ...(dependents !== undefined && { dependents }),
  };
}

/** The columns that an index begins with. */
function firstColumns({ parts }: IndexDescription): string[] {
  const end = parts.findIndex(({ column }) => column === null);
  return parts.slice(0, end < 0 ? parts.length : end).flatMap(({ column }) => (column === null ? [] : [column]));
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
