import type { DatabaseAdapter, ListedTable, SchemaReader, TableDescription } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { CancelSource } from '../events/index.js';
import { SchemaSnapshot } from './schema-snapshot.js';

/** How long what is kept is taken for true without a look at its version: what one request asks for in turn has one look. */
const SHORTEST_TRUST_MS = 10;
const LONGEST_TRUST_MS = 1000;
/** A look may take a twentieth of the time: one that took 2 ms is good for 40. */
const TRUST_PER_LOOK = 20;
/** What no version tells (how many rows there are, a role that was granted) is at most so old. */
const LONGEST_KEPT_MS = 60_000;

/** One database's adapter, as the catalogue uses it. */
export type Introspected = Pick<DatabaseAdapter, 'name' | 'introspect'>;

/**
 * What is in one database, read as it is asked for and kept for as long as its version is the same. Whoever asks for the
 * same at the same time waits for one reading; one that fails is not kept. A session is held while something is read,
 * and not between.
 */
export class DatabaseCatalogue {
  private snapshot: SchemaSnapshot | undefined;
  private trustedUntilMs = 0;
  private looking: Promise<SchemaSnapshot> | undefined;
  private changes = 0;

  /** @param timeoutMs how long one reading may take, whoever waits for it */
  constructor(
    private readonly adapter: Introspected,
    private readonly timeoutMs: number,
  ) {}

  /** What tells one state of the schema from another; what is told of tables holds for as long as it is the same. */
  async version(): Promise<string> {
    return (await this.present()).version;
  }

  /** The same as it is now, whatever was looked at before. */
  async versionNow(): Promise<string> {
    // A look that is under way may have been answered before what the caller knows of.
    this.looking = undefined;
    return (await this.look()).version;
  }

  /** Every schema that can be named, in the order of their names. */
  async schemas(): Promise<readonly string[]> {
    return (await this.present()).rules.schemas;
  }

  /**
   * The tables and views of a schema, or of those that the engine lists where none is named.
   * @throws DragomanError BAD_USER_INPUT for a schema that is not there
   */
  async list(schema?: string): Promise<readonly ListedTable[]> {
    const snapshot = await this.present();
    const { schemas, listed } = snapshot.rules;
    if (schema === undefined) return (await snapshot.lists(listed)).flat();
    const found = snapshot.schemaOf(schema) ?? (await this.afterLook(snapshot))?.schemaOf(schema);
    if (found !== undefined) return (await (await this.present()).lists([found])).flat();
    throw new DragomanError('BAD_USER_INPUT', `There is no schema "${schema}", or its user may not see it.`, {
      hint: `Name one of: ${schemas.slice(0, 20).join(', ')}${schemas.length > 20 ? ', …' : ''}.`,
    }).on(this.adapter.name);
  }

  /**
   * Finds a table or view by its name: the very one, else the one that the engine's SQL would take the name for without
   * quotes. Without a schema it is looked for where the engine looks.
   */
  async find(name: string, schema?: string): Promise<ListedTable | undefined> {
    const snapshot = await this.present();
    // Somebody may have made it since the last look: that there is none is never told from what is kept.
    return (await snapshot.find(name, schema)) ?? (await (await this.afterLook(snapshot))?.find(name, schema));
  }

  /** The description of each table that was listed or found, in that order; undefined for one that is there no more. */
  async describe(tables: readonly ListedTable[]): Promise<readonly (TableDescription | undefined)[]> {
    return await (await this.present()).describe(tables);
  }

  /** After a change of the schema: the next one who asks has it read anew. */
  forget(): void {
    this.changes++;
    this.snapshot = undefined;
    this.looking = undefined;
    this.trustedUntilMs = 0;
  }

  /** What is kept, once it is known to be true still. */
  private async present(): Promise<SchemaSnapshot> {
    if (this.snapshot !== undefined && performance.now() < this.trustedUntilMs) return this.snapshot;
    return await this.look();
  }

  /** What is there now, where that is another snapshot than one that was just asked in vain. */
  private async afterLook(asked: SchemaSnapshot): Promise<SchemaSnapshot | undefined> {
    const now = await this.look();
    return now === asked ? undefined : now;
  }

  private async look(): Promise<SchemaSnapshot> {
    if (this.looking !== undefined) return await this.looking;
    const looking = this.lookOnce().finally(() => {
      if (this.looking === looking) this.looking = undefined;
    });
    this.looking = looking;
    return await looking;
  }

  private async lookOnce(): Promise<SchemaSnapshot> {
    const { changes, snapshot } = this;
    const isOld = snapshot !== undefined && performance.now() - snapshot.readAtMs > LONGEST_KEPT_MS;
    const { found, tookMs } = await this.read(async (schema) => {
      const startedMs = performance.now();
      const version = await schema.version();
      const tookMs = performance.now() - startedMs;
      if (snapshot?.version === version && !isOld) return { found: snapshot, tookMs };
      return { found: new SchemaSnapshot(version, await schema.rules(), this.read), tookMs };
    });
    // What was read while somebody changed the schema here is theirs who asked before that.
    if (changes !== this.changes) return found;
    this.snapshot = found;
    const trustMs = Math.max(SHORTEST_TRUST_MS, Math.min(LONGEST_TRUST_MS, tookMs * TRUST_PER_LOOK));
    this.trustedUntilMs = performance.now() + trustMs;
    return found;
  }

  /** On a session of its own, for as long as a statement may take: whoever asked first may be gone before it ends. */
  private readonly read = async <T>(work: (schema: SchemaReader) => Promise<T>): Promise<T> => {
    const bounds = {
      deadlineMs: Date.now() + this.timeoutMs,
      maxRows: Infinity,
      maxBytes: Infinity,
      numbers: 'SAFE',
      signal: new CancelSource(),
    } as const;
    try {
      return await this.adapter.introspect(bounds, work);
    } catch (error) {
      throw error instanceof DragomanError ? inTermsOfSchemas(error).on(this.adapter.name) : error;
    }
  };
}

/** Nobody sent a statement: its deadline is the database's, and no option of the request. */
function inTermsOfSchemas(error: DragomanError): DragomanError {
  if (error.code !== 'QUERY_TIMEOUT') return error;
  return new DragomanError('QUERY_TIMEOUT', 'What is in the database could not be read before its deadline.', {
    ...error.details,
    hint: 'Another session may have locked a table; else give the database more time with its `timeout`.',
  });
}
