import { limited, many, timedOut, type Leftover, type Trial } from './leftover.js';

const PRAGMAS =
  'foreign_keys case_sensitive_like recursive_triggers ignore_check_constraints query_only reverse_unordered_selects ' +
  'defer_foreign_keys read_uncommitted writable_schema cell_size_check automatic_index secure_delete synchronous ' +
  'temp_store trusted_schema legacy_alter_table busy_timeout cache_size';

export const SQLITE: Trial = {
  schema: [
    'CREATE TABLE shop (id integer PRIMARY KEY, name text)',
    "INSERT INTO shop VALUES (1, 'one'), (2, 'two'), (3, 'three')",
    'CREATE TABLE numbered (id integer PRIMARY KEY AUTOINCREMENT, name text)',
  ],
  shown: {
    all: "concat_ws('|', 'A' LIKE 'a', (SELECT foreign_keys FROM pragma_foreign_keys))",
    last: "concat_ws('|', last_insert_rowid(), changes())",
    total: 'total_changes()',
  },
  told: [
    ...PRAGMAS.split(' ').map((pragma) => `PRAGMA ${pragma}`),
    'SELECT * FROM left_over',
    "SELECT name FROM pragma_database_list WHERE name <> 'temp'",
    'SELECT count(*) FROM sqlite_temp_schema',
  ],
  // A trigger still sees how many changes its connection made in all: docs/security.md says so.
  hidden: (name, expression) =>
    name === 'total'
      ? []
      : [
          `CREATE VIEW view_${name} AS SELECT ${expression} AS value`,
          `CREATE TRIGGER spies_${name} AFTER INSERT ON spy_${name} BEGIN UPDATE spy_${name} SET value = ${expression}; END`,
        ],
  leftovers: [
    ...PRAGMAS.split(' ').flatMap((pragma): Leftover[] => [
      ['execute', `PRAGMA ${pragma} = 1`],
      ['execute', `PRAGMA ${pragma} = 0`],
    ]),
    ['execute', 'PRAGMA locking_mode = EXCLUSIVE'],
    ['execute', "PRAGMA temp_store_directory = '/tmp'"],
    ['execute', 'CREATE TEMP TABLE left_over (id)'],
    ['execute', 'CREATE TEMP TABLE shop (id)'],
    ['execute', 'CREATE TEMP VIEW left_over AS SELECT 1'],
    [
      'execute',
      "CREATE TEMP TRIGGER left_over AFTER INSERT ON seen_last BEGIN UPDATE seen_last SET value = 'left'; END",
    ],
    ['execute', "ATTACH ':memory:' AS other"],
    ['execute', "ATTACH 'file::memory:?cache=shared' AS left_over"],
    ['execute', 'BEGIN'],
    ['execute', ['BEGIN IMMEDIATE', "UPDATE shop SET name = 'open'"]],
    ['execute', 'SAVEPOINT left_over'],
    ['execute', "INSERT INTO numbered (name) VALUES ('x')"],
    ['execute', "INSERT INTO numbered (name) VALUES ('x'), ('y') RETURNING id"],
    ['execute', many('INSERT INTO numbered (name) VALUES (?)')],
    ['execute', "UPDATE shop SET name = 'x'"],
    ['execute', 'INSERT INTO shop VALUES (1, 1)', 'what fails'],
    [
      'execute',
      timedOut(
        'execute',
        'INSERT INTO shop SELECT n + 10, 1 FROM (WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c)',
      ),
      'a change past its deadline',
    ],
    ['query', 'SELECT id FROM shop'],
    ['query', limited('query', 'SELECT id FROM shop'), 'a result that is cut'],
    [
      'query',
      timedOut('query', '(WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c)'),
      'a read past its deadline',
    ],
    ['query', 'SELECT hex(zeroblob(700000))', 'a result that is too large'],
  ],
};
