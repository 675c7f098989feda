import { NOTICES, translatedMeanings, type DialectName, type MeaningOverview, type Rendering } from './sql/index.js';

const DIALECTS: readonly (readonly [DialectName, string])[] = [
  ['POSTGRESQL', 'PostgreSQL'],
  ['MYSQL', 'MySQL, MariaDB'],
  ['SQLITE', 'SQLite'],
];

/** What remains different without a warning, and why. Nothing else does. */
const CLOSED_LIST: readonly (readonly [what: string, why: string])[] = [
  [
    'The last digits of floating-point numbers, and their text',
    'Engines add in another order, and print other digits. SQLite has no exact decimals: it computes with floating-point numbers where the others compute with decimals, so that a result may differ from the fifteenth digit on, and the half of a last digit may round to the other side.',
  ],
  [
    'How many digits a quotient or a mean has',
    'As many as the source gives, or more; MySQL’s are rounded to its number of digits.',
  ],
  [
    'The order of letters beyond ASCII',
    'Collations are the columns’ and the servers’: `TEXT_COMPARISON` says so where order matters.',
  ],
  [
    'The words of an ENUM that the target keeps as text',
    'They sort as texts there, and have no numbers: SQLite has no type like it, nor are PostgreSQL’s words numbered.',
  ],
  ['SQLite’s upper and lower, and its LIKE', 'They know the letters A to Z alone.'],
  [
    'Views of a table that gets another name',
    'PostgreSQL and SQLite let them read the table by its new name; MySQL’s read it by the old one, and fail.',
  ],
  [
    'Clocks of named time zones before 1970',
    'Their later years go by the rules that are known when the statement is translated.',
  ],
  [
    'Days that there are not',
    'MySQL reads the 30th of February out of a text, and a day or a month 0; a translation gives NULL.',
  ],
  ['Fractions of a second in SQLite’s functions of dates', 'They leave them out.'],
  ['A JSON document as text', 'The order of its keys, and spaces; as a value of the type JSON it is the same.'],
  [
    'Keys that PostgreSQL’s lax paths look for in arrays',
    'They mean each element’s there; a translation finds such a key in objects alone, unless the path says `[*]`.',
  ],
  [
    'NULLs that MariaDB’s GROUP_CONCAT orders by',
    'It takes them for 0 or an empty text; a translation has them where MySQL does.',
  ],
  ['`char(n)`', 'PostgreSQL fills it up with spaces, which comparisons don’t see; the others do not.'],
  ['The order of rows that nothing orders, and of ties', 'No engine promises one.'],
  [
    'What is an error while it runs',
    'A division by zero is an error in PostgreSQL and NULL elsewhere; text that is no number is an error there and 0 elsewhere. A translation fails no more often than its source, and may give NULL where its source fails.',
  ],
  [
    'Which of the types of one family a column has',
    'A sum of integers is a BIGINT to one engine and a DECIMAL to another; the value is the same.',
  ],
  [
    'What SQLite keeps of a value whose column is not known',
    'Its columns take digits and texts as they are given, where others round and write days their own way. With a `target` the values are written as the others would keep them.',
  ],
  [
    'What IGNORE lets pass beside keys',
    'MySQL’s IGNORE bends values that do not fit, SQLite’s OR IGNORE leaves such rows out; a translation leaves out rows whose keys are there, and anything else is an error.',
  ],
  [
    'How many rows a change says it changed',
    'MySQL counts an updated row of an upsert twice, and none that stays as it is; the others count rows.',
  ],
  [
    'The numbers that an engine gives to new rows',
    'They leave gaps in other places, and SQLite begins anew once a table is empty.',
  ],
  [
    'Bits of negative numbers that MySQL joins or shifts',
    'They are 64 bits without a sign to MySQL; elsewhere the number has one. Flags are not negative.',
  ],
  [
    'What names say where no `target` tells',
    'A column called `id` is taken for its table’s key, and one that goes by a name such as `order_id`, `created_at` or `price` for no text. A column that stands as a condition by itself is taken for a number or a truth value.',
  ],
  [
    'The clock, random values and session state',
    'They are those of the server that runs the statement; sessions are in UTC.',
  ],
];

/** A form, and what it becomes. */
type FormRow = readonly [what: string, postgresql: string, mysql: string, sqlite: string];

