import { createConnection, type RowDataPacket } from 'mysql2/promise';
import pg from 'pg';
import type { Engine } from './engine.js';

/** The engines that speak SQL. */
export type SqlEngine = Exclude<Engine, 'redis'>;

export type Rows = Record<string, unknown>[];

/**
 * Runs SQL, which may be several statements, through the bare driver on a connection of its own.
 * @returns the rows of the last statement that has any, as the driver maps them
 */
export function runSql(engine: SqlEngine, url: string, sql: string): Promise<Rows> {
  return engine === 'postgresql' ? runOnPostgresql(url, sql) : runOnMysql(url, sql);
}

async function runOnPostgresql(url: string, sql: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed in between also fails the query, which says so.
  client.on('error', () => {});
  await client.connect();
  try {
    // One result, or an array of them where the text holds several statements.
    const results = [(await client.query<Record<string, unknown>>(sql)) as pg.QueryResult | pg.QueryResult[]].flat();
    return results.map(({ rows }) => rows as Rows).findLast((rows) => rows.length > 0) ?? [];
  } finally {
    await client.end().catch(() => {});
  }
}

async function runOnMysql(url: string, sql: string): Promise<Rows> {
  const connection = await createConnection({ uri: url, multipleStatements: true });
  try {
    const [result] = await connection.query<RowDataPacket[] | RowDataPacket[][]>(sql);
    return rowSets(result).findLast((rows) => rows.length > 0) ?? [];
  } finally {
    await connection.end().catch(() => connection.destroy());
  }
}

/** One statement's rows, or an array with an entry a statement; a statement without rows has an object instead. */
function rowSets(result: unknown): Rows[] {
  if (!Array.isArray(result)) return [];
  const nested = result.filter((each): each is Rows => Array.isArray(each));
  return nested.length > 0 ? nested : [result as Rows];
}
