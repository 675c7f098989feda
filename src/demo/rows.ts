/** What a cell may hold on its way into SQLite. */
export type Cell = string | number | Uint8Array | null;

/** A row by its column names; every row of a table is made by one literal, so its keys are the columns. */
export type Row = Readonly<Record<string, Cell>>;

/** One table's rows, ready to be written. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** A yes or no as SQLite keeps it. */
export type Flag = 0 | 1;

/** A yes or no as SQLite keeps it. */
export function flag(yes: boolean): Flag {
  return yes ? 1 : 0;
}

/** Cents as the number of a DECIMAL(10,2) column; sums are made in cents, so that they come out even. */
export function decimal(cents: number): number {
  return cents / 100;
}