/** Forms of queries, and how they go over: `=` as it is, `~` in other words, `–` refused. */
const QUERIES: readonly FormRow[] = [
  ['Common tables, recursive ones', '=', '=, texts widened', '='],
  [
    'GROUP BY and DISTINCT of texts that are the same to MySQL, by `textComparison: SOURCE`',
    '~ groups by what is the same, with `TEXT_SPELLING`',
    '=',
    '~ groups by what is the same, with `TEXT_SPELLING`',
  ],
  ['UNION, INTERSECT, EXCEPT', '=', '=', '=; INTERSECT ALL and EXCEPT ALL ~ rows that are numbered'],
  ['DISTINCT ON', '=', '~ row_number()', '~ row_number()'],
  ['FETCH … WITH TIES', '=', '~ rank(), without OFFSET', '~ rank(), without OFFSET'],
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
  ['LATERAL', '=', '~ subqueries, or rows that are numbered', '~ subqueries, or rows that are numbered'],
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
const CHANGES: readonly FormRow[] = [
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
    '~ ON CONFLICT of the one key that the values may break, else `CONFLICT_KEY`',
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
    '~ ON CONFLICT DO UPDATE of every column, with `REPLACED_IN_PLACE`; DELETE and INSERT where rows may break several keys',
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
const DEFINITIONS: readonly FormRow[] = [
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
  ['CREATE VIEW; CREATE TABLE AS', '=', '=', '='],
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
    '~ MODIFY, with a `target` or in a script that makes the table',
    '~ the table anew, with a `target` or in a script that makes it; else –',
  ],
  ['Materialized views', '=', '~ a view, with `VIEW_NOT_KEPT`', '~ a view, with `VIEW_NOT_KEPT`'],
  ['CREATE TYPE, CREATE DOMAIN, partitions, sequences, schemas, triggers', '~ in [scripts](dumps.md)', ...OF_SCRIPTS],
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

/** docs/translation.md, from the tables that translations are made by. */
export function translationPage(): string {
  return [
    '<!-- Emitted from the tables in src/sql/translate/ by `npm run emit`; do not edit. -->',
    '',
    '# Translation',
    '',
    'Someone writes a query in the SQL they know and runs it on any database: `query(dialect:)`, `compare` and `translate` carry it',
    'over. What it means stays; where the other dialect has no way to say it, the answer is the error `UNTRANSLATABLE` with the',
    'place and the reason, never a guess. Every row below is run on its own engine and, translated, on the other two, and the rows',
    'are compared: `test/sql/translation`.',
    '',
    'What a statement means may hang on the types of its columns: `1 / 2` is 0 in one dialect and 0.5 in another. With `query` and',
    '`compare`, and where `translate` is given a `target`, the database’s own tables tell them. Without, literals, casts, functions',
    "and the statement’s own use of a column do (what is compared with `'2024-01-31'` is a date, and what `SUM` adds up a number),",
    "forms are chosen that hold whichever type it is (`active = '1'` for PostgreSQL, of a number or a truth value), and what is not",
    'known is warned of.',
    '',
    '## Warnings',
    '',
    ...table(
      ['code', 'severity', 'what may differ', 'what to do'],
      Object.entries(NOTICES).map(([code, row]) => [`\`${code}\``, row.severity, row.message, row.advice]),
    ),
    '',
    '## What remains different without a warning',
    '',
    'This list is closed.',
    '',
    ...CLOSED_LIST.map(([what, why]) => `- **${what}.** ${why}`),
    '',
    '## Queries',
    '',
    '`=` as it is; `~` in other words; `–` not at all. Without a `target`, what is written for MySQL runs on MySQL 8 and on MariaDB',
    'from 10.6 alike, for PostgreSQL from 12 on, for SQLite from 3.35 on (3.38 where it reaches into JSON, 3.44 where an aggregate is',
    'ordered). MySQL 8 is by its manual: the tests run on MariaDB.',
    '',
    ...formTable(QUERIES),
    '',
    '## Changes of rows',
    '',
    'Each is run on its own engine and, translated, on the other two, and what is in the tables afterwards is compared. “By key”: by',
    'the primary key, or, where that is not known, by the row’s place (`ctid`, `rowid`).',
    '',
    ...formTable(CHANGES),
    '',
    '## Definitions',
    '',
    'Scripts of them run on their own engine and, translated, on the other two; then the rows that fit in and the tables as the',
    'databases tell them are compared. What types lose is warned of.',
    '',
    ...formTable(DEFINITIONS),
    '',
    '## Functions',
    '',
    'A cell says how the dialect calls the function, or, in *italics*, how it is written where it has none: as an expression, or',
    'composed by what its arguments are. An empty cell: refused.',
    '',
    ...table(['meaning', ...DIALECTS.map(([, title]) => title)], translatedMeanings().map(functionRow)),
    '',
    '## Parameters',
    '',
    'Values stay values: `?`, `$1`, `?1`, `:name`, `@name` and `%(name)s` are carried over in the target’s style, with their repeats. MySQL’s',
    'places have no numbers, so that a parameter that is used twice has two of them; `TranslatedStatement.parameters` says which place',
    'takes which. A list in `IN (:list)` stays one.',
    '',
  ].join('\n');
}

function functionRow({ meaning, names, renderings }: MeaningOverview): string[] {
  const cells = DIALECTS.map(([dialect]) => {
    const own = names[dialect];
    return own === undefined ? rendered(renderings[dialect]) : own.map((name) => `\`${name}\``).join(', ');
  });
  return [meaning.replaceAll('_', ' '), ...cells];
}

function rendered(rendering: Rendering): string {
  if (rendering.how === 'form') return `*\`${rendering.sql.replace(/\s+/g, ' ')}\`*`;
  if (rendering.how === 'function') return `\`${rendering.name}\``;
  return rendering.how === 'composed' ? '*composed*' : '';
}

const formTable = (rows: readonly FormRow[]): string[] =>
  table(['form', ...DIALECTS.map(([, title]) => `to ${title}`)], rows);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
