import { DragomanError } from '../../errors/index.js';
import { returningClause, type StatementKind } from '../../sql/index.js';
import type { BatchRequest, StatementRequest, StatementResult } from '../database-adapter.js';
import { atSet, namedSet } from '../parameter-set.js';
import { withoutSlots } from '../parameters/slots.js';
import { exactReturning, readReturning, returnedSelect, tupleOf } from './exact-statement.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { bindForSqlite, type NativeStatement } from './sqlite-parameters.js';
import { codedError, isInterrupted } from './sqlite-errors.js';
import { SqliteReader } from './sqlite-reader.js';
import { collectRows, mapRows, type MappedRows } from './sqlite-result.js';
import { readSchemaVersion, SelectDescriber } from './describe-select.js';
import type { StatementWatch } from './statement-watch.js';

/** Kinds that change rows, and so have a number of them. */
const CHANGES_ROWS: ReadonlySet<StatementKind> = new Set(['INSERT', 'UPDATE', 'DELETE', 'UPSERT']);
const INSERTS: ReadonlySet<StatementKind> = new Set(['INSERT', 'UPSERT']);
/** Kinds after which the session is as it was before. */
const LEAVES_NO_TRACES: ReadonlySet<StatementKind> = new Set([
  ...CHANGES_ROWS,
  'SELECT',
  'CREATE_TABLE',
  'ALTER_TABLE',
  'DROP_TABLE',
  'CREATE_INDEX',
  'DROP_INDEX',
  'CREATE_VIEW',
  'DROP_VIEW',
]);

/** Settings that the adapter itself stands on: readers beside a writer need the log, and no lock that stays. */
const FIXED_PRAGMAS: ReadonlySet<string> = new Set(['JOURNAL_MODE', 'LOCKING_MODE']);

/** A rowid that no insert of a user gives: the engine keeps the last one when a statement inserts nothing. */
const NO_ROWID = '-9223372036854775808';

/** Runs changes on the one connection that can write. */
export class SqliteWriter {
  /** A new writer's session. The temporary table is there to forget the rowid of an earlier statement. */
  async prepareSession(connection: SqliteConnection): Promise<void> {
    await connection.run('CREATE TEMP TABLE dragoman_last_rowid (id INTEGER PRIMARY KEY)');
  }

