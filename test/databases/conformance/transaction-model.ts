/** One step of a client. */
export type Op =
  | { readonly do: 'begin' | 'commit' | 'rollback' }
  | { readonly do: 'insert' | 'update' | 'delete'; readonly id: number; readonly note: number }
  | { readonly do: 'savepoint' | 'rollbackTo' | 'release'; readonly name: string };

type Rows = ReadonlyMap<number, number>;

interface Open {
  readonly rows: Rows;
  readonly failed: boolean;
  readonly savepoints: readonly { readonly name: string; readonly rows: Rows }[];
}

/** A table and the one transaction on it, in memory: what an interactive transaction is to be, without a database. */
export class TransactionModel {
  kept: Rows = new Map();
  open: Open | undefined;

  /** @param fails whether an error leaves the transaction to a rollback */
  constructor(private readonly fails: boolean) {}

  /** Does the step. @returns the error that the client is to get; undefined where it is done */
  apply(op: Op): string | undefined {
    if (op.do === 'begin') {
      this.open ??= { rows: this.kept, failed: false, savepoints: [] };
      return undefined;
    }
    if (this.open === undefined) return undefined;
    return this.steps[op.do](this.open, op as never);
  }

  private readonly steps = {
    insert: (open, { id, note }) => {
      if (!open.failed && open.rows.has(id)) {
        this.open = { ...open, failed: this.fails };
        return 'CONSTRAINT_VIOLATION';
      }
      return this.change(open, (rows) => rows.set(id, note));
    },
    update: (open, { id, note }) => this.change(open, (rows) => (rows.has(id) ? rows.set(id, note) : rows)),
    delete: (open, { id }) => this.change(open, (rows) => rows.delete(id)),
    savepoint: (open, { name }) => {
      if (open.failed) return 'TRANSACTION_FAILED';
      this.open = { ...open, savepoints: [...open.savepoints, { name, rows: open.rows }] };
      return undefined;
    },
    rollbackTo: (open, { name }) => {
      const place = open.savepoints.findLastIndex((savepoint) => savepoint.name === name);
      const found = open.savepoints[place];
      if (found === undefined) return 'BAD_USER_INPUT';
      this.open = { rows: found.rows, failed: false, savepoints: open.savepoints.slice(0, place + 1) };
      return undefined;
    },
    release: (open, { name }) => {
      if (open.failed) return 'TRANSACTION_FAILED';
      const place = open.savepoints.findLastIndex((savepoint) => savepoint.name === name);
      if (place < 0) return 'BAD_USER_INPUT';
      this.open = { ...open, savepoints: open.savepoints.slice(0, place) };
      return undefined;
    },
    commit: ({ rows, failed }) => {
      this.open = undefined;
      if (failed) return 'TRANSACTION_FAILED';
      this.kept = rows;
      return undefined;
    },
    rollback: () => {
      this.open = undefined;
      return undefined;
    },
  } satisfies {
    readonly [Name in Exclude<Op['do'], 'begin'>]: (open: Open, op: Extract<Op, { do: Name }>) => string | undefined;
  } as Readonly<Record<Exclude<Op['do'], 'begin'>, (open: Open, op: never) => string | undefined>>;

  private change(open: Open, work: (rows: Map<number, number>) => unknown): string | undefined {
    if (open.failed) return 'TRANSACTION_FAILED';
    const rows = new Map(open.rows);
    work(rows);
    this.open = { ...open, rows };
    return undefined;
  }
}
