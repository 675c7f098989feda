/** A form, and what it becomes. */
export type FormRow = readonly [what: string, postgresql: string, mysql: string, sqlite: string];

/** Forms of queries, and how they go over: `=` as it is, `~` in other words, `–` refused. */
export const QUERIES: readonly FormRow[] = [
  ['Common tables, recursive ones', '=', '=, texts widened', '='],
  [
    'GROUP BY and DISTINCT of texts that are the same to MySQL, by `textComparison: SOURCE`',
    '~ groups by what is the same, with `TEXT_SPELLING`',
    '=',
    '~ groups by what is the same, with `TEXT_SPELLING`',
  ],
  ['UNION, INTERSECT, EXCEPT', '=', '=', '=; INTERSECT ALL and EXCEPT ALL ~ rows that are numbered'],
  ['DISTINCT ON', '=', '~ row_number()', '~ row_number()'],
  ['FETCH … WITH TIES', '=', '~ rank()', '~ rank()'],
  [
    'DISTINCT, ordered by what is not selected',
    '~ groups, with `ARBITRARY_ROW` where they don’t tell the order',
    '=',
    '=',
  ],
  [
    'Intervals as values',
    '=',
    '~ their lengths; ISO 8601 where they come out',
    '~ their lengths; ISO 8601 where they come out',
  ],
  ['AT TIME ZONE of a named zone', '=', '~ by the zone’s rules', '~ by the zone’s rules'],
  ['LIMIT by an expression', '=', '~ row_number()', '='],
  ['LIMIT of a recursion that makes a row at a time', '~ a count of the rows', '~ a count of the rows', '='],
  ['FULL JOIN', '=', '~ LEFT JOIN and the rows without a partner', '= from 3.39, else as for MySQL'],
  ['RIGHT JOIN', '=', '=', '= from 3.39, else turned around'],
  [
    'LATERAL',
    '=',
    '~ subqueries, or rows and groups that are joined',
    '~ subqueries, or rows and groups that are joined',
  ],
  ['ROLLUP, CUBE, GROUPING SETS, WITH ROLLUP', '=', '~ a query for each grouping', '~ a query for each grouping'],
  ['Functions of rows among the columns', '=', '~ in FROM', '~ in FROM'],
  ['FILTER of aggregates', '=', '~ CASE', '='],
  [
    'Columns beside groups that are no keys',
    '~ one of the rows, with `ARBITRARY_ROW` unless the primary key is grouped by',
    '=',
    '=',
  ],
  ['NULLs in ORDER BY', '= NULLS FIRST, LAST', '~ ORDER BY x IS NULL, x', '= NULLS FIRST, LAST'],
  ['Aliases in WHERE, HAVING and expressions of ORDER BY', '~ what they stand for', '= but in WHERE', '='],
  ['VALUES as a query', '=', '~ SELECT … UNION ALL', '='],
  [
    'Columns of arrays, by how the statement uses them',
    '=',
    '~ JSON arrays, as dumps make them',
    '~ JSON arrays, as dumps make them',
  ],
  ['= ANY, <> ALL of a query', '=', '=', '~ IN, or EXISTS'],
  ['= ANY, <> ALL of an array that is written out', '=', '~ IN', '~ IN'],
  ['Rows compared, and rows in lists', '=', '=', '=, lists as VALUES'],
  [
    'Windows',
    '=',
    '=; GROUPS, EXCLUDE and joined texts ~ queries of the rows in each frame',
    '=; RANGE by months ~ queries of the rows',
  ],
  ['FOR UPDATE and its like', '=', '=', '– locks are left out, with `LOCK_DROPPED`'],
  [
    'Names and columns of tables out of `sqlite_master` and `information_schema`',
    '~ a query of `information_schema`',
    '~ a query of `information_schema`',
    '~ a query of `sqlite_master`',
  ],
  [
    'Variables of the session',
    '~ functions over windows where they count, rank or add up rows',
    '=',
    '~ functions over windows where they count, rank or add up rows',
  ],
];

