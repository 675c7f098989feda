import { uniqueKeys, type SqlType } from '../../sql/index.js';
import type { ColumnType } from '../column-type.js';
import type { JsonValue, ResultColumn, StatementRequest } from '../database-adapter.js';
import { resultTooLarge, valueBytes } from '../result-size.js';
import { readDeclaredType, type DeclaredType } from './declared-type.js';
import type { DescribedColumn } from './describe-select.js';
import type { BindValue, ExactValue, NativeRow, SqliteConnection } from './sqlite-connection.js';
import { inferType, valueReader } from './sqlite-values.js';

/** Rows as arrays in column order, before their values are mapped. */
export type NativeTuple = readonly ExactValue[];

/** Reads a statement's rows within a number of bytes; past it the statement is interrupted. */
export async function collectRows(
  connection: SqliteConnection,
  sql: string,
  values: readonly BindValue[],
  maxBytes: number,
): Promise<NativeRow[]> {
  const rows: NativeRow[] = [];
  let bytes = 0;
  await connection.each(sql, values, (row) => {
    for (const key in row) bytes += valueBytes(row[key] ?? null);
    if (bytes > maxBytes) {
      connection.interrupt();
      throw resultTooLarge(maxBytes);
    }
    rows.push(row);
  });
  return rows;
}

/** Types that values of SQLite can't show by themselves: the statement and its tables alone tell them. */
const UNSEEN: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'BOOLEAN',
  'JSON',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMPTZ',
  'UUID',
]);

/** A decimal is one where its digits are known: any other is computed as a floating-point number. */
function meaningOf(told: SqlType | undefined): DeclaredType | undefined {
  if (told === undefined) return undefined;
  const { type, scale } = told;
  if (type === 'DECIMAL') return scale === undefined ? undefined : { type, scale };
  return UNSEEN.has(type) ? { type } : undefined;
}

function typeOfValues(tuples: readonly NativeTuple[], index: number): ColumnType | undefined {
  return inferType(tuples.map((tuple) => tuple[index] ?? null));
}

/** The columns of a result and its rows in their mapped form. */
export interface MappedRows {
  readonly columns: readonly ResultColumn[];
  readonly tuples: readonly (readonly JsonValue[])[];
}

/** How rows are mapped: what the request wants, and what the statement's text tells of its columns. */
export type Mapping = Pick<StatementRequest, 'numbers' | 'told'>;

export function mapRows(
  described: readonly DescribedColumn[],
  tuples: readonly NativeTuple[],
  { numbers, told }: Mapping,
): MappedRows {
  const keys = uniqueKeys(described.map(({ name }) => name));
  const words = told();
  const beside = words?.length === described.length ? words : [];
  const declared = described.map((column) => readDeclaredType(column.declared));
  const computed = described.map((column, index) => column.computed ?? beside[index]?.type);
  const meant = declared.map((type, index) => type ?? meaningOf(computed[index]));
  const readers = meant.map((type) => valueReader(type, numbers));
  return {
    columns: described.map(({ name, declared: databaseType }, index) => ({
      name,
      key: keys[index] ?? name,
      type: meant[index]?.type ?? typeOfValues(tuples, index) ?? computed[index]?.type ?? 'OTHER',
      databaseType: declared[index] === undefined ? null : databaseType,
    })),
    tuples: tuples.map((tuple) => tuple.map((value, index) => readers[index]?.(value) ?? null)),
  };
}
