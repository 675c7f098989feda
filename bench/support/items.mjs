// The rows that are read: a table of 100,000 items in groups of ten, with an index over the groups, on every engine.
import { randomBytes } from 'node:crypto';

export const GROUPS = 10_000;
const GROUP_SIZE = 10;

/** What differs between the engines. */
const FORMS = {
  postgresql: { key: '$1', name: 'text', moment: 'timestamptz', epoch: "timestamptz '2024-01-01Z'", minute: minutePg },
  mysql: { key: '?', name: 'varchar(100)', moment: 'timestamp', epoch: "'2024-01-01 00:00:00'", minute: minuteMysql },
  sqlite: { key: '?', name: 'text', moment: 'timestamp', epoch: "'2024-01-01 00:00:00'", minute: minuteSqlite },
};

function minutePg(epoch, count) {
  return `${epoch} + (${count}) * interval '1 minute'`;
}
function minuteMysql(epoch, count) {
  return `DATE_ADD(${epoch}, INTERVAL (${count}) MINUTE)`;
}
function minuteSqlite(epoch, count) {
  return `datetime(${epoch}, (${count}) || ' minutes')`;
}

/**
 * Makes the table, under a name of its own, and says how it is read.
 * @param {(sql: string) => Promise<unknown>} run runs one statement
 * @returns {Promise<{ sql: string, schema: string, drop: () => Promise<void> }>} `schema` on PostgreSQL alone
 */
export async function createItems(engine, run) {
  const { key, ...form } = FORMS[engine];
  const own = `bench_${randomBytes(4).toString('hex')}`;
  const schema = engine === 'postgresql' ? own : undefined;
  const table = schema === undefined ? `${own}_items` : `${schema}.items`;
  if (schema !== undefined) await run(`CREATE SCHEMA ${schema}`);
  for (const sql of statements(table, `${own}_by_group`, form)) await run(sql);
  await run(engine === 'mysql' ? `ANALYZE TABLE ${table}` : `ANALYZE ${table}`);
  const sql = `SELECT id, group_id, name, price, created_at, is_active FROM ${table} WHERE group_id = ${key} ORDER BY id LIMIT ${GROUP_SIZE}`;
  const drop = () => run(schema === undefined ? `DROP TABLE ${table}` : `DROP SCHEMA ${schema} CASCADE`);
  return { sql, schema, drop };
}

function statements(table, index, { name, moment, epoch, minute }) {
  const digits = 'SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4';
  const ten = `(${digits} UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)`;
  const numbers = `SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n AS n FROM ${ten} a CROSS JOIN ${ten} b CROSS JOIN ${ten} c CROSS JOIN ${ten} d CROSS JOIN ${ten} e`;
  return [
    `CREATE TABLE ${table} (id integer PRIMARY KEY, group_id integer NOT NULL, name ${name} NOT NULL, price decimal(10, 2) NOT NULL, created_at ${moment} NOT NULL, is_active boolean NOT NULL)`,
    `INSERT INTO ${table} SELECT n, n % ${GROUPS}, 'the item of which there are several', n * 0.25, ${minute(epoch, 'n')}, n % 3 = 0 FROM (${numbers}) numbers`,
    `CREATE INDEX ${index} ON ${table} (group_id, id)`,
  ];
}
