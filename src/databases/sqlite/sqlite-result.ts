import { DragomanError } from '../../errors/index.js';
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

/** Reads a statement's rows one by one, within a number of bytes. */
export async function collectRows(
  connection: SqliteConnection,
  sql: string,
  values: readonly BindValue[],
  maxBytes: number,
): Promise<NativeRow[]> {
  const rows = new BoundedRows(maxBytes);
  const steps = await connection.stepThrough(sql, values);
  try {
    await steps.next((row) => rows.add(row));
  } finally {
    await steps.end();
  }
  return rows.all;
}

/** How often rows are read again of which the driver lost the last. */
const READINGS = 10;

/**
 * Reads the rows of a statement whose last one is marked, all at once: that one is there unless the driver lost rows.
 * Past a number of bytes the statement is interrupted.
 */
export async function collectMarked<Mark>(
  connection: SqliteConnection,
  sql: string,
  values: readonly BindValue[],
  {
    maxBytes,
    markIn,
  }: { readonly maxBytes: number; readonly markIn: (last: NativeRow | undefined) => Mark | undefined },
): Promise<{ readonly rows: readonly NativeRow[]; readonly mark: Mark }> {
  for (let reading = 0; reading < READINGS; reading++) {
    const rows = new BoundedRows(maxBytes, () => connection.interrupt());
    await connection.each(sql, values, (row) => void rows.add(row));
    const mark = markIn(rows.all.pop());
    if (mark !== undefined) return { rows: rows.all, mark };
  }
  throw new DragomanError('QUERY_FAILED', 'The last rows were lost on their way each time that they were read.', {
    retryable: true,
  });
}

class BoundedRows {
  readonly all: NativeRow[] = [];
  private bytes = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly onTooMany: () => void = () => undefined,
  ) {}

  add(row: NativeRow): true {
    for (const key in row) this.bytes += valueBytes(row[key] ?? null);
    if (this.bytes > this.maxBytes) {
      this.onTooMany();
      throw resultTooLarge(this.maxBytes);
    }
    this.all.push(row);
    return true;
  }
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
