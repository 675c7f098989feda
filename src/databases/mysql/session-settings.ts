import type { Side } from '../server/server-engine.js';

/** Modes that change how a statement's text is read, or how values are shown (https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html). */
const UNWANTED: ReadonlySet<string> = new Set([
  'ANSI_QUOTES',
  'PIPES_AS_CONCAT',
  'NO_BACKSLASH_ESCAPES',
  'IGNORE_SPACE',
  'HIGH_NOT_PRECEDENCE',
  'REAL_AS_FLOAT',
  'PAD_CHAR_TO_FULL_LENGTH',
  'EMPTY_STRING_IS_NULL',
  // names of several modes at once
  ...['ANSI', 'DB2', 'MAXDB', 'MSSQL', 'MYSQL323', 'MYSQL40', 'ORACLE', 'POSTGRESQL', 'TRADITIONAL'],
]);

/** A value that does not fit is refused, not cut to what fits. */
const WANTED = ['STRICT_TRANS_TABLES', 'STRICT_ALL_TABLES'];

/** The server's own mode without what would read a statement otherwise than its dialect does. */
function pinnedMode(serverMode: string): string {
  const kept = serverMode.split(',').filter((mode) => mode !== '' && !UNWANTED.has(mode));
  return [...new Set([...kept, ...WANTED])].join(',');
}

/** Characters that GROUP_CONCAT may give; MySQL cuts silently at 1,024 where nothing is said. */
const JOINED_LENGTH = 16_777_216;

/**
 * How often a recursive table may go around: MariaDB stops silently at 1,000, MySQL with an error, and the deadline is
 * what ends one that never would. Each server reads its own setting alone, and takes the other for a comment.
 * https://mariadb.com/kb/en/server-system-variables/#max_recursive_iterations
 */
const ROUNDS = 4_294_967_295;
const RECURSION = `/*M!100201 , SESSION max_recursive_iterations = ${ROUNDS} *//*!80003 , SESSION cte_max_recursion_depth = ${ROUNDS} */`;

/** The statements that begin a session, and begin it again after a reset. */
export function sessionSettings(serverMode: string, side: Side): readonly string[] {
  const pinned = `SET NAMES utf8mb4, SESSION sql_mode = '${pinnedMode(serverMode)}', SESSION time_zone = '+00:00', SESSION autocommit = 1, SESSION completion_type = 'NO_CHAIN', SESSION group_concat_max_len = ${JOINED_LENGTH}${RECURSION}`;
  // The write side has the server's own setting: who made a server read-only meant everybody.
  return side === 'write' ? [pinned] : [pinned, 'SET SESSION TRANSACTION READ ONLY'];
}
