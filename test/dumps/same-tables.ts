import { expect } from 'vitest';
import type { JsonValue } from '../../src/databases/index.js';
import { comparable } from '../sql/translation/runner.js';
import type { Contents } from '../support/loaded-database.js';

/** Rows in an order of their own; texts of fixed length without what fills them up. */
function sorted({ rows, columns }: Contents, wanted: readonly string[]): string[] {
  const places = wanted.map((name) => columns.findIndex((one) => one.toLowerCase() === name.toLowerCase()));
  const tuples = rows.map((row) => places.map((place) => trimmed(row[place] as JsonValue)));
  return comparable(tuples, false);
}
const trimmed = (value: JsonValue): JsonValue => (typeof value === 'string' ? value.trimEnd() : value);

type Tables = ReadonlyMap<string, Contents>;

/** Every table that is at home, with the same rows in the same columns; `clocks` are columns that say when. */
export function expectSame(home: Tables, made: Tables, clocks: readonly string[] = []): void {
  // names without quotes have no case in PostgreSQL
  const found = new Map([...made].map(([name, table]) => [name.toLowerCase(), table]));
  expect([...home.keys()].filter((name) => !found.has(name.toLowerCase()))).toEqual([]);
  for (const [name, table] of home) {
    const other = found.get(name.toLowerCase());
    const columns = table.columns.filter((column) => !clocks.includes(column));
    if (other !== undefined) expect(sorted(other, columns), name).toEqual(sorted(table, columns));
  }
}
