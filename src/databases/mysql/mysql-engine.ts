import mysql from 'mysql2';
import type { DataSource } from 'typeorm';
import { uniqueKeys, type OutputColumn, type StatementText } from '../../sql/index.js';
import type { BatchRequest, ResultColumn, StatementRequest, StatementResult } from '../database-adapter.js';
import type { DatabaseOptions } from '../database-options.js';
import { atSet } from '../parameter-set.js';
import { RowIntake } from '../server/row-intake.js';
import { readServerUrl, type ServerLocation } from '../server/server-location.js';
import type {
  Failure,
  NativeOutcome,
  RelationFacts,
  ServerConnection,
  ServerEngine,
  SessionCommands,
  Side,
} from '../server/server-engine.js';
import { VALUE_FORMS, type ValueFormName } from '../values/value-forms.js';
import { MysqlConnection, type MysqlRow } from './mysql-connection.js';
import { codedError, failureOf } from './mysql-errors.js';
import { bindForMysql, type MysqlStatement, type MysqlValue } from './mysql-parameters.js';
import { mysqlSource, URL_FORM } from './mysql-source.js';
import { typeOf, type MysqlColumn } from './mysql-types.js';
import { bitReader, readerOf, type ValueReader } from './mysql-values.js';
import { readFacts, relationFactsSql, relationPath } from './relation-facts.js';
import { sessionSettings } from './session-settings.js';

type Connection = ServerConnection<MysqlStatement, MysqlColumn, MysqlRow>;

const { Types } = mysql as unknown as { readonly Types: Readonly<Record<string, number>> };

/** MySQL and MariaDB by their native client, on connections that TypeORM opens. */
export class MysqlEngine implements ServerEngine<MysqlStatement, MysqlColumn, MysqlRow> {
  readonly dialect = 'MYSQL';
  /** FOUND_ROWS() and SHOW WARNINGS tell of the statement before. */
  readonly readsLeaveMarks = true;
  readonly commands: SessionCommands = {
    begin: 'START TRANSACTION',
    beginReadOnly: 'START TRANSACTION READ ONLY',
    commit: 'COMMIT',
    rollback: 'ROLLBACK',
    cancel: (id) => `KILL QUERY ${id}`,
  };
  private readonly location: ServerLocation;
  private source: DataSource | undefined;
  private serverMode = '';

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
    return `${flavour === 'MariaDB' ? 'MariaDB' : 'MySQL'} ${number}`;
  }

  async open(side: Side): Promise<Connection> {
    if (this.source === undefined) throw new Error('open() before connect()');
    return await MysqlConnection.open(this.source, sessionSettings(this.serverMode, side));
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
    const sql = relationFactsSql(names.length);
    const intake = new RowIntake<MysqlColumn, MysqlRow>({ maxRows: names.length, maxBytes: Infinity });
    const bound = { parts: [sql], slots: [], values: [], spellings: [], starts: [] };
    await connection.run({ sql, values, bound, start: 0, reads: false }, intake, () => undefined);
    return readFacts(intake.rows, names.length);
  }

  async result(
    outcome: NativeOutcome,
    intake: RowIntake<MysqlColumn, MysqlRow>,
    { numbers, told }: StatementRequest,
  ): Promise<StatementResult> {
    const { columns, rows } = intake;
    const keys = uniqueKeys(columns.map(({ name }) => name));
    const words = told();
    const types = columns.map((column, index) =>
      toldType(column, words?.length === columns.length ? words[index] : undefined),
    );
    const readers = columns.map((column, index): ValueReader => {
      const form = types[index]?.form ?? 'other';
      if (form === 'bits') return bitReader(column.columnLength);
      return readerOf(form, column.columnType === Types.FLOAT, numbers);
    });
    return {
      ...outcome,
      columns: columns.map(({ name }, index): ResultColumn => {
        const { form, words: databaseType } = types[index] ?? { form: 'other', words: '' };
        return { name, key: keys[index] ?? name, type: VALUE_FORMS[form].type, databaseType };
      }),
      tuples: rows.map((row) => row.map((value, index) => (value === null ? null : (readers[index]?.(value) ?? null)))),
      truncated: intake.more,
    };
  }

  failureOf(error: unknown): Failure {
    return failureOf(error);
  }

  codedError(error: unknown, statement?: StatementText): unknown {
    return codedError(error, statement);
  }
}

const INTEGERS: ReadonlySet<ValueFormName> = new Set(['integer', 'bigint']);

/** The wire knows no truth values and, on MariaDB, no JSON of expressions: what the text tells stands in for it. */
function toldType(column: MysqlColumn, told: OutputColumn | undefined): ReturnType<typeof typeOf> {
  const type = typeOf(column);
  const meant = told?.type?.type;
  if (meant === 'BOOLEAN' && INTEGERS.has(type.form)) return { ...type, form: 'boolean' };
  if (meant === 'JSON' && type.form === 'text') return { ...type, form: 'json' };
  return type;
}
