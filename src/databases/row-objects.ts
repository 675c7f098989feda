import type { JsonValue, StatementResult } from './database-adapter.js';

/** Each row as an object by column key; `__proto__` is a column name like any other. */
export function rowObjects({
  columns,
  tuples,
}: Pick<StatementResult, 'columns' | 'tuples'>): Record<string, JsonValue>[] {
  const keys = columns.map(({ key }) => key);
  return tuples.map((tuple) => rowObject(keys, tuple));
}

function rowObject(keys: readonly string[], tuple: readonly JsonValue[]): Record<string, JsonValue> {
  const row: Record<string, JsonValue> = {};
  for (const [index, key] of keys.entries()) {
    const value = tuple[index] ?? null;
    if (key === '__proto__') Object.defineProperty(row, key, { value, enumerable: true });
    else row[key] = value;
  }
  return row;
}