/** Changes of rows, in the same signs. */
export const CHANGES: readonly FormRow[] = [
  [
    'INSERT of values, of a query, of defaults',
    '=',
    '=',
    '=; DEFAULT among values ~ what the table defines, with a `target`',
  ],
  ['ON CONFLICT (key) DO NOTHING', '=', '~ ON DUPLICATE KEY UPDATE a column to itself', '='],
  [
    'ON CONFLICT (key) DO UPDATE … WHERE',
    '=',
    '~ ON DUPLICATE KEY UPDATE, with CASE; `CONFLICT_KEY` where the table may have other keys',
    '=',
  ],
  [
    'ON CONFLICT ON CONSTRAINT',
    '=',
    '~ by its key, where PostgreSQL named it',
    '~ by its key, where PostgreSQL named it',
  ],
  [
    'ON DUPLICATE KEY UPDATE',
    '~ ON CONFLICT of the one key that the values may break; of several by the primary key of the row that is there, else `CONFLICT_KEY`',
    '=',
    '~ ON CONFLICT DO UPDATE',
  ],
  [
    'INSERT IGNORE, INSERT OR IGNORE',
    '~ ON CONFLICT DO NOTHING',
    '~ ON DUPLICATE KEY UPDATE a column to itself',
    '~ ON CONFLICT DO NOTHING',
  ],
  [
    'REPLACE, INSERT OR REPLACE',
    '~ ON CONFLICT DO UPDATE of every column, with `REPLACED_IN_PLACE` where it is not known that nothing refers to the table; DELETE and INSERT where rows may break several keys, or others refer to them',
    '=',
    '=',
  ],
  ['Rows of one INSERT with the same key', '~ several statements', '=', '='],
  [
    'RETURNING (xmax = 0)',
    '=',
    '~ several statements: which rows are there is kept before',
    '~ several statements: which rows are there is kept before',
  ],
  [
    'Assignments that see those before them',
    '~ what was assigned, written out',
    '~ in an order in which none sees another',
    '~ what was assigned, written out',
  ],
  [
    'UPDATE … FROM, UPDATE of a join',
    '= FROM; ~ the table beside itself where a join is an outer one',
    '~ UPDATE of a join',
    '= FROM; ~ the table beside itself where a join is an outer one',
  ],
  [
    'DELETE … USING, DELETE of a join',
    '= USING; ~ by key where a join is an outer one',
    '~ DELETE of a join',
    '~ EXISTS, or by key',
  ],
  ['UPDATE and DELETE with ORDER BY and LIMIT', '~ by key', '=', '~ by key'],
  [
    'SET key = key + 1 … ORDER BY key',
    '~ several statements: past all others, then to their places',
    '=',
    '~ several statements: past all others, then to their places',
  ],
  ['UPDATE and DELETE with queries of the same table', '=', '~ queries of a copy', '='],
  ['Common tables before a change', '=', '~ in the queries that name them', '='],
  ['Rows of columns: SET (a, b) = …', '=', '~ one by one', '='],
  [
    'RETURNING',
    '=',
    '= of MariaDB’s INSERT and plain DELETE; ~ several statements: the rows are read by their keys',
    '=; ~ several statements where other tables’ columns are returned',
  ],
  ['SET a = b, b = a', '=', '~ several statements: the new values first', '='],
  [
    'Changes within WITH',
    '=',
    '~ several statements; what one reads and another changes is kept before',
    '~ several statements; what one reads and another changes is kept before',
  ],
  [
    'MERGE',
    '=',
    '~ several statements: what becomes of each row is decided first',
    '~ several statements: what becomes of each row is decided first',
  ],
  [
    'UPDATE and DELETE of several tables',
    '~ several statements: keys and new values first',
    '=',
    '~ several statements: keys and new values first',
  ],
  [
    'TRUNCATE',
    '=',
    '=; ~ DELETE where keys are to count on; CASCADE with `CASCADE_DROPPED`',
    '~ DELETE; CASCADE with `CASCADE_DROPPED`',
  ],
];

/** Told with the tables of the whole script that they stand in. */
const OF_SCRIPTS = ['~ in [scripts](dumps.md)', '~ in [scripts](dumps.md)'] as const;

