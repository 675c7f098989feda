import type { DialectName, StatementKind } from '../sql/index.js';

/** What a transaction can't take, and why. */
export interface Misfit {
  /** Found in the statement's words: upper case, one space between them, strings empty. */
  readonly phrase: RegExp;
  /** Stands behind "… can't be part of a transaction: ". */
  readonly why: string;
  readonly hint: string;
}

/** What is fit where everything else is not. */
export interface Fits {
  readonly kinds: ReadonlySet<StatementKind>;
  readonly phrases: RegExp;
  readonly otherwise: Omit<Misfit, 'phrase'>;
}

/** How an engine takes statements that are no part of a transaction. */
export interface Misfits {
  readonly misfits: readonly Misfit[];
  /** Undefined: all is fit that is no misfit. */
  readonly fits?: Fits;
}

const BY_ITSELF = 'Send it by itself with `execute`.';
const COMMITS = { why: 'MySQL may commit by itself', hint: BY_ITSELF };
const POSTGRESQL_ALONE = { why: 'PostgreSQL runs it only by itself', hint: BY_ITSELF };
const SQLITE_ALONE = { why: 'SQLite runs it only by itself', hint: BY_ITSELF };
const SETTLED = {
  why: 'what it is isolated from, and whether it writes, is settled when it begins',
  hint: 'Use `isolation` and `readOnly` where it is begun.',
};

/**
 * https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html, https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/;
 * PostgreSQL's PreventInTransactionBlock, told in the pages of its commands; https://sqlite.org/lang_vacuum.html.
 */
export const MISFITS: Readonly<Record<DialectName, Misfits>> = {
  MYSQL: {
    misfits: [
      { phrase: /^SET (?:.*[^A-Z_])?(?:TX|TRANSACTION)_(?:ISOLATION|READ_ONLY)`? :?= /s, ...SETTLED },
      { phrase: /^SET (?:PASSWORD|DEFAULT ROLE)\b/, ...COMMITS },
      // @autocommit is a variable of the user's own
      { phrase: /^SET .*(?<![^@]@)\bAUTOCOMMIT`? :?= /s, ...COMMITS },
      // what it runs stands behind its first FOR
      {
        phrase: /^SET STATEMENT (?!(?:(?! FOR )[^()])* FOR (?:SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH)\b)/s,
        ...COMMITS,
      },
    ],
    fits: {
      kinds: new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'UPSERT']),
      phrases: /^(?:SHOW|DESCRIBE|DESC|EXPLAIN|SET|DO|(?:CREATE(?: OR REPLACE)?|DROP) TEMPORARY TABLE)\b/,
      otherwise: COMMITS,
    },
  },
  POSTGRESQL: {
    misfits: [
      { phrase: /^(?:SET|RESET) (?:SESSION |LOCAL )?"?TRANSACTION_(?:ISOLATION|READ_ONLY|DEFERRABLE)/, ...SETTLED },
      { phrase: /^SET SESSION CHARACTERISTICS\b/, ...SETTLED },
      {
        phrase: /^(?:VACUUM|ALTER SYSTEM|DISCARD ALL|(?:CREATE|DROP) (?:DATABASE|TABLESPACE))\b/,
        ...POSTGRESQL_ALONE,
      },
      { phrase: /^ALTER DATABASE .* SET TABLESPACE\b/s, ...POSTGRESQL_ALONE },
      // with these options it makes no slot on the other server
      { phrase: /^CREATE SUBSCRIPTION\b(?!.*\b(?:CONNECT|CREATE_SLOT) =)/s, ...POSTGRESQL_ALONE },
      { phrase: /^CLUSTER(?: VERBOSE| \( .* \))?$/s, ...POSTGRESQL_ALONE },
      { phrase: /^REINDEX (?:\( .*? \) )?(?:DATABASE|SYSTEM|SCHEMA|\w+ CONCURRENTLY)\b/s, ...POSTGRESQL_ALONE },
      { phrase: /^REINDEX \( (?:[^()]* , )?CONCURRENTLY(?: (?:TRUE|ON|1))? [,)]/, ...POSTGRESQL_ALONE },
      { phrase: /^(?:CREATE(?: UNIQUE)?|DROP) INDEX CONCURRENTLY\b/, ...POSTGRESQL_ALONE },
      { phrase: /^ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY$/s, ...POSTGRESQL_ALONE },
    ],
  },
  SQLITE: {
    misfits: [
      { phrase: /^(?:VACUUM|ATTACH|DETACH)\b/, ...SQLITE_ALONE },
      { phrase: /^PRAGMA (?:\S+ \. )?["'`[]?WAL_CHECKPOINT\b/, ...SQLITE_ALONE },
    ],
  },
};
