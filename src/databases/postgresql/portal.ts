import type { Client, FieldDef as Field } from 'pg';
import { RowFlow } from '../server/row-flow.js';
import type { ServerCursor } from '../server/server-engine.js';
import type { RowBatch } from '../streams/row-queue.js';
import type { BatchBounds } from '../streams/row-stream.js';
import type { PostgresqlStatement } from './postgresql-parameters.js';
import { rowBytes, type TextRow } from './statement-query.js';

/** It has a name, as the unnamed one is gone with the next statement: the catalogue may be asked for types in between. */
const PORTAL = 'dragoman_stream';

/** What the driver's client has beside what its types tell. */
export type PortalClient = Pick<Client, 'query'> & {
  readonly connection: { readonly stream: { pause(): void; resume(): void } };
};

/** What the driver lets a query of our own send. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { readonly text: string; readonly types: readonly number[] }): void;
  bind(message: { readonly portal: string; readonly values: readonly (string | Buffer | null)[] }): void;
  describe(message: { readonly type: 'P'; readonly name: string }): void;
  execute(message: { readonly portal: string; readonly rows: number }): void;
  sync(): void;
}

/** What comes back of one exchange. */
interface Answers {
  columns?(fields: Field[]): void;
  row?(fields: TextRow): void;
  /** @param isComplete whether the portal has no more rows */
  end(isComplete: boolean): void;
  error(error: unknown): void;
}

/** Some messages and a Sync, as the driver runs a query. */
class Exchange {
  private isComplete = false;

  constructor(
    private readonly send: (wire: Wire) => void,
    private readonly answers: Answers,
  ) {}

  submit(wire: Wire): void {
    wire.stream.cork();
    this.send(wire);
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: Field[] }): void {
    this.answers.columns?.(fields);
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.answers.row?.(fields);
  }

  handleCommandComplete(): void {
    this.isComplete = true;
  }

  handlePortalSuspended(): void {
    // As many rows came as were asked for.
  }

  handleEmptyQuery(): void {
    // An empty statement never gets here: the text was read before.
  }

  handleError(error: unknown): void {
    this.answers.error(error);
  }

  handleReadyForQuery(): void {
    this.answers.end(this.isComplete);
  }
}

/**
 * A portal of the extended protocol, which gives as many rows as each Execute asks for
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY). It lives as long as its
 * transaction. Rows that are wide also stop the socket: a number of them is no bound in bytes.
 */
export class Portal implements ServerCursor<Field, TextRow> {
  columns: readonly Field[] = [];
  private readonly flow: RowFlow<TextRow>;

  private constructor(
    private readonly client: PortalClient,
    maxRowBytes: number,
  ) {
    const { stream } = client.connection;
    this.flow = new RowFlow(
      { pause: () => stream.pause(), resume: () => stream.resume(), ask: (rows) => this.ask(rows) },
      maxRowBytes,
    );
  }

  static async open(client: PortalClient, statement: PostgresqlStatement, maxRowBytes: number): Promise<Portal> {
    const portal = new Portal(client, maxRowBytes);
    const { sql: text, types, values } = statement;
    const send = (wire: Wire): void => {
      wire.parse({ text, types });
      wire.bind({ portal: PORTAL, values });
      wire.describe({ type: 'P', name: PORTAL });
    };
    await new Promise<void>((end, error) => {
      const columns = (fields: Field[]): void => void (portal.columns = fields);
      client.query(new Exchange(send, { columns, end: () => end(), error }) as never);
    });
    return portal;
  }

  async next(bounds: BatchBounds): Promise<RowBatch<TextRow>> {
    return await this.flow.next(bounds);
  }

  async close(cancel: () => void): Promise<void> {
    await this.flow.drain(cancel);
  }

  private ask(rows: number): void {
    const { flow } = this;
    flow.isRunning = true;
    this.client.query(
      new Exchange((wire) => wire.execute({ portal: PORTAL, rows }), {
        row: (fields) => flow.take(fields, rowBytes(fields)),
        end: (isComplete) => flow.answered(isComplete),
        error: (error) => flow.failed(error),
      }) as never,
    );
  }
}
