import { LRUCache } from 'lru-cache';
import pg, { type FieldDef as Field } from 'pg';
import { nativeOf } from '../server/located-error.js';

/** Statements that stay prepared in one session; each takes some kilobytes of the server's memory. */
const KEPT = 100;
/** Longer texts are seldom sent twice, and would fill the memory of both sides. */
const LONGEST_KEPT = 10_000;

/** A statement that the session has under a name: the server reads and plans it no more, nor describes its rows. */
export interface Prepared {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** How a statement is sent: by the name that it has, under a name that it gets now, or once. */
export type Sending = { readonly known: Prepared } | { readonly newName: string } | undefined;

/**
 * What one session has prepared
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY).
 * A statement gets its name when it is sent for the second time: most are sent once.
 */
export class PreparedStatements {
  private readonly bySql = new LRUCache<string, Prepared | 'seen'>({
    max: KEPT,
    dispose: (dropped) => {
      if (dropped !== 'seen') this.closable.push(dropped.name);
    },
  });
  private closable: string[] = [];
  private names = 0;

  sending(sql: string): Sending {
    if (sql.length > LONGEST_KEPT) return undefined;
    const known = this.bySql.get(sql);
    if (known === undefined) {
      this.bySql.set(sql, 'seen');
      return undefined;
    }
    return known === 'seen' ? { newName: `dragoman_${++this.names}` } : { known };
  }

  /** After it ran: only then is it certain that the server has it. */
  keep(sql: string, name: string, columns: readonly Field[]): void {
    this.bySql.set(sql, { name, columns });
  }

  /** After it failed, by whatever: the next one of its text is read anew. */
  forget(sql: string, sending: NonNullable<Sending>): void {
    if ('newName' in sending) this.closable.push(sending.newName);
    this.bySql.delete(sql);
  }

  /** The names that the server may forget; it takes one that it does not have as well. Told once. */
  takeClosable(): readonly string[] {
    if (this.closable.length === 0) return NONE;
    const names = this.closable;
    this.closable = [];
    return names;
  }

  /** After DISCARD ALL. */
  clear(): void {
    this.bySql.clear();
    this.closable = [];
  }
}

const NONE: readonly string[] = [];

const INVALID_NAME = '26000';
/** The server's own function that compares a plan with the schema; the message is in the server's language. */
const COMPARES_PLANS = 'RevalidateCachedQuery';

/**
 * Whether the server refused to run what it had prepared because the schema gives its rows another form by now, or because
 * it has it no more. It says so before it runs anything.
 */
export function isStale(error: unknown): boolean {
  const native = nativeOf(error);
  return native instanceof pg.DatabaseError && (native.code === INVALID_NAME || native.routine === COMPARES_PLANS);
}
