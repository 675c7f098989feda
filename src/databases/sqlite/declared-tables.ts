import { partsOfPath, type Catalogue, type CatalogueColumn, type SqlType } from '../../sql/index.js';
import { folded } from '../introspection/folded.js';
import { grouped } from '../introspection/grouped.js';
import { readDeclaredType } from './declared-type.js';
import { COLUMNS } from './schema-queries.js';
import type { NativeRow, SqliteConnection } from './sqlite-connection.js';

/**
 * What tables declare of their columns, for what is computed from these: of an expression the engine tells no type.
 * @param paths the tables that a statement names, as it names them
 */
export async function declaredTables(connection: SqliteConnection, paths: readonly string[]): Promise<Catalogue> {
  const asked = paths.map(nameOf);
  const rows = await connection.all(COLUMNS, [JSON.stringify(asked)]);
  const columns = grouped(rows, ({ tbl }) => folded(String(tbl)));
  return {
    table: (path) => {
      const name = path.at(-1) ?? '';
      const found = columns.get(folded(name));
      return found && { schema: undefined, name, columns: found.filter(isVisible).map(columnOf) };
    },
  };
}

const nameOf = (path: string): string => partsOfPath(path).at(-1) ?? path;

/** `*` leaves a virtual table's hidden columns out, and no others. */
const isVisible = ({ hidden }: NativeRow): boolean => Number(hidden) !== 1;

function columnOf({ name, type, required }: NativeRow): CatalogueColumn {
  const databaseType = String(type ?? '');
  return { name: String(name), type: typeOf(databaseType), databaseType, nullable: Number(required) === 0 };
}

function typeOf(declared: string): SqlType | undefined {
  const { type, scale } = readDeclaredType(declared) ?? {};
  if (type === undefined) return undefined;
  return scale === undefined || Number.isNaN(scale) ? { type } : { type, scale };
}
