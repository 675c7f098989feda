import { permitTransaction, visibleDatabases, type ConcurrencyBounds, type Principal } from '../auth/index.js';
import { Catalogue } from '../catalogue/index.js';
import {
  SCHEMA_CHANGES,
  type DatabaseRegistry,
  type RegisteredDatabase,
  type StatementBounds,
  type StatementForm,
  type Transaction,
  type RowStream,
} from '../databases/index.js';
import { DragomanError, thrownOn } from '../errors/index.js';
import { bindParameters, dialects, unbound, type Dialect, type DialectName, type StatementKind } from '../sql/index.js';
import { audited, type Audit } from './audited.js';
import { authorise, type Path } from './authorise.js';
import { boundTo } from './bound-to.js';
import {
  executeTransaction,
  type ReadyStatement,
  type TransactionOutcome,
  type TransactionRun,
} from './execute-transaction.js';
import { assertFits } from './fit-for-transactions.js';
import { explained } from './explain-fault.js';
import { inspect, type Inspection, type InspectionRequest } from './inspect.js';
import { numberedBatches } from './numbered-batches.js';
import { placed } from './placed.js';
import { prepare, type PreparedStatement } from './prepare.js';
import type { BatchOutcome, QueryOutcome, QueryRequest, RowsBatch, RowsRequest } from './query-request.js';
import { recorded } from './record.js';
import { mayRunWriting, Rights } from './rights.js';
import { rowsIn, runInTransaction, runReady } from './run-ready.js';
import { refuseLongSql } from './sql-length.js';
import { statementBounds } from './statement-bounds.js';
import { streamBounds } from './stream-bounds.js';
import { carry, inOwnDialect, writtenIn, type Carried, type CarryWish } from './translate.js';
import { translateText, type TextTranslation, type TranslationRequest } from './translate-text.js';
import { ofTranslated, Translations } from './translations.js';
import { Turns } from './turns.js';
import { withoutUntoldTables } from './untold-tables.js';
import type { Recheck } from './views-judged.js';

/** Bounds that no request may pass. */
export interface PipelineBounds {
  readonly maxResultBytes: number;
  /** The longest SQL text; left out, any. */
  readonly sqlBytes?: number;
  /** How much may be under way at once; left out, any. */
  readonly concurrency?: ConcurrencyBounds;
}

/** The way of a query, from its text to its rows. */
export class QueryPipeline {
  private ran = 0;
  readonly translations: Translations;
  private readonly rights: Rights;
  readonly turns: Turns;

  constructor(
    private readonly registry: DatabaseRegistry,
    private readonly bounds: PipelineBounds,
    private readonly catalogue = new Catalogue(),
    private readonly audit?: Audit,
  ) {
    this.translations = new Translations(catalogue);
    this.rights = new Rights(catalogue);
    this.turns = new Turns(bounds.concurrency);
  }

  /** How many statements were sent to a database. */
  get queries(): number {
    return this.ran;
  }

  /** Runs a statement that only reads. */
  async query(request: QueryRequest): Promise<QueryOutcome> {
    return await this.audited('query', request, () => this.run(request, 'query'), rowsIn);
  }

  /** Runs any one statement. */
  async execute(request: QueryRequest): Promise<QueryOutcome> {
    return await this.audited('execute', request, () => this.run(request, 'execute'), rowsIn);
  }

  /** Runs one statement with many sets of parameters: all, or none. */
  async executeMany(request: Omit<QueryRequest, 'params'>, paramSets: readonly unknown[]): Promise<BatchOutcome> {
    return await this.audited('executeMany', request, () => this.runMany(request, paramSets), rowsChanged);
  }

  /** Reads in batches, as they are taken. What the database says of the statement comes with the first batch. */
  async stream(request: RowsRequest): Promise<RowStream<RowsBatch>> {
    return await this.audited('rows', request, () => this.open(request), noNumber);
  }

