import type { TableName } from '../introspection/table-description.js';
import type { MysqlValue } from './mysql-parameters.js';

/** One question to information_schema: what is asked, of which view, and what its tables go by there. */
interface Question {
  readonly columns: readonly string[];
  readonly from: string;
  readonly schema: string;
  readonly table: string;
  readonly where?: string;
  readonly order?: string;
}

/** A statement with its values. */
export interface Asked {
  readonly sql: string;
  readonly values: readonly MysqlValue[];
}

/**
 * The server's counts of statements that change a schema, whoever sent them. Each is counted as it begins: of one that
 * takes long the end is found later, by its table's name or by the catalogue's age.
 */
export const CHANGES_COUNTED = `SHOW GLOBAL STATUS WHERE Variable_name IN (${[
  ...['alter_db', 'alter_db_upgrade', 'alter_sequence', 'alter_table', 'create_db', 'create_index', 'create_sequence'],
  ...[
    'create_table',
    'create_view',
    'drop_db',
    'drop_index',
    'drop_sequence',
    'drop_table',
    'drop_view',
    'rename_table',
  ],
  ...['grant', 'grant_role', 'revoke', 'revoke_all', 'revoke_role', 'create_role', 'drop_role', 'set_default_role'],
]
  .map((command) => `'Com_${command}'`)
  .join(', ')})`;

/** The names in the url's database; they are read without opening a table. */
export const NAMES_DIGEST = `SELECT COUNT(*), BIT_XOR(CRC32(table_name)) FROM information_schema.tables
WHERE table_schema = DATABASE()`;

/** The url's database, and whether names that differ in case are one (https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html). */
export const OWN_DATABASE = 'SELECT DATABASE(), @@lower_case_table_names';

export const SYSTEM_SCHEMAS: readonly string[] = ['information_schema', 'performance_schema', 'mysql', 'sys'];

export const SCHEMAS = `SELECT schema_name FROM information_schema.schemata
WHERE LOWER(schema_name) NOT IN (${SYSTEM_SCHEMAS.map((name) => `'${name}'`).join(', ')}) ORDER BY schema_name`;

/** A sequence of MariaDB's is no table that holds anything. */
export const LIST = `SELECT table_name, table_type FROM information_schema.tables
WHERE table_schema = ? AND table_type NOT IN ('SEQUENCE', 'TEMPORARY') ORDER BY table_name`;

const named = { schema: 'table_schema', table: 'table_name' };
const byConstraint = { schema: 'constraint_schema', table: 'table_name' };

const TABLES: Question = {
  ...named,
  from: 'information_schema.tables',
  columns: ['table_type', 'table_rows', 'table_comment'],
  where: "table_type <> 'SEQUENCE'",
};
const COLUMNS: Question = {
  ...named,
  from: 'information_schema.columns',
  columns: [
    ...['column_name', 'column_default', 'is_nullable', 'data_type', 'column_type', 'collation_name', 'extra'],
    ...['column_comment', 'generation_expression'],
  ],
  order: 'ordinal_position',
};
const STATISTICS: Question = {
  ...named,
  from: 'information_schema.statistics',
  columns: ['index_name', 'non_unique', 'column_name', 'collation', 'sub_part', 'index_type'],
  order: 'seq_in_index',
};
const FOREIGN_KEYS: Question = {
  ...named,
  from: 'information_schema.key_column_usage',
  columns: [
    'constraint_name',
    'column_name',
    'referenced_table_schema',
    'referenced_table_name',
    'referenced_column_name',
  ],
  where: 'referenced_table_name IS NOT NULL',
  order: 'ordinal_position',
};
const ACTIONS: Question = {
  ...byConstraint,
  from: 'information_schema.referential_constraints',
  columns: ['constraint_name', 'delete_rule', 'update_rule'],
};
const VIEWS: Question = { ...named, from: 'information_schema.views', columns: ['view_definition'] };

/** What the two servers tell by other columns. */
const BY_SERVER: Readonly<Record<'MariaDB' | 'MySQL', { readonly checks: Question; readonly statistics: Question }>> = {
  MariaDB: {
    checks: {
      ...byConstraint,
      from: 'information_schema.check_constraints',
      columns: ['constraint_name', 'check_clause'],
    },
    statistics: { ...STATISTICS, columns: [...STATISTICS.columns, 'NULL'] },
  },
  MySQL: {
    checks: {
      schema: 't.table_schema',
      table: 't.table_name',
      from: `information_schema.table_constraints t JOIN information_schema.check_constraints c
        ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name`,
      columns: ['t.constraint_name', 'c.check_clause'],
      where: "t.constraint_type = 'CHECK'",
    },
    statistics: { ...STATISTICS, columns: [...STATISTICS.columns, 'expression'] },
  },
};

export type Server = keyof typeof BY_SERVER;

/** The questions by which tables are described, each row with its table's schema and name first. */
export const questionsFor = (server: Server) =>
  ({
    tables: TABLES,
    columns: COLUMNS,
    statistics: BY_SERVER[server].statistics,
    foreignKeys: FOREIGN_KEYS,
    actions: ACTIONS,
    checks: BY_SERVER[server].checks,
    views: VIEWS,
  }) as const;

/**
 * One lookup after the other: with both names given MariaDB opens one table, else it opens all of the schema
 * (https://mariadb.com/kb/en/information-schema-tables/).
 */
export function askOfTables(question: Question, tables: readonly TableName[]): Asked {
  const { schema, table } = question;
  const one = select(question, `${schema} = ? AND ${table} = ?`);
  return {
    sql: tables.map(() => `(${one})`).join('\nUNION ALL\n'),
    values: tables.flatMap((each) => [each.schema, each.name]),
  };
}

export function askOfSchema(question: Question, schema: string): Asked {
  return { sql: select(question, `${question.schema} = ?`), values: [schema] };
}

function select({ columns, from, schema, table, where, order }: Question, which: string): string {
  const conditions = where === undefined ? which : `${which} AND ${where}`;
  // Rows keep an order within a UNION by a LIMIT alone; here it is the last column that tells it.
  const fields = [schema, table, ...columns, order ?? '0'];
  return `SELECT ${fields.join(', ')} FROM ${from} WHERE ${conditions}`;
}
