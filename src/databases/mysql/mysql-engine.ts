import type { DataSource } from 'typeorm';
import type { StatementKind } from '../../sql/index.js';
import type { BatchRequest, Diagnosis, StatementRequest, StatementResult } from '../database-adapter.js';
import type { DatabaseOptions } from '../database-options.js';
import { atSet } from '../parameter-set.js';
import { withoutSlots } from '../parameters/slots.js';
import type { Age } from '../server/lost-sessions.js';
import { inSlices } from '../introspection/in-slices.js';
import type { SchemaReader } from '../introspection/schema-reader.js';
import { RowIntake, type TakenRows } from '../server/row-intake.js';
import { readServerUrl, type ServerLocation } from '../server/server-location.js';
import type {
  NativeOutcome,
  OwnFunctions,
  RelationFacts,
  ServerConnection,
  ServerEngine,
  SessionCommands,
  Side,
} from '../server/server-engine.js';
import { CHANGES } from '../server/change-kinds.js';
import { spelledLevel } from '../transactions/isolation-level.js';
import { MysqlConnection } from './mysql-connection.js';
import { CLOCK, GRANTS, readDiagnosis } from './mysql-diagnosis.js';
import { codedError, failureOf, isUnknownSession } from './mysql-errors.js';
import { bindForMysql, type MysqlStatement, type MysqlValue } from './mysql-parameters.js';
import { asText } from './mysql-values.js';
import { MysqlSchemaReader } from './mysql-schema-reader.js';
import { mysqlSource, URL_FORM } from './mysql-source.js';
import { readRow, ResultShapes } from './mysql-result.js';
import type { MysqlRow } from './mysql-row.js';
import { RowForms } from './row-forms.js';
import type { MysqlColumn } from './mysql-types.js';
import { OWN_FUNCTIONS, readOwnFunctions } from './own-functions.js';
import { readFacts, relationFactsSql, relationPath } from './relation-facts.js';
import type { Server } from './schema-queries.js';
import { sessionSettings } from './session-settings.js';

/** How many rows of a schema are read before others have their turn. */
const ROWS_AT_ONCE = 5000;

type Connection = ServerConnection<MysqlStatement, MysqlColumn, MysqlRow>;

/** MySQL and MariaDB by their native client, on connections that TypeORM opens. */
export class MysqlEngine implements ServerEngine<MysqlStatement, MysqlColumn, MysqlRow> {
  readonly dialect = 'MYSQL';
  readonly lastingCalls: ReadonlySet<string> = new Set();
  /** FOUND_ROWS() and SHOW WARNINGS tell of the statement before. */
  readonly readsLeaveMarks = true;
  /** https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html */
  readonly mayEndTransaction = (kind: StatementKind): boolean => kind !== 'SELECT' && !CHANGES.has(kind);
  readonly commands: SessionCommands = {
    begin: 'START TRANSACTION',
    beginReadOnly: 'START TRANSACTION READ ONLY',
    commit: 'COMMIT',
    rollback: 'ROLLBACK',
    beginTransaction: ({ isolation, readOnly }) => {
      const level = isolation === undefined ? [] : [`SET TRANSACTION ISOLATION LEVEL ${spelledLevel(isolation)}`];
      return [...level, `START TRANSACTION${readOnly ? ' READ ONLY' : ' READ WRITE'}`];
    },
    // https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_net_write_timeout: 60 s by default
    waitForTaker: 'SET SESSION net_write_timeout = 86400',
    cancel: (id) => `KILL QUERY ${id}`,
  };
  readonly failureOf = failureOf;
  readonly codedError = codedError;
  readonly location: ServerLocation;
  private source: DataSource | undefined;
  private readonly shapes = new ResultShapes();
  private readonly forms = new RowForms();
  private serverMode = '';
  private server: Server = 'MySQL';

