import type { DialectName } from '../../dialects/index.js';

/** What becomes of a statement that says something about the session, the server or its users, and nothing of tables. */
export interface SessionRow {
  readonly from: DialectName;
  /** Of the statement's words in upper case, with single spaces, comments left out. */
  readonly matches: RegExp;
  /** Why it is left out, as a sentence. */
  readonly why: string;
  /** Whether something is lost that the target would need; else what it did, the target's own frame does, or needs not. */
  readonly loses?: true;
  /** Whether nothing is lost where the script names one schema or database alone. */
  readonly ofSeveral?: true;
  /** Whether what may be lost shows in the statements that need it, so that one by itself warns of nothing. */
  readonly showsLater?: true;
  /** Whether it answers something, which whoever runs it by itself waits for: in a script alone it is left out. */
  readonly inScripts?: true;
}

const FRAME = 'The target’s own statements at the start and the end do the same.';
const CLIENT = 'It sets up the session for the source’s own loading.';
const LOCKS = 'Nobody else reads what is being loaded: locks are not needed.';
const RIGHTS = 'Users and their rights are not carried over.';
const WHOLE = 'All is loaded in the transaction that the target’s own statements open.';
const CONNECTED = 'Tables go into the database that you are connected to.';
const SHOWN = 'It shows something to whoever runs the script.';
const SERVER = 'Settings of a server are its own.';
const NEXT_KEYS = 'The target counts on from the greatest key that it holds.';

/**
 * The one table of statements of dumps that the target gets no counterpart of. What stands in no row is translated, or
 * refused.
 */
