/** What a statement does, by its main verb; the contract's enum of the same name. */
export type StatementKind =
  | 'SELECT'
  | 'INSERT'
  | 'UPDATE'
  | 'DELETE'
  | 'UPSERT'
  | 'MERGE'
  | 'CREATE_TABLE'
  | 'ALTER_TABLE'
  | 'DROP_TABLE'
  | 'CREATE_INDEX'
  | 'DROP_INDEX'
  | 'CREATE_VIEW'
  | 'DROP_VIEW'
  | 'TRUNCATE'
  | 'TRANSACTION'
  | 'UTILITY'
  | 'UNKNOWN';

/** Kinds by the first word, in all dialects; a dialect's own stand in its record. */
export const KIND_OF_VERB: ReadonlyMap<string, StatementKind> = new Map([
  ['SELECT', 'SELECT'],
  ['VALUES', 'SELECT'],
  ['TABLE', 'SELECT'],
  ['INSERT', 'INSERT'],
  ['UPDATE', 'UPDATE'],
  ['DELETE', 'DELETE'],
  ['MERGE', 'MERGE'],
  ['TRUNCATE', 'TRUNCATE'],
  ['BEGIN', 'TRANSACTION'],
  ['COMMIT', 'TRANSACTION'],
  ['END', 'TRANSACTION'],
  ['RELEASE', 'TRANSACTION'],
  ['ROLLBACK', 'TRANSACTION'],
  ['SAVEPOINT', 'TRANSACTION'],
  ['ANALYSE', 'UTILITY'],
  ['ANALYZE', 'UTILITY'],
  ['ATTACH', 'UTILITY'],
  ['DESC', 'UTILITY'],
  ['DESCRIBE', 'UTILITY'],
  ['DETACH', 'UTILITY'],
  ['EXPLAIN', 'UTILITY'],
  ['GRANT', 'UTILITY'],
  ['PRAGMA', 'UTILITY'],
  ['REINDEX', 'UTILITY'],
  ['REVOKE', 'UTILITY'],
  ['SET', 'UTILITY'],
  ['SHOW', 'UTILITY'],
  ['USE', 'UTILITY'],
  ['VACUUM', 'UTILITY'],
]);

/** Kinds of statements whose second word (past modifiers such as TEMPORARY) decides. */
export const KIND_OF_OBJECT: ReadonlyMap<string, ReadonlyMap<string, StatementKind>> = new Map([
  [
    'CREATE',
    new Map<string, StatementKind>([
      ['TABLE', 'CREATE_TABLE'],
      ['INDEX', 'CREATE_INDEX'],
      ['VIEW', 'CREATE_VIEW'],
    ]),
  ],
  ['ALTER', new Map<string, StatementKind>([['TABLE', 'ALTER_TABLE']])],
  [
    'DROP',
    new Map<string, StatementKind>([
      ['TABLE', 'DROP_TABLE'],
      ['INDEX', 'DROP_INDEX'],
      ['VIEW', 'DROP_VIEW'],
    ]),
  ],
  ['RENAME', new Map<string, StatementKind>([['TABLE', 'ALTER_TABLE']])],
  ['START', new Map<string, StatementKind>([['TRANSACTION', 'TRANSACTION']])],
  ['PREPARE', new Map<string, StatementKind>([['TRANSACTION', 'TRANSACTION']])],
]);

/** Words that may stand between CREATE, ALTER or DROP and the kind of the object. */
export const OBJECT_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'OR REPLACE TEMP TEMPORARY GLOBAL LOCAL UNLOGGED UNIQUE FULLTEXT SPATIAL MATERIALIZED RECURSIVE VIRTUAL FOREIGN ' +
    'ONLINE OFFLINE IGNORE ALGORITHM DEFINER SQL SECURITY INVOKER AGGREGATE CONSTRAINT'
  ).split(' '),
);

/** Phrases, at the top level of an INSERT, that let it change rows that are there already. */
export const UPSERT_PHRASES: readonly (readonly string[])[] = [
  ['INSERT', 'OR', 'REPLACE'],
  ['DO', 'UPDATE'],
  ['ON', 'DUPLICATE', 'KEY', 'UPDATE'],
];

/** Verbs that change rows where they stand at the head of a WITH query's body. */
export const WRITING_VERBS: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'REPLACE']);

/** Verbs of queries. */
export const QUERY_VERBS: ReadonlySet<string> = new Set(['SELECT', 'VALUES', 'TABLE']);