  /** @throws DragomanError BAD_USER_INPUT for an url that can't be read */
  constructor(private readonly options: DatabaseOptions) {
    this.location = readServerUrl(options.url, URL_FORM);
  }

  async connect(): Promise<string> {
    const source = mysqlSource(this.options, this.location);
    await source.initialize();
    this.source = source;
    const [about] = await source.query<{ mode: string; version: string }[]>(
      'SELECT @@GLOBAL.sql_mode AS mode, VERSION() AS version',
    );
    this.serverMode = about?.mode ?? '';
    const [number = '', flavour] = (about?.version ?? '').split('-');
    this.server = flavour === 'MariaDB' ? 'MariaDB' : 'MySQL';
    return `${this.server} ${number}`;
  }

  async open(side: Side): Promise<Connection> {
    if (this.source === undefined) throw new Error('open() before connect()');
    return await MysqlConnection.open(this.source, sessionSettings(this.serverMode, side), this.forms);
  }

  async disconnect(): Promise<void> {
    const { source } = this;
    this.source = undefined;
    if (source?.isInitialized === true) await source.destroy();
  }

  bind({ bound, statement, side }: StatementRequest): MysqlStatement {
    return bindForMysql(bound, statement.start, side === 'read');
  }

  bindEach({ sets, statement }: BatchRequest): MysqlStatement[] {
    return sets.map((bound, index) => atSet(index, () => bindForMysql(bound, statement.start, false)));
  }

  async facts(connection: Connection, names: readonly string[]): Promise<readonly RelationFacts[]> {
    const values = names.flatMap((name, index): MysqlValue[] => [String(index), ...relationPath(name)]);
    const rows = await this.ask(connection, relationFactsSql(names.length), values);
    return readFacts(rows, names.length);
  }

  async ownFunctions(connection: Connection): Promise<OwnFunctions> {
    return readOwnFunctions(await this.ask(connection, OWN_FUNCTIONS, []));
  }

  result(outcome: NativeOutcome, intake: TakenRows<MysqlColumn, MysqlRow>, request: StatementRequest): StatementResult {
    const { columns, readers } = this.shapes.of(intake.columns, request);
    return { ...outcome, columns, tuples: intake.rows.map((row) => readRow(row, readers)), truncated: intake.more };
  }

  async diagnose(connection: Connection): Promise<Diagnosis> {
    const askedAtMs = Date.now();
    const [clock] = await this.ask(connection, CLOCK, []);
    const middleMs = (askedAtMs + Date.now()) / 2;
    const grants = (await this.ask(connection, GRANTS, [])).map(([grant]) => grant as string);
    return readDiagnosis(grants, Number(clock?.[0]), middleMs, this.options.access);
  }

  schemaReader(connection: Connection): SchemaReader {
    return new MysqlSchemaReader(this.server, async ({ sql, values }) =>
      inSlices(await this.ask(connection, sql, values), (row) => row.map(asText), ROWS_AT_ONCE),
    );
  }

  async endLost(control: Connection, id: number, { leastMs }: Age): Promise<void> {
    const [row] = await this.ask(control, "SHOW GLOBAL STATUS LIKE 'Uptime'", []);
    // Ids are counted from the server's start, and never given twice until it starts again.
    if ((Number(row?.[1]) + 1) * 1000 < leastMs) return;
    await control.command(`KILL CONNECTION ${id}`).catch((error: unknown) => {
      if (!isUnknownSession(error)) throw error;
    });
  }

  /** Asks for something of the server's own. */
  private async ask(connection: Connection, sql: string, values: readonly MysqlValue[]): Promise<readonly MysqlRow[]> {
    const intake = new RowIntake<MysqlColumn, MysqlRow>({ maxRows: Infinity, maxBytes: Infinity });
    const statement = { sql, values, bound: withoutSlots(sql), start: 0, reads: false };
    await connection.run(statement, intake, () => undefined);
    return intake.rows;
  }
}