  /** Whether the session may differ afterwards (PRAGMA, temporary tables), so that the next one must not get it. */
  leavesTraces({ kind, statement }: StatementRequest | BatchRequest): boolean {
    if (!LEAVES_NO_TRACES.has(kind)) return true;
    return statement.tokens.some(
      ({ kind: token, text }) => token !== 'string' && /^["`[]?temp(orary)?["`\]]?$/i.test(text),
    );
  }

  async write(
    connection: SqliteConnection,
    reading: SqliteReader,
    request: StatementRequest,
    watch: StatementWatch,
    fence: keyof typeof FENCES = 'transaction',
  ): Promise<StatementResult> {
    const native = bindForSqlite(request.bound);
    // its own describer sees the temporary tables of the steps before
    if (request.kind === 'SELECT')
      return await new SqliteReader(new SelectDescriber(connection)).read(connection, request);
    if (!CHANGES_ROWS.has(request.kind)) return await this.administer(connection, reading, native, request);
    const inserts = INSERTS.has(request.kind);
    if (inserts) await connection.run(`REPLACE INTO temp.dragoman_last_rowid VALUES (${NO_ROWID})`);
    const returned = await this.writeReturning(connection, reading, native, request, watch, fence);
    if (returned === undefined) await connection.run(native.sql, native.values);
    // The change is made: a deadline that passes from here on must not say that it is not.
    watch.stop();
    const [counts] = await connection.all('SELECT changes() AS changed, CAST(last_insert_rowid() AS TEXT) AS id');
    const id = inserts ? String(counts?.id) : NO_ROWID;
    return {
      columns: returned?.columns ?? [],
      tuples: returned?.tuples.slice(0, request.maxRows) ?? [],
      affectedRows: Number(counts?.changed),
      lastInsertId: id === NO_ROWID ? null : id,
      truncated: (returned?.tuples.length ?? 0) > request.maxRows,
    };
  }

  /** All the sets in one transaction; the first that fails undoes those before it. */
  async writeMany(connection: SqliteConnection, request: BatchRequest, watch: StatementWatch): Promise<number> {
    const natives = request.sets.map((set, index) => atSet(index, () => bindForSqlite(set)));
    return await fenced(connection, watch, FENCES.transaction, async () => {
      let changed = 0;
      for (const [index, native] of natives.entries()) {
        watch.check();
        changed += await this.writeOne(connection, native, request, index);
      }
      return changed;
    });
  }

  private async writeOne(
    connection: SqliteConnection,
    native: NativeStatement,
    request: BatchRequest,
    index: number,
  ): Promise<number> {
    try {
      if (returningClause(request.statement.tokens) === null)
        return (await connection.run(native.sql, native.values)).changes;
      // Changes are counted when a statement has ended, and one that hands out rows ends with the last of them.
      await connection.all(native.sql, native.values);
      const [counts] = await connection.all('SELECT changes() AS changed');
      return Number(counts?.changed);
    } catch (error) {
      const coded = await codedError(error, request.statement, connection);
      throw coded instanceof DragomanError && !isInterrupted(error) ? namedSet(coded, index) : error;
    }
  }

  private async writeReturning(
    connection: SqliteConnection,
    reading: SqliteReader,
    native: NativeStatement,
    request: StatementRequest,
    watch: StatementWatch,
    fence: keyof typeof FENCES,
  ): Promise<MappedRows | undefined> {
    const parts = readReturning(native.sql);
    const select = returnedSelect(request.statement);
    if (parts === undefined || select === undefined) return undefined;
    // The statement as it is goes first: what is wrong with it is said in its own words.
    await connection.prepare(native.sql);
    const version = await readSchemaVersion(connection);
    const { describer } = reading;
    const { session, told } = request;
    const columns = await describer.describe(select, version, { session, told });
    const wholeRow = withoutSlots(`SELECT * FROM ${parts.table}`);
    const star = parts.expressions.includes('*') ? await describer.describe(wholeRow, version) : [];
    const rewritten = exactReturning(
      parts,
      star.map(({ name }) => name),
    );
    // Rows come back before the change is final: an answer that is too large must leave nothing behind.
    const rows = await fenced(connection, watch, FENCES[fence], () =>
      collectRows(connection, rewritten, native.values, request.maxBytes),
    );
    return mapRows(
      columns,
      rows.map((row) => tupleOf(row, columns.length)),
      request,
    );
  }

  /** What changes no rows: DDL, PRAGMA, VACUUM. */
  private async administer(
    connection: SqliteConnection,
    reading: SqliteReader,
    native: NativeStatement,
    request: StatementRequest,
  ): Promise<StatementResult> {
    const words = request.statement.tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text.toUpperCase());
    const fixed = words.find((word) => FIXED_PRAGMAS.has(word));
    if (
      words[0] === 'PRAGMA' &&
      fixed !== undefined &&
      request.statement.tokens.some(({ text }) => text === '=' || text === '(')
    ) {
      throw new DragomanError(
        'QUERY_FAILED',
        `PRAGMA ${fixed.toLowerCase()} can't be changed: Dragoman keeps its databases in WAL mode, unlocked.`,
        {
          hint: 'Take the database out with `removeDatabase` and change it with another program.',
        },
      );
    }
    // VACUUM works through a file that it attaches for itself; with INTO it would write anywhere.
    if (words[0] === 'VACUUM' && !words.includes('INTO')) connection.allowAttached(10);
    return await reading.readAsIs(connection, native, request);
  }
}

/** What stands around statements that are done together or not at all: by themselves, and within a transaction. */
const FENCES = {
  transaction: { begin: 'BEGIN IMMEDIATE', keep: ['COMMIT'], undo: ['ROLLBACK'] },
  savepoint: {
    begin: 'SAVEPOINT dragoman_returning',
    keep: ['RELEASE dragoman_returning'],
    undo: ['ROLLBACK TO dragoman_returning', 'RELEASE dragoman_returning'],
  },
} as const;

/** Keeps what the work did, or undoes it where the work fails or its deadline has passed. */
async function fenced<T>(
  connection: SqliteConnection,
  watch: StatementWatch,
  { begin, keep, undo }: (typeof FENCES)[keyof typeof FENCES],
  work: () => Promise<T>,
): Promise<T> {
  await connection.run(begin);
  try {
    const outcome = await work();
    watch.check();
    watch.stop();
    for (const sql of keep) await connection.run(sql);
    return outcome;
  } catch (error) {
    for (const sql of undo) {
      await connection.run(sql).catch(() => {
        // An interrupt may have rolled it back already; whatever else it is, closing the connection undoes the rest.
        connection.spoiled = true;
      });
    }
    throw error;
  }
}
