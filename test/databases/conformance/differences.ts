/** Where engines differ, and why: nothing else may. `expected()` looks here, and docs/values.md tells users. */
export const DIFFERENCES = {
  'key of the last inserted row': {
    why: 'PostgreSQL gives keys by sequences of their own, and tells one where RETURNING asks for it.',
    engines: { PostgreSQL: null },
  },
  'action of a foreign key that names none': {
    why: 'To InnoDB RESTRICT and NO ACTION are one, and the server tells the former.',
    engines: { MariaDB: 'RESTRICT' },
  },
  'table that a name in capitals finds': {
    why: 'On a server with lower_case_table_names = 0 names that differ in case are two tables.',
    engines: { MariaDB: undefined },
  },
  'default of a view’s column': {
    why: 'The server tells what a row gets from the table behind the view.',
    engines: { MariaDB: '0' },
  },
} as const;
