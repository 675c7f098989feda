import { NOTICES, translatedMeanings, type DialectName, type MeaningOverview, type Rendering } from '../sql/index.js';
import { CLOSED_LIST } from './closed-list.js';
import { CHANGES, DEFINITIONS, QUERIES, type FormRow } from './forms.js';

const DIALECTS: readonly (readonly [DialectName, string])[] = [
  ['POSTGRESQL', 'PostgreSQL'],
  ['MYSQL', 'MySQL, MariaDB'],
  ['SQLITE', 'SQLite'],
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
    "forms are chosen that hold whichever type it is (`active = '1'` for PostgreSQL, of a number or a truth value) or ask the",
    'value itself (`pg_typeof`, `typeof`), and what is not known is warned of.',
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
    'ordered). MySQL 8 is by its manual: the tests run on MariaDB, and on MySQL 8 where `DRAGOMAN_TEST_MYSQL8_URL` names one.',
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