  private async runMany(request: Omit<QueryRequest, 'params'>, paramSets: readonly unknown[]): Promise<BatchOutcome> {
    return await this.onDatabase(request, 'execute', async (database, { prepared, steps }) => {
      if (steps !== undefined) throw severalInBatch(database);
      if (!BATCH_KINDS.has(prepared.kind)) {
        throw new DragomanError(
          'BAD_USER_INPUT',
          `executeMany runs INSERT, UPDATE and DELETE; this is ${prepared.kind}.`,
          {
            hint: 'Send it with `execute`.',
          },
        );
      }
      if (paramSets.length === 0)
        throw new DragomanError('BAD_PARAMETERS', '`paramSets` is empty: there is nothing to run.');
      const sets = paramSets.map((params, index) =>
        placed(`Parameter set ${index + 1}`, () =>
          bindParameters(prepared.statement, dialects[database.adapter.dialect], params, dialectOf(request, database)),
        ),
      );
      const started = performance.now();
      const batch = { ...formOf(prepared), sets, ...statementBounds(request, database, this.bounds.maxResultBytes) };
      const affectedRows = await this.turns.run(request, database, () =>
        recorded(database, () => database.adapter.executeMany(batch), noRows),
      );
      return { affectedRows, executionTimeMs: performance.now() - started };
    });
  }

  private async open(request: RowsRequest): Promise<RowStream<RowsBatch>> {
    return await this.onDatabase(request, 'query', async (database, carried) => {
      const { prepared } = carried;
      const stream = database.adapter.stream({
        ...formOf(prepared),
        bound: boundTo({ ...carried, steps: undefined }, database, request.params, dialectOf(request, database)).bound,
        side: 'read',
        ...statementBounds(request, database, this.bounds.maxResultBytes),
        ...streamBounds(request, database),
      });
      return numberedBatches(stream, carried, database, () =>
        this.turns.hold('stream', database, request.principal.name),
      );
    });
  }

  /** Tells what a text is, without running it. */
  async inspect({ signal, ...request }: InspectionRequest & Pick<QueryRequest, 'signal'>): Promise<Inspection> {
    this.refuseLong(request);
    const bounds = (database: RegisteredDatabase): StatementBounds =>
      statementBounds({ signal, principal: request.principal }, database, this.bounds.maxResultBytes);
    const registry = visibleDatabases(this.registry, request.principal);
    return await inspect(request, { registry, catalogue: this.catalogue, rights: this.rights, bounds });
  }

  /** Translates a text of one statement or several, without running it. */
  async translate({ signal, ...request }: TranslationRequest & Pick<QueryRequest, 'signal'>): Promise<TextTranslation> {
    this.refuseLong(request);
    const bounds = (database: RegisteredDatabase): StatementBounds =>
      statementBounds({ signal, principal: request.principal }, database, this.bounds.maxResultBytes);
    const registry = visibleDatabases(this.registry, request.principal);
    return await translateText(request, { registry, translations: this.translations, rights: this.rights, bounds });
  }

  /** Runs one statement in a transaction of the database's, which may have been removed meanwhile: the transaction says so. */
  async executeIn(
    transaction: Transaction,
    database: RegisteredDatabase,
    request: Omit<QueryRequest, 'database'>,
  ): Promise<QueryOutcome> {
    const named = { ...request, database: database.name };
    const run = async (): Promise<QueryOutcome> => {
      const ready = await this.readyFor(database, request, transaction.traits.readOnly);
      return await this.runIn(transaction, ready, request);
    };
    try {
      return await this.audited('executeInTransaction', named, run, rowsIn);
    } catch (error) {
      throw thrownOn(database.name, await this.told(error, request, database));
    }
  }

  /** Runs all the statements in one transaction, or none of them; an optional one is undone alone where it fails. */
  async executeTransaction(request: TransactionRun): Promise<TransactionOutcome> {
    const database = visibleDatabases(this.registry, request.principal).get(request.database);
    permitTransaction(request.principal, database.name, request.readOnly);
    const kinds: StatementKind[] = [];
    const ready = async (statement: QueryRequest): Promise<ReadyStatement> => {
      if (request.principal.administrator) await this.letEngineJudge(database, statement);
      const found = await this.readyFor(database, statement, request.readOnly).catch((error: unknown) =>
        // One that is ready has yet to run, and is told of then.
        this.audited('executeTransaction', statement, () => Promise.reject(error as Error), noNumber),
      );
      kinds.push(found.prepared.kind);
      return found;
    };
    try {
      return await this.turns.run(request, database, () =>
        executeTransaction(request, database, {
          ready,
          run: (transaction, found, statement) =>
            this.audited(
              'executeTransaction',
              statement,
              () => this.runIn(transaction, found, statement),
              rowsIn,
            ).catch(async (error: unknown) => {
              throw await this.told(error, statement, database);
            }),
        }),
      );
    } catch (error) {
      throw thrownOn(database.name, error);
    } finally {
      if (kinds.some((kind) => SCHEMA_CHANGES.has(kind))) this.catalogue.forget(database);
    }
  }