/** Definitions, in the same signs. */
export const DEFINITIONS: readonly FormRow[] = [
  [
    'CREATE TABLE: columns, keys, CHECK, generated columns',
    '=; types by what they keep',
    '=; types by what they keep',
    '=; types by what they keep',
  ],
  ['ENUM, UNSIGNED, lengths and truth values', '~ CHECK where the type is lacking', '= or ~ CHECK', '~ CHECK'],
  [
    'Columns that count',
    '~ IDENTITY',
    '~ AUTO_INCREMENT',
    '= of a primary key of one column; else left out, with `COUNTER_DROPPED`',
  ],
  [
    'Indexes within a table, comments',
    '~ statements of their own',
    '=',
    '~ CREATE INDEX; comments are left out, with `DETAIL_DROPPED`',
  ],
  ['ON UPDATE CURRENT_TIMESTAMP', '~ a trigger', '=', '~ a trigger'],
  [
    'CREATE INDEX; partial ones and those of expressions',
    '=',
    '~ of all rows, with `INDEX_PLAINER`; unique partial ones and expressions ~ over a column that `*` leaves out, with a `target`',
    '=',
  ],
  ['CREATE VIEW; CREATE TABLE AS', '=; columns beside the query ~ INSERT', '=', '=; columns beside the query ~ INSERT'],
  ['CREATE TABLE LIKE', '=', '= with INCLUDING ALL', '~ the columns of the other, with a `target`, else –'],
  [
    'ALTER TABLE: columns added, dropped and renamed',
    '=; places with `COLUMN_ORDER`',
    '=',
    '=; places with a `target`, else `COLUMN_ORDER`',
  ],
  [
    'ALTER TABLE: types, NULL, defaults, constraints',
    '=',
    '~ MODIFY, with a `target` or in a text that makes the table',
    '~ the table anew, with a `target` or in a text that makes it; else –',
  ],
  ['Materialized views', '=', '~ a view, with `VIEW_NOT_KEPT`', '~ a view, with `VIEW_NOT_KEPT`'],
  [
    'CREATE TYPE, CREATE DOMAIN, sequences, also within DO',
    '=',
    '~ with the columns of the same text that use them; by themselves nothing, with `MADE_WITH_USERS`',
    '~ with the columns of the same text that use them; by themselves nothing, with `MADE_WITH_USERS`',
  ],
  ['Partitions, triggers', '~ in [scripts](dumps.md)', ...OF_SCRIPTS],
  ['BEGIN, COMMIT, ROLLBACK, SAVEPOINT', '=; modes with `DETAIL_DROPPED`', '= or ~', '=; modes with `DETAIL_DROPPED`'],
  [
    'Foreign keys that are not looked at',
    '– with `STATEMENT_DROPPED`',
    '~ foreign_key_checks',
    '~ PRAGMA foreign_keys',
  ],
  [
    'Settings of sessions, schemas, extensions, locks, upkeep',
    '~ nothing, with `STATEMENT_DROPPED`',
    '~ nothing, with `STATEMENT_DROPPED`',
    '~ nothing, with `STATEMENT_DROPPED`',
  ],
  [
    'Users and their rights, settings of servers',
    '~ nothing, with `SERVER_PART_DROPPED`',
    '~ nothing, with `SERVER_PART_DROPPED`',
    '~ nothing, with `SERVER_PART_DROPPED`',
  ],
  [
    'DROP, RENAME TABLE',
    '=',
    '=; CASCADE ~ views and foreign keys first, with a `target`, else `CASCADE_DROPPED`',
    '=; CASCADE ~ views first, and tables that refer to it anew, with a `target`, else `CASCADE_DROPPED`',
  ],
  [
    'RENAME INDEX, RENAME CONSTRAINT',
    '=',
    '= of indexes; of other constraints –',
    '~ another index, or the table anew, with a `target`',
  ],
  [
    'CREATE OR REPLACE VIEW',
    '=; ~ DROP and CREATE where it has other columns, with a `target`',
    '=',
    '~ DROP and CREATE',
  ],
];
