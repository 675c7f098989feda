import type { Catalogue, CatalogueTable } from '../../../src/sql/catalogue.js';
import { dialects, parseStatement, type DialectName } from '../../../src/sql/index.js';
import { outputColumns, type OutputColumn, type SqlType } from '../../../src/sql/typing/index.js';

const column = (name: string, type: SqlType['type'] | SqlType, nullable = true): CatalogueTable['columns'][number] => ({
  name,
  type: typeof type === 'string' ? { type } : type,
  databaseType: `native ${name}`,
  nullable,
});

const TABLES: readonly CatalogueTable[] = [
  {
    schema: 'shop',
    name: 'users',
    columns: [
      column('id', 'INTEGER', false),
      column('name', 'TEXT', false),
      column('born', 'DATE'),
      column('balance', { type: 'DECIMAL', scale: 2 }),
      column('active', 'BOOLEAN', false),
      column('made', 'TIMESTAMPTZ'),
      column('tags', { type: 'ARRAY', element: { type: 'TEXT' } }),
      column('doc', 'JSON'),
    ],
  },
  {
    schema: 'shop',
    name: 'orders',
    columns: [column('id', 'BIGINT', false), column('user_id', 'INTEGER', false), column('total', 'DECIMAL')],
  },
  { schema: undefined, name: 'v', columns: [column('id', 'INTEGER'), column('b', 'INTEGER'), column('c', 'TEXT')] },
  {
    schema: undefined,
    name: 'w',
    columns: [column('c', 'TEXT'), column('b', 'BIGINT', false), column('d', 'FLOAT'), column('id', 'INTEGER', false)],
  },
];

/** A small shop, and two tables that share columns; names compare without case. */
export const catalogue: Catalogue = {
  table: (path) => {
    const name = path[path.length - 1]?.toLowerCase();
    const schema = path.length > 1 ? path[path.length - 2]?.toLowerCase() : undefined;
    return TABLES.find((table) => table.name === name && (schema === undefined || table.schema === schema));
  },
};

export function columnsOf(
  dialect: DialectName,
  sql: string,
  known: Catalogue | null = catalogue,
): OutputColumn[] | null {
  const statement = parseStatement(sql, dialects[dialect]);
  return outputColumns(statement, dialects[dialect], { sql, catalogue: known ?? undefined });
}

/**
 * The columns in short: `name TYPE`, with `!` where it is never NULL, `~` where that can't be told, `?` for no type, and
 * the table behind `@`.
 */
export function told(dialect: DialectName, sql: string, known: Catalogue | null = catalogue): string {
  const columns = columnsOf(dialect, sql, known);
  return columns === null ? 'null' : columns.map(short).join(', ');
}

function short({ name, type, nullable, table }: OutputColumn): string {
  const mark = nullable === undefined ? '~' : nullable ? '' : '!';
  return `${name} ${typeText(type)}${mark}${table === undefined ? '' : ` @${table.name}`}`;
}

function typeText(type: SqlType | undefined): string {
  if (type === undefined) return '?';
  return type.type === 'ARRAY' ? `${typeText(type.element)}[]` : type.type;
}

/** Types alone, for values whose names are not the matter. */
export const typesOf = (dialect: DialectName, values: string, from = ' FROM users'): string =>
  (columnsOf(dialect, `SELECT ${values}${from}`) ?? [])
    .map(({ type, nullable }) => `${typeText(type)}${nullable === undefined ? '~' : nullable ? '' : '!'}`)
    .join(', ');
