import type { FieldDef as Field } from 'pg';
import { DragomanError } from '../../errors/index.js';
import type { RowIntake } from '../server/row-intake.js';
import type { NativeOutcome } from '../server/server-engine.js';
import type { PostgresqlStatement } from './postgresql-parameters.js';
import type { Sending } from './prepared-statements.js';

/** A row as it comes: text, as PostgreSQL writes each value, or null. */
export type TextRow = readonly (string | null)[];

/** What the driver lets a query of our own send. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { readonly name?: string; readonly text: string; readonly types: readonly number[] }): void;
  bind(message: { readonly statement?: string; readonly values: readonly (string | Buffer | null)[] }): void;
  describe(message: { readonly type: 'P' | 'S' }): void;
  execute(message: { readonly rows: number }): void;
  sync(): void;
  close(message: { readonly type: 'S'; readonly name: string }): void;
  sendCopyFail(reason: string): void;
}

/** A command tag's count is its last word: `INSERT 0 5`. Tags of what changes no rows have none that counts. */
const CHANGED = /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/;

/**
 * One statement by the extended protocol, in one flush and one answer
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY).
 * The protocol takes one statement a message, so nothing can follow it in its text. The
 * driver's own query would go on reading where a limit of rows is reached; this one stops.
 */
export class StatementQuery {
  readonly done: Promise<NativeOutcome>;
  private resolve!: (outcome: NativeOutcome) => void;
  private reject!: (error: unknown) => void;
  private affectedRows: number | null = null;
  private refusal: DragomanError | undefined;
  private isEnough = false;

  /**
   * @param rows how many rows the server sends at most; 0 for all of them
   * @param closable names of prepared statements that the server may forget
   */
  constructor(
    private readonly statement: PostgresqlStatement,
    private readonly intake: RowIntake<Field, TextRow> | undefined,
    private readonly rows: number,
    private readonly onEnough: () => void,
    private readonly sending?: Sending,
    private readonly closable: readonly string[] = [],
  ) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(wire: Wire): void {
    const { statement, intake, sending } = this;
    const { sql: text, types, values } = statement;
    wire.stream.cork();
    for (const name of this.closable) wire.close({ type: 'S', name });
    if (intake === undefined) {
      wire.parse({ text, types });
      wire.describe({ type: 'S' });
    } else if (sending !== undefined && 'known' in sending) {
      intake.columns = sending.known.columns;
      wire.bind({ statement: sending.known.name, values });
      wire.execute({ rows: this.rows });
    } else {
      const name = sending?.newName ?? '';
      wire.parse({ name, text, types });
      wire.bind({ statement: name, values });
      wire.describe({ type: 'P' });
      wire.execute({ rows: this.rows });
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: Field[] }): void {
    if (this.intake !== undefined) this.intake.columns = fields;
  }

  handleDataRow({ fields }: { readonly fields: (string | null)[] }): void {
    if (this.intake?.take(fields, rowBytes(fields)) !== false || this.isEnough || (this.rows > 0 && this.intake.more))
      return;
    this.isEnough = true;
    this.onEnough();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const count = CHANGED.exec(text)?.[1];
    if (count !== undefined) this.affectedRows = Number(count);
  }

  handlePortalSuspended(): void {
    // The limit is reached: Sync, which was sent with the rest, ends the portal.
  }

  handleEmptyQuery(): void {
    // An empty statement never gets here: the text was read before.
  }

  handleCopyInResponse(wire: Wire): void {
    this.refusal = copyRefused('COPY … FROM STDIN waits for data, which a request has no way to send.');
    wire.sendCopyFail('not supported');
  }

  handleCopyData(): void {
    this.refusal ??= copyRefused('COPY … TO STDOUT sends data in a form of its own, which an answer can’t carry.');
  }

  handleError(error: unknown): void {
    this.reject(this.refusal ?? error);
  }

  handleReadyForQuery(): void {
    if (this.refusal === undefined) this.resolve({ affectedRows: this.affectedRows, lastInsertId: null });
    else this.reject(this.refusal);
  }
}

/** About what a row takes in the answer. */
export function rowBytes(fields: TextRow): number {
  let bytes = 0;
  for (const field of fields) bytes += (field?.length ?? 4) + 3;
  return bytes;
}

function copyRefused(message: string): DragomanError {
  return new DragomanError('QUERY_FAILED', message, { hint: 'Use SELECT, or INSERT with executeMany.' });
}
