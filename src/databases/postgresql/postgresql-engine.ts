import type { FieldDef as Field } from 'pg';
import type { DataSource } from 'typeorm';
import type { OutputColumn } from '../../sql/index.js';
import type { BatchRequest, Diagnosis, StatementRequest, StatementResult } from '../database-adapter.js';
import type { DatabaseOptions } from '../database-options.js';
import { atSet } from '../parameter-set.js';
import { withoutSlots } from '../parameters/slots.js';
import type { Age } from '../server/lost-sessions.js';
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
import { assertLevel, spelledLevel } from '../transactions/isolation-level.js';
import type { SchemaReader } from '../introspection/schema-reader.js';
import { PostgresqlSchemaReader } from './postgresql-schema-reader.js';
import { PostgresqlConnection } from './postgresql-connection.js';
import { DIAGNOSE, DIAGNOSED_ROLES, readDiagnosis } from './postgresql-diagnosis.js';
import { codedError, failureOf, sqlStateOf } from './postgresql-errors.js';
import { bindForPostgresql, quotedElement, type PostgresqlStatement } from './postgresql-parameters.js';
import { postgresqlSource, URL_FORM } from './postgresql-source.js';
import { readRow, ResultShapes } from './postgresql-result.js';
import type { PostgresqlType } from './postgresql-types.js';
import { OWN_FUNCTIONS, readOwnFunctions } from './own-functions.js';
import { RELATION_FACTS, readFacts, relationPath } from './relation-facts.js';
import type { TextRow } from './statement-query.js';
import { DESCRIBE_TYPES, TypeCatalogue } from './type-catalogue.js';

type Connection = ServerConnection<PostgresqlStatement, Field, TextRow>;

/** It takes READ UNCOMMITTED too, and means READ COMMITTED (https://www.postgresql.org/docs/current/transaction-iso.html). */
const LEVELS = { engine: 'PostgreSQL', levels: ['READ_COMMITTED', 'REPEATABLE_READ', 'SERIALIZABLE'] } as const;

/** States of statements whose parameters' types no place tells; they are refused before they run. */
const UNTYPED: ReadonlySet<string | undefined> = new Set(['42P08', '42P18', '42725', '42804', '42883']);

/** Which parameter no place tells of, or two places otherwise: the message names it in every language. */
const UNTOLD = /\$(\d+)/;

/** PostgreSQL by its native client, on connections that TypeORM opens. */
export class PostgresqlEngine implements ServerEngine<PostgresqlStatement, Field, TextRow> {
  readonly dialect = 'POSTGRESQL';
  /** A custom setting stays known by its name, and other servers stay connected. */
  readonly lastingCalls: ReadonlySet<string> = new Set([
    ...['set_config', 'dblink_connect', 'dblink_connect_u', 'pg_replication_origin_session_setup'],
  ]);
  readonly readsLeaveMarks = false;
  /** It refuses what can't be in one, and a COMMIT in a procedure. */
  readonly mayEndTransaction = (): boolean => false;
  readonly commands: SessionCommands = {
    begin: 'BEGIN',
    beginReadOnly: 'BEGIN READ ONLY',
    commit: 'COMMIT',
    rollback: 'ROLLBACK',
    beginTransaction: ({ isolation, readOnly }) => {
      assertLevel(isolation, LEVELS);
      const level = isolation === undefined ? '' : ` ISOLATION LEVEL ${spelledLevel(isolation)}`;
      return [`BEGIN${level}${readOnly ? ' READ ONLY' : ''}`];
    },
    cancel: (id) => `SELECT pg_catalog.pg_cancel_backend(${id})`,
  };
  readonly failureOf = failureOf;
  readonly codedError = codedError;
  readonly location: ServerLocation;
  private sources: Readonly<Record<'read' | 'write', DataSource>> | undefined;
  private readonly types = new TypeCatalogue();
  private readonly shapes = new ResultShapes(this.types);

  /** @throws DragomanError BAD_USER_INPUT for an url that can't be read */
  constructor(private readonly options: DatabaseOptions) {
    this.location = readServerUrl(options.url, URL_FORM);
  }

  async connect(): Promise<string> {
    const sources = {
      read: postgresqlSource(this.options, this.location, 'read'),
      write: postgresqlSource(this.options, this.location, 'write'),
    };
    await sources.read.initialize();
    this.sources = sources;
    const version = (sources.read.driver.version ?? '').replace(/ .*$/, '');
    return `PostgreSQL ${version}`;
  }

  async open(side: Side): Promise<Connection> {
    const source = this.sources?.[side === 'write' ? 'write' : 'read'];
    if (source === undefined) throw new Error('open() before connect()');
    if (!source.isInitialized) await this.initialize(source);
    return await PostgresqlConnection.open(source);
  }

  async disconnect(): Promise<void> {
    const opened = Object.values(this.sources ?? {}).filter(({ isInitialized }) => isInitialized);
    this.sources = undefined;
    await Promise.all(opened.map((source) => source.destroy()));
  }

