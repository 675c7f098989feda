/** SQLite’s names for what a row is found by: https://www.sqlite.org/lang_createtable.html#rowid */
const ROW_IDS: ReadonlySet<string> = new Set(['rowid', 'oid', '_rowid_']);

/** Whether a column is what SQLite finds a row by, of a table that has no column of this name. */
export const isRowId = (name: string, columns: readonly string[]): boolean =>
  ROW_IDS.has(name.toLowerCase()) && !columns.some((column) => column.toLowerCase() === name.toLowerCase());
