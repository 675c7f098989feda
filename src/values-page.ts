import { MYSQL_TYPES, POSTGRESQL_TYPES, SQLITE_TYPES, VALUE_FORMS, type ValueFormName } from './databases/index.js';

const WITHOUT_ARRAYS =
  'in `IN` each of its values; the text of a JSON array where PostgreSQL’s statement is translated; else refused';

/** How parameters are bound, an engine a column. */
const PARAMETERS: readonly (readonly string[])[] = [
  ['JSON value', 'PostgreSQL', 'MySQL, MariaDB', 'SQLite'],
  ['`null`', 'NULL', 'NULL', 'NULL'],
  ['`true`, `false`', 'text of a boolean', '1, 0', '1, 0'],
  ['a whole number within ±2^53', 'its text', 'BIGINT', 'INTEGER'],
  ['another number', 'its text', 'DOUBLE', 'REAL'],
  ['a string', 'its text', 'text', 'TEXT'],
];

const TAGGED: readonly (readonly string[])[] = [
  ['`$type`', '`value`', 'PostgreSQL', 'MySQL, MariaDB', 'SQLite'],
  [
    '`bigint`',
    '`"9007199254740993"`',
    'its text',
    'BIGINT, signed or not; DECIMAL past 64 bits',
    'INTEGER; past 64 bits it is `BAD_PARAMETERS`',
  ],
  ['`decimal`', '`"12.50"`, `"1e3"`', 'its text', 'DECIMAL', 'a number; more than 15 digits are `PRECISION_LOST`'],
  ['`binary`', 'base64', 'bytes', 'BLOB', 'BLOB'],
  [
    '`timestamp`',
    '`"2024-02-29T13:05:00+02:00"`',
    '`2024-02-29 11:05:00+00`',
    '`2024-02-29 11:05:00`, as the session’s zone is UTC',
    '`2024-02-29 11:05:00Z`',
  ],
  ['`json`', 'any JSON value', 'its JSON text', 'its JSON text', 'its JSON text'],
  ['`array`', 'a list, of tagged values too', 'an array; in `IN` each of its values', WITHOUT_ARRAYS, WITHOUT_ARRAYS],
];

/** docs/values.md, from the tables that values are mapped by. */
export function valuesPage(): string {
  return [
    '<!-- Emitted from the tables in src/databases/ by `npm run emit`; do not edit. -->',
    '',
    '# Values',
    '',
    'How values travel from a database into an answer, and from a request into a database. The same data gives the same',
    'values, whichever engine holds it.',
    '',
    '`columns { name key type databaseType }` tells the outcome. `key` is the property in `rows`, made unique where two',
    'columns share a name (`id`, `id_2`); `tuples` carries the same rows as arrays. Every column of an empty result is there.',
    '',
    '## From the database',
    '',
    ...table([['`type`', 'in JSON', 'PostgreSQL', 'MySQL, MariaDB', 'SQLite, as declared'], ...formRows()]),
    '',
    ...NOTES,
    '',
    '## Parameters',
    '',
    ...PARAMETER_NOTES,
    '',
    ...table(PARAMETERS),
    '',
    'What JSON can’t say is a tagged value, `{ "$type": …, "value": … }`:',
    '',
    ...table(TAGGED),
    '',
    ...TAGGED_NOTES,
    '',
  ].join('\n');
}

function formRows(): string[][] {
  const forms = Object.keys(VALUE_FORMS) as ValueFormName[];
  return forms.map((form) => {
    const { type, json } = VALUE_FORMS[form];
    return [
      `\`${type}\``,
      json,
      listed(POSTGRESQL_TYPES.filter(([, , of]) => of === form).map(([, name]) => name)),
      listed(MYSQL_TYPES.filter((row) => row.form === form).map(({ label }) => label)),
      listed(SQLITE_TYPES.filter(([, of]) => of === form).map(([words]) => words)),
    ];
  });
}

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

