import { DragomanError } from '../errors/index.js';
import { dialects, patternOf, type DialectName, type StatementText, type TokenKind } from '../sql/index.js';
import type { AuditEntry } from '../store/index.js';
import { prepare, type PreparedStatement } from './prepare.js';
import type { QueryRequest } from './query-request.js';

/** Takes what somebody did, or was kept from doing; undefined: nobody wants to know. */
export type Audit = ((entry: AuditEntry) => void) | undefined;

/** What is known of a statement before it is looked at. */
export type AuditedRequest = Pick<QueryRequest, 'principal' | 'sql' | 'requestId'> & {
  readonly database: string;
  /** The dialect that it is written in; undefined: nobody can tell, as there is no such database. */
  readonly dialect: DialectName | undefined;
};

/** Does something, and tells the audit log how it ended. */
export async function audited<T>(
  audit: Audit,
  action: string,
  request: AuditedRequest,
  work: () => Promise<T>,
  rowsOf: (outcome: T) => number | null,
): Promise<T> {
  if (audit === undefined) return await work();
  const started = performance.now();
  const tell = (outcome: string, rows: number | null): void =>
    audit(auditEntry(request, { action, database: request.database, outcome, rows, started }, described(request)));
  try {
    const outcome = await work();
    tell('OK', rowsOf(outcome));
    return outcome;
  } catch (error) {
    tell(codeOf(error), null);
    throw error;
  }
}

/** An error's code, as the audit log has it. */
export const codeOf = (error: unknown): string =>
  error instanceof DragomanError ? error.code : 'INTERNAL_SERVER_ERROR';

/** How something that somebody did has ended. */
export interface AuditedEnd {
  readonly action: string;
  readonly database: string | null;
  readonly outcome: string;
  readonly rows?: number | null;
  /** As `performance.now()` counts. */
  readonly started: number;
}

/** An entry of the audit log about what ends now; without a description, about what is no statement. */
export function auditEntry(
  { principal, requestId }: Pick<QueryRequest, 'principal' | 'requestId'>,
  { action, database, outcome, rows = null, started }: AuditedEnd,
  description: Description = UNREAD,
): AuditEntry {
  return {
    at: new Date().toISOString(),
    principal: principal.name,
    action,
    requestId: requestId ?? null,
    database,
    ...description,
    outcome,
    rows,
    durationMs: performance.now() - started,
  };
}

type Description = Pick<AuditEntry, 'kind' | 'fingerprint' | 'pattern' | 'tablesRead' | 'tablesWritten'>;

const UNREAD: Description = { kind: null, fingerprint: null, pattern: null, tablesRead: [], tablesWritten: [] };

/** Each statement that is kept is described once. */
const descriptions = new WeakMap<PreparedStatement, Description>();

function described({ sql, dialect }: AuditedRequest): Description {
  if (dialect === undefined) return UNREAD;
  const prepared = readable(sql, dialect);
  if (prepared === undefined) return UNREAD;
  const known = descriptions.get(prepared) ?? describe(prepared, dialect);
  descriptions.set(prepared, known);
  return known;
}

/** What can't be read is masked whole: nobody knows which of its words are values. */
function describe({ kind, known, statement }: PreparedStatement, dialect: DialectName): Description {
  if (known === undefined) return { ...UNREAD, kind };
  const { tree, analysis } = known;
  const { read, written } = analysis.tables;
  const pattern = READ_WHOLE.has(tree.kind) ? patternOf(tree, dialects[dialect]) : wordsOf(statement);
  return { kind, fingerprint: analysis.fingerprint, pattern, tablesRead: read, tablesWritten: written };
}

/** Statements of which no part stays a text. */
const READ_WHOLE: ReadonlySet<string> = new Set(['query', 'insert', 'update', 'delete', 'merge', 'truncate']);

/** The words of a statement, each value a question mark: a password may stand in any of them. */
function wordsOf({ tokens }: StatementText): string {
  return tokens
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text }) => (VALUES.has(kind) ? '?' : text))
    .join(' ');
}

/** What stands in double quotes is a name to the lexer, and to SQLite's PRAGMA a value. */
const VALUES: ReadonlySet<TokenKind> = new Set<TokenKind>(['string', 'blob', 'number', 'quoted-name']);

function readable(sql: string, dialect: DialectName): PreparedStatement | undefined {
  try {
    return prepare(sql, dialect);
  } catch (error) {
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}
