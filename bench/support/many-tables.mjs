// A database with so many tables that reading all of them for one would be felt.
const COLUMNS = ['a text', 'b integer', 'c integer', 'd timestamp', 'e numeric(10,2)', 'f boolean', 'g text', 'h text'];
const AT_ONCE = 100;
const PREFIX = 'dragoman_bench_catalogue';

/** How each engine's own tables are told apart, and what a user would ask of one: its kind, columns, keys, checks, indexes. */
const ENGINES = {
  postgresql: {
    before: `CREATE SCHEMA ${PREFIX}`,
    after: `DROP SCHEMA ${PREFIX}`,
    place: `${PREFIX}.`,
    schema: PREFIX,
    asked: [
      `SELECT table_type FROM information_schema.tables WHERE table_schema = '${PREFIX}' AND table_name = $1`,
      `SELECT column_name, data_type, is_nullable, column_default FROM information_schema.columns
        WHERE table_schema = '${PREFIX}' AND table_name = $1 ORDER BY ordinal_position`,
      `SELECT c.constraint_name, c.constraint_type, k.column_name FROM information_schema.table_constraints c
        JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
        WHERE c.table_schema = '${PREFIX}' AND c.table_name = $1 ORDER BY k.ordinal_position`,
      `SELECT constraint_name, check_clause FROM information_schema.table_constraints
        JOIN information_schema.check_constraints USING (constraint_schema, constraint_name)
        WHERE table_schema = '${PREFIX}' AND table_name = $1`,
      `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = '${PREFIX}' AND tablename = $1`,
    ],
  },
  mysql: {
    place: '',
    schema: undefined,
    asked: [
      `SELECT table_type, table_rows, table_comment FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name = ?`,
      `SELECT column_name, column_type, is_nullable, column_default, extra, column_comment
        FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
      `SELECT constraint_name, column_name, referenced_table_name, referenced_column_name
        FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND table_name = ?`,
      `SELECT constraint_name, check_clause FROM information_schema.check_constraints
        WHERE constraint_schema = DATABASE() AND table_name = ?`,
      `SELECT index_name, column_name FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = ? ORDER BY seq_in_index`,
    ],
  },
  sqlite: {
    place: '',
    schema: undefined,
    asked: [
      'SELECT type, sql FROM sqlite_schema WHERE name = ?',
      'SELECT * FROM pragma_table_xinfo(?)',
      'SELECT * FROM pragma_foreign_key_list(?)',
      'SELECT l.name, i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i',
    ],
  },
};

/** The name of a table by its number. */
export const tableName = (number) => `${PREFIX}_${number}`;

/**
 * Makes so many tables.
 * @param {string} engine
 * @param {number} count
 * @param {(sql: string) => Promise<unknown>} run
 */
export async function createManyTables(engine, count, run) {
  const { before, after, place, schema, asked } = ENGINES[engine];
  const each = async (work) => {
    for (let from = 0; from < count; from += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => run(work(from + index))));
    }
  };
  if (before !== undefined) await run(before);
  const columns = ['id integer PRIMARY KEY', ...COLUMNS, 'parent integer'].join(', ');
  await each((number) => `CREATE TABLE ${place}${tableName(number)} (${columns})`);
  const drop = async () => {
    await each((number) => `DROP TABLE ${place}${tableName(number)}`);
    if (after !== undefined) await run(after);
  };
  return { schema, asked, drop };
}
