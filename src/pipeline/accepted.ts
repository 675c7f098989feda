import { UNKNOWN_TRAITS, type RegisteredDatabase, type StatementBounds } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { dialects, unbound, type StatementKind, type StatementText } from '../sql/index.js';
import { prepare } from './prepare.js';

/** What a database says of a statement that it was shown and did not run. */
export interface Verdict {
  /** Null where it was not asked, or can't say without running it. */
  readonly accepted: boolean | null;
  /** Why it does not take it. */
  readonly rejection: string | null;
}

/** Of a statement that no database was shown, or that none can judge. */
export const UNJUDGED: Verdict = { accepted: null, rejection: null };

/** Kinds of statements that an engine compiles without doing anything. */
export const COMPILED: ReadonlySet<StatementKind> = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'UPSERT',
  'MERGE',
]);

const FORBIDDEN: ReadonlySet<string> = new Set(['WRITE_NOT_ALLOWED', 'DATABASE_READ_ONLY']);

/** What an engine says of a statement that it does not take. */
const REJECTIONS: ReadonlySet<string> = new Set(['SQL_SYNTAX', 'QUERY_FAILED', 'BAD_PARAMETERS']);

/** Asks a database whether it takes statements of its own dialect, all of them. */
export async function askWhetherAccepted(
  database: RegisteredDatabase,
  statements: readonly string[],
  bounds: StatementBounds,
): Promise<Verdict> {
  let all: Verdict = { accepted: true, rejection: null };
  for (const sql of statements) {
    const { statement, kind } = prepare(sql, database.adapter.dialect);
    const verdict = await verdictOn(database, { text: statement, kind }, bounds);
    if (verdict.accepted === false) return verdict;
    if (verdict.accepted === null) all = verdict;
  }
  return all;
}

/** The same of a statement that was read already. */
export async function verdictOn(
  database: RegisteredDatabase,
  { text, kind }: { readonly text: StatementText; readonly kind: StatementKind },
  bounds: StatementBounds,
): Promise<Verdict> {
  if (!COMPILED.has(kind)) return UNJUDGED;
  const form = { statement: text, kind, session: UNKNOWN_TRAITS, told: () => null };
  const bound = unbound(text, dialects[database.adapter.dialect]);
  try {
    await database.adapter.compile({ ...form, bound, side: kind === 'SELECT' ? 'read' : 'write', ...bounds });
    return { accepted: true, rejection: null };
  } catch (error) {
    if (error instanceof DragomanError && REJECTIONS.has(error.code)) {
      return { accepted: false, rejection: error.message };
    }
    // Where the database can't be written to, it does not look at a change at all.
    if (error instanceof DragomanError && FORBIDDEN.has(error.code)) return UNJUDGED;
    throw error;
  }
}