export const SESSION_STATEMENTS: readonly SessionRow[] = [
  // mysqldump, mariadb-dump, phpMyAdmin
  {
    from: 'MYSQL',
    matches: /^SET (SESSION |LOCAL |@@(SESSION\.|LOCAL\.)?)?(FOREIGN_KEY_CHECKS|UNIQUE_CHECKS) ?=/,
    why: FRAME,
  },
  { from: 'MYSQL', matches: /^SET (NAMES|CHARACTER SET|CHARSET) /, why: FRAME },
  {
    from: 'MYSQL',
    matches:
      /^SET (SESSION |@@(SESSION\.)?)?TIME_ZONE ?= ?(['"]\+00:00['"]|@(OLD|SAVE)_TIME_ZONE|IFNULL \( @OLD_TIME_ZONE , 'SYSTEM' \))$/,
    why: FRAME,
  },
  {
    // mysqldump writes it before events
    from: 'MYSQL',
    matches: /^SET (SESSION |@@(SESSION\.)?)?TIME_ZONE ?= ?['"]SYSTEM['"]$/,
    why: 'Moments behind it are read as UTC, whatever the zone of the server is.',
    loses: true,
  },
  {
    from: 'MYSQL',
    matches: /^DO SETVAL ?\(/,
    why: 'A column that counts goes on behind its greatest value, and not from where the sequence was.',
    loses: true,
  },
  {
    // what a setting is, kept for later; modes that change how the dump itself reads are refused
    from: 'MYSQL',
    matches: /^SET @\w+ ?= ?@@[\w.]+(?!.*(ANSI|BACKSLASH|PIPES|HIGH_NOT))/,
    why: CLIENT,
  },
  { from: 'MYSQL', matches: /^SET (SESSION |LOCAL |@@(SESSION\.|LOCAL\.)?)?\w+ ?= ?@(OLD|SAVED?)_\w+$/, why: CLIENT },
  {
    from: 'MYSQL',
    matches:
      /^SET (SESSION |LOCAL |@@(SESSION\.|LOCAL\.)?)?(SQL_NOTES|SQL_LOG_BIN|SQL_QUOTE_SHOW_CREATE|CHARACTER_SET_\w+|COLLATION_CONNECTION|NOTE_VERBOSITY|WAIT_TIMEOUT|NET_READ_TIMEOUT|NET_WRITE_TIMEOUT|MAX_ALLOWED_PACKET|DEFAULT_STORAGE_ENGINE|STORAGE_ENGINE|FOREIGN_KEY_CHECKS|SQL_REQUIRE_PRIMARY_KEY|SQL_GENERATE_INVISIBLE_PRIMARY_KEY|SQL_SAFE_UPDATES|SQL_BIG_SELECTS|GROUP_CONCAT_MAX_LEN|LOCK_WAIT_TIMEOUT|INTERACTIVE_TIMEOUT|MAX_EXECUTION_TIME|MAX_STATEMENT_TIME|INNODB_\w+|MYISAM_\w+|OPTIMIZER_\w+|\w+_BUFFER_SIZE|TMP_TABLE_SIZE|MAX_HEAP_TABLE_SIZE|DEFAULT_COLLATION_FOR_UTF8MB4|LOCAL_INFILE|PROFILING|TX_ISOLATION|TRANSACTION_ISOLATION) ?=/,
    why: CLIENT,
  },
  {
    // modes that change how the dump itself reads are refused
    from: 'MYSQL',
    matches: /^SET (SESSION |@@(SESSION\.)?)?SQL_MODE ?= ?(?!.*(ANSI|BACKSLASH|PIPES|HIGH_NOT))/,
    why: CLIENT,
  },
  {
    from: 'MYSQL',
    matches: /^SET (@@)?(GLOBAL |GLOBAL\.)(GTID_PURGED|GTID_SLAVE_POS) ?=/,
    why: 'Replication is not carried over.',
    loses: true,
  },
  // mysqldump has the server count nothing while it loads
  { from: 'MYSQL', matches: /^SET (@@)?GLOBAL[ .]INNODB_STATS_AUTO_RECALC ?=/, why: CLIENT },
  { from: 'MYSQL', matches: /^SET (@@)?(GLOBAL|PERSIST|PERSIST_ONLY)[ .]\w+ ?=/, why: SERVER, loses: true },
  { from: 'MYSQL', matches: /^SHOW (COUNT ?\( ?\* ?\) )?(WARNINGS|ERRORS)\b/, why: SHOWN },
  // Knex looks at a column before it renames it
  { from: 'MYSQL', matches: /^(SHOW|DESC|DESCRIBE|HELP)\b/, why: SHOWN, inScripts: true },
  {
    from: 'MYSQL',
    matches: /^CHANGE (MASTER|REPLICATION SOURCE) TO /,
    why: 'Replication is not carried over.',
    loses: true,
  },
  {
    from: 'MYSQL',
    matches: /^(UN)?LOCK TABLES?\b/,
    why: LOCKS,
  },
  {
    from: 'MYSQL',
    matches: /^ALTER TABLE (`[^`]*`|\S)+ (DISABLE|ENABLE) KEYS$/,
    why: 'Indexes are made behind the data.',
  },
  {
    from: 'MYSQL',
    matches:
      /^(SET (SESSION |@@(SESSION\.)?)?AUTOCOMMIT ?=|START TRANSACTION\b|BEGIN( WORK)?$|COMMIT( WORK)?$|SET (SESSION |LOCAL )?TRANSACTION\b)/,
    why: WHOLE,
  },
  { from: 'MYSQL', matches: /^USE /, why: CONNECTED, loses: true, ofSeveral: true, showsLater: true },
  {
    from: 'MYSQL',
    matches: /^CREATE (OR REPLACE )?(DATABASE|SCHEMA) /,
    why: CONNECTED,
    loses: true,
    ofSeveral: true,
    showsLater: true,
  },
  { from: 'MYSQL', matches: /^(DROP|ALTER) (DATABASE|SCHEMA) /, why: CONNECTED },
  {
    from: 'MYSQL',
    matches: /^(GRANT|REVOKE|CREATE USER|CREATE ROLE|ALTER USER|DROP USER|SET PASSWORD|FLUSH PRIVILEGES)\b/,
    why: RIGHTS,
    loses: true,
  },
  { from: 'MYSQL', matches: /^(FLUSH|ANALYZE|OPTIMIZE|CHECKSUM)\b/, why: 'It tends the source’s own files.' },

  // pg_dump, pg_dumpall
  {
    from: 'POSTGRESQL',
    matches:
      /^SET (SESSION |LOCAL )?(STATEMENT_TIMEOUT|LOCK_TIMEOUT|IDLE_IN_TRANSACTION_SESSION_TIMEOUT|TRANSACTION_TIMEOUT|XMLOPTION|CLIENT_MIN_MESSAGES|ROW_SECURITY|DEFAULT_TABLESPACE|DEFAULT_TABLE_ACCESS_METHOD|DEFAULT_WITH_OIDS|CHECK_FUNCTION_BODIES|CLIENT_ENCODING|ESCAPE_STRING_WARNING|DEFAULT_TRANSACTION_READ_ONLY|DEFAULT_TOAST_COMPRESSION|SESSION_REPLICATION_ROLE|SYNCHRONOUS_COMMIT|WORK_MEM|MAINTENANCE_WORK_MEM|MAX_PARALLEL_\w+|APPLICATION_NAME|EXTRA_FLOAT_DIGITS|JIT|CONSTRAINTS|DEFAULT_STATISTICS_TARGET|PLPGSQL\.\w+)\b/,
    why: CLIENT,
  },
  // texts that are read otherwise where it is off are refused by themselves
  {
    from: 'POSTGRESQL',
    matches: /^SET (SESSION |LOCAL )?STANDARD_CONFORMING_STRINGS (=|TO) '?(ON|OFF)'?$/,
    why: CLIENT,
  },
  {
    from: 'POSTGRESQL',
    matches: /^SET (SESSION |LOCAL )?SEARCH_PATH (=|TO) (["']?(PUBLIC|PG_CATALOG|\$USER)["']?[ ,]*)+$/,
    why: 'Tables go where they go by themselves.',
  },
  {
    from: 'POSTGRESQL',
    matches: /^SET SEARCH_PATH\b/,
    why: 'Tables go into the schema that you are connected to.',
    loses: true,
    showsLater: true,
  },
  { from: 'POSTGRESQL', matches: /^SELECT (PG_CATALOG\.)?SET_CONFIG ?\( ?'SEARCH_PATH'/, why: CLIENT },
  {
    from: 'POSTGRESQL',
    matches: /^(SELECT (PG_CATALOG\.)?(LO_\w+|LOWRITE|LOREAD) ?\(|(ALTER|COMMENT ON) LARGE OBJECT\b)/,
    why: 'Large objects are not carried over: keep what they hold in a column of bytes.',
    loses: true,
  },
  // Adminer writes it for whichever server
  { from: 'POSTGRESQL', matches: /^DELIMITER\b/, why: CLIENT },
  { from: 'POSTGRESQL', matches: /^SHOW\b/, why: SHOWN, inScripts: true },
  { from: 'POSTGRESQL', matches: /^SELECT (PG_CATALOG\.)?SETVAL ?\(/, why: NEXT_KEYS },
  { from: 'POSTGRESQL', matches: /^(BEGIN|START TRANSACTION|COMMIT|END)\b/, why: WHOLE },
  { from: 'POSTGRESQL', matches: /^ALTER [A-Z ]+? ("[^"]*"|\S)+( ?\(.*\))? OWNER TO /, why: RIGHTS },
  {
    from: 'POSTGRESQL',
    matches:
      /^(GRANT|REVOKE|ALTER DEFAULT PRIVILEGES|CREATE ROLE|ALTER ROLE|SET ROLE|DROP ROLE|SET SESSION AUTHORIZATION|RESET SESSION AUTHORIZATION|SECURITY LABEL)\b/,
    why: RIGHTS,
    loses: true,
  },
  {
    from: 'POSTGRESQL',
    matches: /^(CREATE|COMMENT ON) SCHEMA (IF NOT EXISTS )?"?PUBLIC"?\b/,
    why: 'Every database has it.',
  },
  {
    from: 'POSTGRESQL',
    matches: /^(CREATE EXTENSION|COMMENT ON EXTENSION)\b.*\bPLPGSQL\b/,
    why: 'Every server has it.',
  },
  {
    from: 'POSTGRESQL',
    matches: /^(CREATE EXTENSION|COMMENT ON EXTENSION)\b/,
    why: 'What the target lacks of an extension shows in the statements that use it.',
  },
  {
    from: 'POSTGRESQL',
    matches: /^(CREATE|ALTER) DATABASE /,
    why: 'Tables go into the database that you are connected to.',
    loses: true,
    showsLater: true,
  },
  { from: 'POSTGRESQL', matches: /^DROP (DATABASE|SCHEMA) /, why: CONNECTED },
  {
    from: 'POSTGRESQL',
    matches: /^CREATE SCHEMA /,
    why: 'Tables of all schemas go into the database that you are connected to.',
    loses: true,
    ofSeveral: true,
    showsLater: true,
  },
  { from: 'POSTGRESQL', matches: /^(ANALYZE|VACUUM|CLUSTER|REINDEX)\b/, why: 'It tends the source’s own files.' },
  { from: 'POSTGRESQL', matches: /^LOCK TABLE /, why: LOCKS },
  {
    from: 'POSTGRESQL',
    matches: /^REFRESH MATERIALIZED VIEW /,
    why: 'The target computes the view anew each time that it is read.',
  },

  // sqlite3's .dump
  { from: 'SQLITE', matches: /^PRAGMA (FOREIGN_KEYS|DEFER_FOREIGN_KEYS)\b/, why: FRAME },
  {
    from: 'SQLITE',
    matches:
      /^PRAGMA (WRITABLE_SCHEMA|ENCODING|JOURNAL_MODE|SYNCHRONOUS|CACHE_SIZE|PAGE_SIZE|USER_VERSION|APPLICATION_ID|AUTO_VACUUM|LOCKING_MODE|TEMP_STORE|WAL_\w+|MMAP_SIZE|SECURE_DELETE|TRUSTED_SCHEMA|IGNORE_CHECK_CONSTRAINTS|CACHE_SPILL|FULLFSYNC|CHECKPOINT_FULLFSYNC|THREADS)\b/,
    why: CLIENT,
  },
  {
    from: 'SQLITE',
    matches:
      /^PRAGMA (\w+\.)?(FOREIGN_KEY_CHECK|INTEGRITY_CHECK|QUICK_CHECK|OPTIMIZE|BUSY_TIMEOUT|LEGACY_ALTER_TABLE)\b/,
    why: 'It looks after the source’s own file.',
  },
  {
    from: 'SQLITE',
    matches: /^PRAGMA (\w+\.)?(TABLE_X?INFO|TABLE_LIST|INDEX_LIST|INDEX_X?INFO|FOREIGN_KEY_LIST|DATABASE_LIST)\b/,
    why: SHOWN,
    inScripts: true,
  },
  { from: 'SQLITE', matches: /^(BEGIN|COMMIT|END)\b/, why: WHOLE },
  {
    from: 'SQLITE',
    matches:
      /^(DELETE FROM|INSERT INTO|REPLACE INTO|INSERT OR REPLACE INTO|UPDATE|DROP TABLE( IF EXISTS)?) ["'`[]?SQLITE_SEQUENCE\b/,
    why: NEXT_KEYS,
  },
  {
    from: 'SQLITE',
    matches: /^(ANALYZE\b|VACUUM\b|REINDEX\b|INSERT INTO "?SQLITE_STAT\d)/,
    why: 'It tends the source’s own files.',
  },
  { from: 'SQLITE', matches: /^(CREATE TABLE|CREATE TABLE IF NOT EXISTS) "?SQLITE_(SEQUENCE|STAT\d)/, why: NEXT_KEYS },
];

/** The row that leaves a statement out; undefined where it is to be translated. */
export function sessionRow(words: string, from: DialectName): SessionRow | undefined {
  return SESSION_STATEMENTS.find((row) => row.from === from && row.matches.test(words));
}

/** Whether a statement's row loses something. @param isOnlyOne whether the script names one schema or database alone */
export const losesBy = ({ loses, ofSeveral }: SessionRow, isOnlyOne: boolean): boolean =>
  loses === true && !(ofSeveral === true && isOnlyOne);

/** What is said of a row of a statement by itself, where that of a script stands around it. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  [FRAME]: 'The target has no such setting of a session.',
  [CLIENT]: 'It sets up the session of the source’s own client.',
  [WHOLE]: 'The target has no such setting of a transaction.',
  [LOCKS]: 'The target locks what a statement needs by itself.',
};

/** Why a statement by itself is left out. */
export const whyByItself = ({ why }: SessionRow): string => BY_ITSELF[why] ?? why;