function table([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const NOTES =
  `- PostgreSQL’s arrays of any of these types are \`ARRAY\`; an enum of a user’s is \`ENUM\`; a domain is what it stands for; a
  composite or a range is its text.
- Sessions are pinned, whatever the server’s own settings are: the time zone is UTC, dates are ISO 8601, PostgreSQL’s money
  has no locale, MySQL’s \`sql_mode\` is strict and without the modes that change how a statement is read. So a \`TIMESTAMPTZ\`
  is always in UTC, with \`Z\`. Zeros at the end of a second’s fraction are left out.
- What is no moment stays as the database writes it: \`infinity\`, years BC, MySQL’s \`0000-00-00\`, a TIME of \`-838:59:59\`.
- Conditions are \`true\` and \`false\` on every engine, though MySQL and SQLite compute them as 1 and 0: the text of the
  statement tells them apart. A TINYINT(1) that holds another number than 0 and 1 is that number.
- Integers past ±2^53 and decimals are strings, so that nothing is rounded on the way; \`options.numbers: STRINGS\` makes every
  BIGINT one. A JSON value that holds a number of more digits than JSON carries comes as its text, whole.
- SQLite gives a type to each value, not to each column. A column is what it is declared as; one that declares nothing (an
  expression, mostly) is what its text and the declarations of its tables tell (\`max(day)\` is a DATE where \`day\` is one), or
  else what the values are: \`INTEGER\`, \`FLOAT\`, \`TEXT\`, \`BINARY\`, and \`OTHER\` for a
  mixture. A value that is none of its declared type (the text \`soon\` in a DATE) is passed on as it is stored.
- In SQLite’s columns of dates, an integer below 100,000,000,000 is seconds since 1970, a larger one milliseconds, a real a Julian
  day: \`1709211900\`, \`1709211900000\` and \`2024-02-29 13:05\` are all \`"2024-02-29T13:05:00"\`. Text with an offset is moved to UTC.
- SQLite keeps a DECIMAL as an integer or a double: 15 digits are safe, and are filled up to the declared scale. Where its driver
  can’t be kept from rounding (a PRAGMA’s or an EXPLAIN’s row), the answer is the error \`PRECISION_LOST\`.`.split(
    '\n',
  );

const PARAMETER_NOTES = `| style                                 | \`params\`            |
| --- | --- |
| \`?\`                                   | an array, in order  |
| \`?1\`, \`$1\`                            | an array, by number |
| \`:name\`, \`@name\`, \`$name\`, \`%(name)s\` | an object, by name  |

\`?1\` and \`$name\` are SQLite’s alone; the others work on every engine. One statement uses one style (\`:name\` and \`@name\` count as one). Too many or too few values,
unknown or missing names are \`BAD_PARAMETERS\`, with the place in the statement. A name may be used several times. A statement takes
32,766 values at most. A plain array stands alone in \`IN (:list)\`; an empty one makes \`IN\` false. On PostgreSQL it stands in
\`= ANY ($1)\`, \`unnest($1)\` and before a cast to an array too, and so it does in statements that are written for PostgreSQL and run on
another engine.

PostgreSQL tells a parameter’s type from its place: \`price = $1\` reads the text of a number as the numeric that it is. Where no place
tells it (\`SELECT $1\`), the value does. An integer from 2^53 to 2^63 is refused, as JSON has rounded it already: send a \`bigint\`.

Where a statement of another dialect is refused because of what a parameter says (a format, a path into a document, a unit, a modifier), or would
hang on the type of one, it is translated with the values that were given: they stand in the statement that runs as literals of its dialect.
Everything else is bound.`.split('\n');

const TAGGED_NOTES =
  `A \`timestamp\` without a time is midnight (\`2024-02-29 00:00:00\`); for a DATE column send a plain string. An object without \`$type\` is
refused, so that a forgotten tag is no surprise.`.split('\n');
