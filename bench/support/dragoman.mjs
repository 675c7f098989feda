// The built service as it is started by users, with one database.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './measured-server.mjs';

const BIN = join(import.meta.dirname, '../../bin/dragoman.cjs');

/**
 * Serves the PostgreSQL database at the URL under the name `bench`.
 * @param {{ settings?: object, log?: string }} options settings beside those of the database, and the lowest level that is logged
 */
export async function startDragoman(url, { settings = {}, log = 'warn' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-bench-'));
  const config = {
    server: { port: 0 },
    databases: [{ name: 'bench', dialect: 'postgresql', url }],
    store: `sqlite:${join(folder, 'store.sqlite')}`,
    log: { level: log },
    ...settings,
  };
  const file = join(folder, 'dragoman.json');
  await writeFile(file, JSON.stringify(config));
  const server = await startServer([BIN, 'serve', '--config', file], { cwd: folder });
  const end = async () => {
    await server.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, end };
}

const DOCUMENT =
  'query Read($database: ID!, $sql: String!, $params: JSON) { query(database: $database, sql: $sql, params: $params) { rows } }';

/** The request that reads a group, as GraphQL clients send it. */
export function dragomanRequest(sql, group) {
  return graphqlRequest(DOCUMENT, { database: 'bench', sql, params: [group] });
}

export function graphqlRequest(query, variables) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query, variables }) };
}