  private refuseLong({ sql }: Pick<QueryRequest, 'sql'>): void {
    refuseLongSql(sql, this.bounds.sqlBytes ?? Infinity);
  }

  private async audited<T>(
    action: string,
    request: Omit<QueryRequest, 'params'>,
    work: () => Promise<T>,
    rowsOf: (outcome: T) => number | null,
  ): Promise<T> {
    if (this.audit === undefined) return await work();
    // Of one that is not there for the principal, the name that was asked for is told, and the dialect all the same.
    const dialect = request.dialect ?? this.registry.find(request.database)?.adapter.dialect;
    return await audited(this.audit, action, { ...request, dialect }, work, rowsOf);
  }

  private async run(request: QueryRequest, path: Path): Promise<QueryOutcome> {
    return await this.onDatabase(request, path, async (database, carried) => {
      const { prepared, translated, warnings, recheck } = carried;
      const { bound, steps } = boundTo(carried, database, request.params, dialectOf(request, database));
      const side = sideOf(prepared, path, database, request.principal);
      const changesSchema = side === 'write' && SCHEMA_CHANGES.has(prepared.kind);
      const ready = { database, prepared, steps, bound, side, translated, warnings, recheck };
      const running = this.turns.run(request, database, () => runReady(ready, request, this.bounds.maxResultBytes));
      // One that failed may have changed something all the same.
      return await (changesSchema ? running.finally(() => this.catalogue.forget(database)) : running);
    });
  }

  /** Reads a statement that is to run in a transaction, and binds its values: whatever is wrong with it is said before anything runs. */
  private async readyFor(
    database: RegisteredDatabase,
    { principal, sql, dialect, options, params }: Omit<QueryRequest, 'database'>,
    readOnly: boolean,
  ): Promise<ReadyStatement> {
    this.refuseLong({ sql });
    const wish = { sql, params, dialect, options };
    const carried = await this.carried(principal, wish, database, !readOnly);
    const { prepared, translated, warnings, recheck } = carried;
    for (const each of carried.steps?.all ?? [prepared]) assertFits(each, database, readOnly);
    const { bound, steps } = boundTo(carried, database, params, dialectOf({ dialect }, database));
    const side = prepared.reads === 'surely' || readOnly ? 'read' : 'write';
    return { database, prepared, steps, bound, side, translated, warnings, recheck };
  }

  private async runIn(
    transaction: Transaction,
    ready: ReadyStatement,
    request: Omit<QueryRequest, 'database'>,
  ): Promise<QueryOutcome> {
    this.ran++;
    return await runInTransaction(ready, { request, maxBytes: this.bounds.maxResultBytes }, transaction).catch(
      (error: unknown) => {
        throw faultOf(error, ready);
      },
    );
  }

  private async onDatabase<T>(
    request: QueryRequest,
    path: Path,
    work: (database: RegisteredDatabase, carried: Carried) => Promise<T>,
  ): Promise<T> {
    const database = visibleDatabases(this.registry, request.principal).get(request.database);
    this.refuseLong(request);
    try {
      const carried =
        request.principal.administrator && writtenIn(request.dialect, database) === database.adapter.dialect
          ? inOwnDialect(request, database)
          : await this.carried(request.principal, { ...request, path }, database, false);
      const { prepared } = carried;
      if (path === 'query' && prepared.kind === 'UNKNOWN') await this.letEngineRead(request, prepared, database);
      authorise(prepared, path, database);
      this.ran++;
      return await work(database, carried).catch((error: unknown) => {
        throw faultOf(error, carried);
      });
    } catch (error) {
      throw thrownOn(database.name, await this.told(error, request, database));
    }
  }

