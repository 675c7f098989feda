// Two servers that answer the same ten rows over HTTP, put under load in turns.
import { deepStrictEqual } from 'node:assert';
import pg from 'pg';
import { takeTurns } from './compare.mjs';
import { dragomanRequest, startDragoman } from './dragoman.mjs';
import { createItems, GROUPS } from './items.mjs';
import { putUnderLoad } from './measured-server.mjs';
import { findServers } from './servers.mjs';

const ROUNDS = 7;
const SECONDS = 3;
/** So many different requests: none is answered from what the one before left in a cache. */
const DIFFERENT = 500;

/**
 * @typedef {object} Other what Dragoman is measured beside
 * @property {(url: string, items: { sql: string, schema: string }) => Promise<object>} start
 * @property {(sql: string, group: number) => object} request the request that reads a group
 * @property {(answer: object) => object[]} rows the rows in its answer, with the columns' names
 */

/**
 * Measures Dragoman beside another server, on one PostgreSQL database.
 * @param {Other} other
 * @returns the figures of each round, as `own` and `other`
 */
export async function measureBeside(other) {
  const { urls, end } = await findServers(['postgresql']);
  const pool = new pg.Pool({ connectionString: urls.postgresql, max: 1 });
  const items = await createItems('postgresql', (sql) => pool.query(sql));
  const started = [];
  try {
    const sides = {
      own: { request: dragomanRequest, rows: ({ data }) => data.query.rows, start: startDragoman },
      other,
    };
    for (const side of Object.values(sides)) started.push((side.server = await side.start(urls.postgresql, items)));
    await compareAnswers(sides, items.sql);
    const loads = Object.entries(sides).map(([name, side]) => [name, (seconds) => load(side, items.sql, seconds)]);
    for (const [, warmUp] of loads) await warmUp(SECONDS * 2);
    return await takeTurns(Object.fromEntries(loads.map(([name, run]) => [name, () => run(SECONDS)])), ROUNDS);
  } finally {
    for (const server of started) await server.end();
    await items.drop();
    await pool.end();
    await end();
  }
}

async function load({ server, request }, sql, seconds) {
  const requests = Array.from({ length: DIFFERENT }, (_, number) => request(sql, (number * 7919) % GROUPS));
  return await putUnderLoad(server, requests, (body) => !body.includes('"errors"') && body.length > 1000, seconds);
}

/** Both have to answer the same rows, up to how a moment is written. */
async function compareAnswers(sides, sql) {
  const [own, other] = await Promise.all(
    Object.values(sides).map(async ({ server, request, rows }) => {
      const { path, ...init } = request(sql, 17);
      const answer = await globalThis.fetch(server.url + path, init);
      return rows(await answer.json()).map((row) => ({ ...row, created_at: Date.parse(row.created_at) }));
    }),
  );
  if (own.length !== 10) throw new Error(`${own.length} rows came, where ten are there.`);
  deepStrictEqual(other, own);
}
