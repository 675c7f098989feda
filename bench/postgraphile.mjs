// Ten uncached rows of PostgreSQL over GraphQL and HTTP, beside PostGraphile 5, which answers them by its own GraphQL.
import { join } from 'node:path';
import { ratio, showRatio, verdict } from './support/compare.mjs';
import { graphqlRequest } from './support/dragoman.mjs';
import { startServer } from './support/measured-server.mjs';
import { measureBeside } from './support/side-by-side.mjs';

const GOAL = 0.5;
const SCRIPT = join(import.meta.dirname, 'postgraphile/server.mjs');
const DOCUMENT = `query Read($group: Int!) {
  allItems(condition: { groupId: $group }, orderBy: PRIMARY_KEY_ASC, first: 10) {
    nodes { id: rowId group_id: groupId name price created_at: createdAt is_active: isActive }
  }
}`;

const rounds = await measureBeside({
  start: (url, { schema }) => startServer([SCRIPT, url, schema], { env: { NODE_ENV: 'production' } }),
  request: (_, group) => graphqlRequest(DOCUMENT, { group }),
  rows: ({ data }) => data.allItems.nodes,
});

const cpu = ratio(rounds, ({ own, other }) => own.cpuMicros / other.cpuMicros);
console.log('CPU per request, of that of PostGraphile 5\n');
console.log(`${showRatio(cpu)}; the goal, less than ${GOAL}, is ${verdict(cpu.median < GOAL)}`);
