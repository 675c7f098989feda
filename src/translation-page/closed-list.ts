/** What remains different without a warning, and why. Nothing else does. */
export const CLOSED_LIST: readonly (readonly [what: string, why: string])[] = [
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
    'The words of an ENUM or a SET that the target keeps as text',
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
  [
    'Numbers of four bytes that are computed with',
    'SQLite keeps `real` and FLOAT in eight bytes, as they are written: what the others compute of them differs from the seventh digit on.',
  ],
  [
    'What is no text and no time to the others',
    "SQLite’s `printf('%.3s')` may cut a letter in two, of which a translation shows nothing; its dates may end at 24:00:00, which are NULL.",
  ],
  [
    'What a column of SQLite’s holds that is declared TEXT or INTEGER',
    'A document comes out as its text and a truth value as 1 or 0, also within a document that is made of them.',
  ],
  ['A JSON document as text', 'The order of its keys, and spaces; as a value of the type JSON it is the same.'],
  [
    'Keys that PostgreSQL’s lax paths look for in arrays',
    'They mean each element’s there; a translation finds such a key in objects alone, unless the path says `[*]`.',
  ],
  [
    'NULLs that MariaDB’s GROUP_CONCAT orders by',
    'It takes them for 0 or an empty text; a translation has them where MySQL does.',
  ],
  [
    '`char(n)`',
    'PostgreSQL fills it up with spaces, which comparisons don’t see, and MySQL leaves out those at the end; the others show what they are given.',
  ],
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
    'Bits of negative numbers that MySQL joins or shifts, or casts to UNSIGNED',
    'They are 64 bits without a sign to MySQL; elsewhere the number has one. Flags and counts are not negative.',
  ],
  [
    'What names say where no `target` tells',
    'A column called `id` is taken for its table’s key, and one that goes by a name such as `order_id`, `created_at` or `price` for no text; `stock`, `quantity`, `views`, `duration_ms` and `comment_count` for whole numbers, `jars` and `duration` for no DECIMAL of SQLite’s, `hired_on`, `born` and `birth_date` for days without a time, `is_open` and `active` for truth values; `amount` and `wallet` have two digits behind the point where SQLite’s table declares none, and `barcode` and `meta_value` are texts of digits. A column that stands as a condition by itself, and goes by no name of texts, is taken for a number or a truth value where its name says so; a word in double quotes that SQLite compares with a column is a text where the statement has no names in double quotes; and a number that is rounded is taken for a decimal, whose halves go away from 0. An upsert breaks the key that it names, and no other, unless a column of its values is called as keys are: `email`, `sku`, `user_name`.',
  ],
  [
    'The clock, random values and session state',
    'They are those of the server that runs the statement; sessions are in UTC.',
  ],
];