  bind({ bound, statement, side, told }: StatementRequest): PostgresqlStatement {
    const bare = bareParameters(told());
    const declared = (value: number): boolean => bare.has(bound.starts[bound.slots.indexOf(value)] ?? -1);
    return bindForPostgresql(bound, statement.start, side === 'read', declared);
  }

  bindEach({ sets, statement }: BatchRequest): PostgresqlStatement[] {
    return sets.map((bound, index) =>
      atSet(index, () => bindForPostgresql(bound, statement.start, false, () => false)),
    );
  }

  /** The parameter that the error names is declared; where it names none, or one that is declared already, all are. */
  bindAgain(
    { bound, statement, side }: StatementRequest,
    error: unknown,
    { types }: PostgresqlStatement,
  ): PostgresqlStatement | undefined {
    if (types.every((type) => type > 0) || !UNTYPED.has(sqlStateOf(error))) return undefined;
    const untold = Number(UNTOLD.exec(error instanceof Error ? error.message : '')?.[1] ?? 0) - 1;
    const isNew = types[untold] === 0;
    const declared = (value: number): boolean => !isNew || value === untold || (types[value] ?? 0) > 0;
    return bindForPostgresql(bound, statement.start, side === 'read', declared);
  }

  async facts(connection: Connection, names: readonly string[]): Promise<readonly RelationFacts[]> {
    return (await this.ask(connection, RELATION_FACTS, names.map(relationPath))).map(readFacts);
  }

  async ownFunctions(connection: Connection): Promise<OwnFunctions> {
    return readOwnFunctions(await this.ask(connection, OWN_FUNCTIONS));
  }

  async result(
    outcome: NativeOutcome,
    intake: TakenRows<Field, TextRow>,
    { numbers }: StatementRequest,
    connection: Connection,
  ): Promise<StatementResult> {
    const ask = (oids: readonly number[]): Promise<readonly TextRow[]> => this.ask(connection, DESCRIBE_TYPES, oids);
    const { columns, readers } = await this.shapes.of(intake.columns, numbers, ask);
    const tuples = intake.rows.map((row) => readRow(row, readers));
    return { ...outcome, columns, tuples, truncated: intake.more };
  }

  async diagnose(connection: Connection): Promise<Diagnosis> {
    const askedAtMs = Date.now();
    const [row] = await this.ask(connection, DIAGNOSE, DIAGNOSED_ROLES);
    return readDiagnosis(row ?? [], (askedAtMs + Date.now()) / 2, this.options.access);
  }

  schemaReader(connection: Connection): SchemaReader {
    const ask = (sql: string, list?: readonly (string | number)[]): Promise<readonly TextRow[]> =>
      this.ask(connection, sql, list);
    const typesOf = (oids: readonly number[]): Promise<readonly PostgresqlType[]> =>
      this.types.typesOf(
        oids.map((dataTypeID) => ({ dataTypeID })),
        (missing) => ask(DESCRIBE_TYPES, missing),
      );
    return new PostgresqlSchemaReader({ ask, typesOf });
  }

  async endLost(control: Connection, id: number, { leastMs, mostMs }: Age): Promise<void> {
    // Clocks tick alike, but not to the millisecond.
    const age = `BETWEEN ${Math.floor(leastMs - 250)} AND ${Math.ceil(mostMs + 250)}`;
    await control.command(
      `SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE pid = ${id} ` +
        `AND usename = current_user AND extract(epoch FROM clock_timestamp() - backend_start) * 1000 ${age}`,
    );
  }

  /**
   * Asks the catalogue; the answer is rows of text.
   * @param list the statement's one parameter, where it has one
   */
  private async ask(
    connection: Connection,
    sql: string,
    list?: readonly (string | number)[],
  ): Promise<readonly TextRow[]> {
    const intake = new RowIntake<Field, TextRow>({ maxRows: Infinity, maxBytes: Infinity });
    const values = list === undefined ? [] : [`{${list.map((item) => quotedElement(String(item))).join(',')}}`];
    const types = values.map(() => 0);
    const statement = { sql, values, types, bound: withoutSlots(sql), start: 0, reads: false };
    await connection.run(statement, intake, () => undefined);
    return intake.rows;
  }

  private readonly initializing = new Map<DataSource, Promise<unknown>>();

  /** The write side is reached when it is first needed; several may need it at once. */
  private async initialize(source: DataSource): Promise<void> {
    const started =
      this.initializing.get(source) ?? source.initialize().finally(() => this.initializing.delete(source));
    this.initializing.set(source, started);
    await started;
  }
}

const NO_PLACES: ReadonlySet<number> = new Set();
/** By the columns that they were found among, which a statement tells once. */
const barePlaces = new WeakMap<readonly OutputColumn[], ReadonlySet<number>>();

/** Where parameters stand that are a column of the result by themselves: no place tells their type. */
function bareParameters(told: readonly OutputColumn[] | null): ReadonlySet<number> {
  if (told === null) return NO_PLACES;
  const known = barePlaces.get(told);
  if (known !== undefined) return known;
  const places = new Set(
    told.flatMap(({ expression }) => (expression?.kind === 'parameter' ? [expression.span.start] : [])),
  );
  barePlaces.set(told, places);
  return places;
}