  /** A statement in the database's dialect, once it is known that the principal may send it as it is written, and as it runs. */
  private async carried(
    principal: Principal,
    wish: CarryWish,
    database: RegisteredDatabase,
    onWritingSide: boolean,
  ): Promise<Carried> {
    const { dialect: spoken } = database.adapter;
    const dialect = writtenIn(wish.dialect, database);
    const check = async (prepared: PreparedStatement, written: DialectName): Promise<Recheck | undefined> =>
      await this.rights.check(principal, database, { prepared, dialect: written, onWritingSide });
    const recheck = await check(prepare(wish.sql, dialect), dialect);
    if (dialect === spoken) return { ...inOwnDialect(wish, database), recheck };
    const carried = await carry(wish, database, this.translations);
    // Several steps keep rows in tables of their own between them, which nobody has a grant on.
    if (carried.steps === undefined) await check(carried.prepared, spoken);
    return { ...carried, recheck };
  }

  /** An error as the principal may hear it. */
  private async told(
    error: unknown,
    request: Pick<QueryRequest, 'principal' | 'sql'>,
    database: RegisteredDatabase,
  ): Promise<unknown> {
    return request.principal.administrator
      ? error
      : await withoutUntoldTables(error, request, database, this.catalogue);
  }

  /** What nobody here can read may be misspelled: the engine says so before anything runs. */
  private async letEngineJudge(database: RegisteredDatabase, request: QueryRequest): Promise<void> {
    this.refuseLong(request);
    const { dialect } = database.adapter;
    // what is to be translated has to be known here
    if (writtenIn(request.dialect, database) !== dialect) return;
    const prepared = prepare(request.sql, dialect);
    if (prepared.known !== undefined || prepared.kind === 'TRANSACTION') return;
    await this.letEngineRead(request, prepared, database).catch((error: unknown) => {
      // Any other error is no news yet: a statement before it may make what it names.
      if (error instanceof DragomanError && error.code === 'SQL_SYNTAX') throw explained(error, prepared);
    });
  }

  /** A statement that begins with no known word is more often misspelled than a write: the engine says so. */
  private async letEngineRead(
    request: Omit<QueryRequest, 'params'>,
    prepared: PreparedStatement,
    database: RegisteredDatabase,
  ): Promise<void> {
    const bound = unbound(prepared.statement, dialects[database.adapter.dialect]);
    const bounds = statementBounds(request, database, this.bounds.maxResultBytes);
    await database.adapter.compile({ ...formOf(prepared), bound, side: 'read', ...bounds });
  }
}

const dialectOf = (request: Pick<QueryRequest, 'dialect'>, database: RegisteredDatabase): Dialect =>
  dialects[writtenIn(request.dialect, database)];

const severalInBatch = ({ adapter }: RegisteredDatabase): DragomanError =>
  new DragomanError('UNTRANSLATABLE', `This statement comes to several statements in ${adapter.dialect}.`, {
    position: { line: 1, column: 1 },
    hint: 'Run it with `execute`.',
  });

const formOf = ({ statement, kind, session, told }: PreparedStatement): StatementForm => ({
  statement,
  kind,
  session,
  told,
});

/** What may write by a function that is not known, reads only where it was asked as a read, or can't be anything else. */
function sideOf(
  { reads }: PreparedStatement,
  path: Path,
  database: RegisteredDatabase,
  principal: Principal,
): 'read' | 'write' {
  if (reads === 'maybe') return path === 'query' || !mayRunWriting(principal, database) ? 'read' : 'write';
  return reads === 'surely' ? 'read' : 'write';
}

/** What a statement failed with, in terms of the text that was sent. */
function faultOf(error: unknown, { prepared, translated }: Pick<Carried, 'prepared' | 'translated'>): unknown {
  return translated ? ofTranslated(error, prepared.statement.text) : explained(error, prepared);
}

const noRows = (): number => 0;
const noNumber = (): null => null;
const rowsChanged = ({ affectedRows }: BatchOutcome): number => affectedRows;

const BATCH_KINDS: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'UPSERT']);
