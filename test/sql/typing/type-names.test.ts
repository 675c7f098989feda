import { describe, expect, it } from 'vitest';
import { dialects, parseStatement, type DialectName } from '../../../src/sql/index.js';
import { typeOfCastTo, typeOfDataType, type SqlType } from '../../../src/sql/typing/index.js';

function declared(dialect: DialectName, type: string): SqlType | undefined {
  const tree = parseStatement(`CREATE TABLE t (c ${type})`, dialects[dialect]);
  const column = tree.kind === 'create-table' ? tree.elements?.[0] : undefined;
  if (column?.kind !== 'column-definition') throw new Error(`no column: ${type}`);
  return column.type === undefined ? undefined : typeOfDataType(column.type, dialects[dialect]);
}

const ROWS: readonly (readonly [DialectName, string, SqlType | undefined])[] = [
  ['POSTGRESQL', 'character varying(40)', { type: 'TEXT' }],
  ['POSTGRESQL', 'bigserial', { type: 'BIGINT' }],
  ['POSTGRESQL', 'timestamp(3) with time zone', { type: 'TIMESTAMPTZ' }],
  ['POSTGRESQL', 'numeric(10, 2)', { type: 'DECIMAL', scale: 2 }],
  ['POSTGRESQL', 'numeric', { type: 'DECIMAL' }],
  ['POSTGRESQL', 'int[][]', { type: 'ARRAY', element: { type: 'INTEGER' } }],
  ['POSTGRESQL', 'mood[]', { type: 'ARRAY' }],
  ['POSTGRESQL', 'tstzrange', { type: 'OTHER' }],
  ['POSTGRESQL', 'public.mood', undefined],
  ['POSTGRESQL', '"Text"', undefined],
  ['MYSQL', 'TINYINT(1)', { type: 'BOOLEAN' }],
  ['MYSQL', 'TINYINT', { type: 'INTEGER' }],
  ['MYSQL', 'BIGINT UNSIGNED', { type: 'BIGINT', unsigned: true }],
  ['MYSQL', 'DECIMAL(10)', { type: 'DECIMAL', scale: 0 }],
  ['MYSQL', 'DATETIME(3)', { type: 'TIMESTAMP' }],
  ['MYSQL', 'TIMESTAMP', { type: 'TIMESTAMPTZ' }],
  ['MYSQL', "ENUM('a', 'b')", { type: 'ENUM' }],
  ['MYSQL', 'LONGBLOB', { type: 'BINARY' }],
  ['SQLITE', 'UNSIGNED BIG INT', { type: 'BIGINT' }],
  ['SQLITE', 'VARCHAR(40)', { type: 'TEXT' }],
  ['SQLITE', 'DECIMAL(10, 2)', { type: 'DECIMAL', scale: 2 }],
  ['SQLITE', 'POINT', { type: 'INTEGER' }],
  ['SQLITE', 'WHATEVER', { type: 'OTHER' }],
  ['SQLITE', 'BLOB', undefined],
  ['SQLITE', '', undefined],
];

describe('a declared type', () => {
  it.each(ROWS)('%s: %s', (dialect, type, expected) => {
    expect(declared(dialect, type)).toEqual(expected);
  });

  it('is another thing than a cast in SQLite, which knows affinities alone', () => {
    const date = { kind: 'data-type', name: 'date', arguments: [], span: { start: 0, end: 0 } } as const;
    expect(typeOfDataType(date, dialects.SQLITE)).toEqual({ type: 'DATE' });
    expect(typeOfCastTo(date, dialects.SQLITE)).toBeUndefined();
  });
});
