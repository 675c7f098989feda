import { DragomanError } from '../../errors/index.js';
import type { ResultColumn, StatementRequest, StatementResult } from '../database-adapter.js';
import type { HandOver } from '../streams/open-streams.js';
import type { StreamRequest, TupleBatch } from '../streams/row-stream.js';
import { readSchemaVersion, type DescribedColumn, type SelectDescriber } from './describe-select.js';
import { exactSelect, tupleOf, versionIn } from './exact-statement.js';
import type { NativeRow, SqliteConnection } from './sqlite-connection.js';
import { bindForSqlite, type NativeStatement } from './sqlite-parameters.js';
import { collectMarked, collectRows, mapRows } from './sqlite-result.js';
import { inBatches, streamSelect } from './stream-select.js';

const ATTEMPTS = 5;

/** A result, and the version of the schema that it was read under; undefined where the rows don't tell. */
interface Reading {
  readonly result: StatementResult;
  readonly version: number | undefined;
}

/** Reads rows whole: every column, every digit, also where the driver would lose them. */
export class SqliteReader {
  private schemaVersion: number | undefined;

  constructor(readonly describer: SelectDescriber) {}

  async read(connection: SqliteConnection, request: StatementRequest): Promise<StatementResult> {
    const { bound } = request;
    const native = bindForSqlite(bound);
    if (request.kind !== 'SELECT') return await this.readAsIs(connection, native, request);
    for (let attempt = 1; ; attempt++) {
      const version = (this.schemaVersion ??= await readSchemaVersion(connection));
      const outcome = await this.readDescribed(connection, native, request, () =>
        this.describer.describe(bound, version, request),
      ).catch((error: unknown) => ({ error, version: undefined }));
      // Whether the columns fit what ran is known only now: the schema may have moved on in between.
      const now = outcome.version ?? (await readSchemaVersion(connection));
      if (now === version || attempt === ATTEMPTS) {
        if ('error' in outcome) throw outcome.error;
        return outcome.result;
      }
      this.schemaVersion = now;
    }
  }

  async stream(connection: SqliteConnection, request: StreamRequest, handOver: HandOver): Promise<TupleBatch> {
    const streamed =
      request.kind === 'SELECT' ? await streamSelect(connection, this.describer, request, handOver) : undefined;
    if (streamed !== undefined) return streamed;
    const native = bindForSqlite(request.bound);
    return await inBatches(await this.readAsIs(connection, native, request), request, handOver);
  }

  /** A statement whose columns have fixed, distinct names: EXPLAIN, PRAGMA. */
  async readAsIs(
    connection: SqliteConnection,
    native: NativeStatement,
    request: StatementRequest,
  ): Promise<StatementResult> {
    const rows = await collectRows(connection, native.sql, native.values, request.maxBytes);
    const names = Object.keys(rows[0] ?? {});
    refuseLosses(rows);
    const tuples = rows.slice(0, request.maxRows).map((row) => names.map((name) => row[name] ?? null));
    return result(
      mapRows(
        names.map((name) => ({ name, declared: '' })),
        tuples,
        request,
      ),
      rows.length > request.maxRows,
    );
  }

  private async readDescribed(
    connection: SqliteConnection,
    native: NativeStatement,
    request: StatementRequest,
    describe: () => Promise<readonly DescribedColumn[]>,
  ): Promise<Reading> {
    let columns;
    try {
      columns = await describe();
    } catch {
      // Either the statement is wrong, and compiling it says so in its own words, or it can't be a view.
      await connection.prepare(native.sql);
      return { result: await this.readAsIs(connection, native, request), version: undefined };
    }
    const wrapped = exactSelect(native.sql, columns.length, request.maxRows + 1);
    const { rows, mark: version } = await collectMarked(connection, wrapped, native.values, {
      maxBytes: request.maxBytes,
      markIn: versionIn,
    });
    const tuples = rows.slice(0, request.maxRows).map((row) => tupleOf(row, columns.length));
    return { result: result(mapRows(columns, tuples, request), rows.length > request.maxRows), version };
  }
}

/** Rows that came through the driver as they are: where it has rounded an integer, say so. */
function refuseLosses(rows: readonly NativeRow[]): void {
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (
        typeof value !== 'number' ||
        !Number.isInteger(value) ||
        Number.isSafeInteger(value) ||
        Math.abs(value) >= 2 ** 63
      )
        continue;
      throw new DragomanError(
        'PRECISION_LOST',
        `The column "${column}" holds an integer past ±2^53, which can't be read exactly here.`,
        {
          hint: 'Cast it to TEXT in the statement.',
        },
      );
    }
  }
}

function result(
  { columns, tuples }: { columns: readonly ResultColumn[]; tuples: StatementResult['tuples'] },
  truncated: boolean,
): StatementResult {
  return { columns, tuples, affectedRows: null, lastInsertId: null, truncated };
}
