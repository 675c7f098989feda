// Ten uncached rows of PostgreSQL over GraphQL and HTTP, beside a bare node:http server that reads them with pg.
import { join } from 'node:path';
import { ratio, showRatio, verdict } from './support/compare.mjs';
import { startServer } from './support/measured-server.mjs';
import { measureBeside } from './support/side-by-side.mjs';

const GOAL = 0.45;
const SCRIPT = join(import.meta.dirname, 'support/bare-server.mjs');

const rounds = await measureBeside({
  start: (url, { sql }) => startServer([SCRIPT, url, sql]),
  request: (_, group) => ({ method: 'GET', path: `/?group=${group}` }),
  rows: ({ rows }) => rows,
});

const throughput = ratio(rounds, ({ own, other }) => own.perCpuSecond / other.perCpuSecond);
console.log('requests per second of the server’s CPU, of those of node:http with pg\n');
console.log(`${showRatio(throughput)}; the goal, at least ${GOAL}, is ${verdict(throughput.median >= GOAL)}`);
