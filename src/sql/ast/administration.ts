import type { Change, StorageOption } from './changes.js';
import type { CreateTable, CreateView } from './definitions.js';
import type { Expression, Parameter, Variable } from './expressions.js';
import type { BaseNode, Name, QualifiedName } from './node.js';
import type { Query } from './queries.js';

/** Statements about sessions, transactions, settings and servers. */
export type Administration =
  Transaction | SetStatement | Show | Pragma | Explain | Copy | LoadData | LockTables | Call | Prepared | Command;

export interface Transaction extends BaseNode {
  readonly kind: 'transaction';
  readonly action:
    'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'rollback-to' | 'set' | 'prepare' | 'other';
  /** A savepoint's name. */
  readonly name?: Name;
  /** Modes and options, in upper case and in the order written: `ISOLATION LEVEL SERIALIZABLE`, `READ ONLY`, `IMMEDIATE`, `AND CHAIN`, `WITH CONSISTENT SNAPSHOT`. */
  readonly modes: readonly string[];
  /** The words that start it, where they are not the usual ones: `START TRANSACTION`, `END`, `XA PREPARE`; with what follows, for `other`. */
  readonly text?: string;
}

/** SET of settings and variables, and RESET. */
export interface SetStatement extends BaseNode {
  readonly kind: 'set';
  readonly reset?: boolean;
  /** PostgreSQL's SESSION or LOCAL before all of them. */
  readonly scope?: 'SESSION' | 'LOCAL';
  readonly assignments: readonly SettingAssignment[];
}

export interface SettingAssignment extends BaseNode {
  readonly kind: 'setting';
  /** `search_path`, `TIME ZONE`, `NAMES`, `CHARACTER SET`, `ROLE`, `SESSION AUTHORIZATION`, `CONSTRAINTS`, `PASSWORD`; a variable of MySQL. */
  readonly target: QualifiedName | Variable;
  /** MySQL's GLOBAL, SESSION, LOCAL, PERSIST, PERSIST_ONLY before the name. */
  readonly scope?: string;
  /** Several of `search_path`. Bare words are column references. Empty for RESET. */
  readonly values: readonly Expression[];
  /** COLLATE of SET NAMES. */
  readonly collation?: Name;
}

/** SHOW and DESCRIBE of a table, as they are written. */
export interface Show extends BaseNode {
  readonly kind: 'show';
  /** SHOW or DESCRIBE. */
  readonly verb: 'SHOW' | 'DESCRIBE';
  /** Everything behind the verb, with single spaces. */
  readonly text: string;
  /** Parameters in the text. */
  readonly parameters?: readonly Parameter[];
}

/** SQLite's PRAGMA. */
export interface Pragma extends BaseNode {
  readonly kind: 'pragma';
  readonly name: QualifiedName;
  readonly value?: Expression;
  /** Whether the value stands in parentheses, and not behind an equals sign. */
  readonly called?: boolean;
}

export interface Explain extends BaseNode {
  readonly kind: 'explain';
  /** Options in upper case, with their values: `ANALYZE`, `FORMAT JSON`, `QUERY PLAN`. */
  readonly options: readonly ExplainOption[];
  /** Whether the statement is run. */
  readonly analyze: boolean;
  /** PostgreSQL's options in parentheses. */
  readonly listed: boolean;
  readonly statement: Query | Change | CreateTable | CreateView | Command;
}
export interface ExplainOption extends BaseNode {
  readonly kind: 'explain-option';
  readonly name: string;
  readonly value?: string;
}

/** PostgreSQL's COPY; the data behind `FROM STDIN` is none of it. */
export interface Copy extends BaseNode {
  readonly kind: 'copy';
  readonly direction: 'from' | 'to';
  readonly table?: QualifiedName;
  readonly columns: readonly Name[];
  readonly statement?: Query | Change;
  /** Where to or from: STDIN, STDOUT, a file, a program. */
  readonly endpoint: 'STDIN' | 'STDOUT' | 'FILE' | 'PROGRAM';
  readonly path?: Expression;
  /** Options in parentheses; older spellings are read as these. */
  readonly options: readonly StorageOption[];
  /** What stands behind the endpoint in the old syntax, as it is written. */
  readonly text?: string;
  readonly where?: Expression;
}

/** MySQL's LOAD DATA: its target, and the rest as it is written. */
export interface LoadData extends BaseNode {
  readonly kind: 'load-data';
  /** `LOAD DATA LOCAL INFILE 'file' REPLACE`, as it is written up to INTO TABLE. */
  readonly head: string;
  readonly table: QualifiedName;
  readonly text?: string;
  /** Parameters in the head and the text. */
  readonly parameters?: readonly Parameter[];
}

/** LOCK TABLE of PostgreSQL, LOCK TABLES and UNLOCK TABLES of MySQL. */
export interface LockTables extends BaseNode {
  readonly kind: 'lock-tables';
  readonly unlock?: boolean;
  readonly tables: readonly LockedTable[];
  /** PostgreSQL's `IN … MODE` and NOWAIT, in upper case. */
  readonly mode?: string;
  /** MySQL's LOCK TABLES, which says a mode for each. */
  readonly each?: boolean;
}
export interface LockedTable extends BaseNode {
  readonly kind: 'locked-table';
  readonly name: QualifiedName;
  readonly only?: boolean;
  readonly alias?: Name;
  /** READ, READ LOCAL, WRITE. */ readonly mode?: string;
}

/** CALL of a procedure. */
export interface Call extends BaseNode {
  readonly kind: 'call-procedure';
  readonly name: QualifiedName;
  /** Undefined where there are no parentheses. */ readonly arguments?: readonly Expression[];
}

/** PREPARE, EXECUTE and DEALLOCATE. */
export interface Prepared extends BaseNode {
  readonly kind: 'prepared';
  readonly action: 'prepare' | 'execute' | 'deallocate';
  /** Undefined for DEALLOCATE ALL. */
  readonly name?: Name;
  readonly statement?: Query | Change;
  /** Everything else, as it is written: types, FROM 'text', USING @a, (1, 2). */
  readonly text?: string;
  /** Parameters in the text. */
  readonly parameters?: readonly Parameter[];
}

/**
 * A statement of which only the head is told apart: GRANT, VACUUM, FLUSH, CREATE EXTENSION, DO. What it is, a table
 * of commands says.
 */
export interface Command extends BaseNode {
  readonly kind: 'command';
  /** The words that the table knows it by, in upper case. */
  readonly verb: string;
  /** The whole statement with single spaces, words as they are written. */
  readonly text: string;
  /** Tables that it changes, where the table of commands says where their names stand. */
  readonly tables?: readonly QualifiedName[];
  /** The statement that it holds: of DECLARE … FOR and SET STATEMENT … FOR. */
  readonly statement?: Query | Change;
  /** Parameters in the text, but for those of `statement`. */
  readonly parameters?: readonly Parameter[];
}

/** A statement that the grammar does not know. */
export interface Unknown extends BaseNode {
  readonly kind: 'unknown';
  readonly text: string;
  /** Why, as a sentence. */
  readonly reason: string;
}
