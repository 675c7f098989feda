// What access costs: ten rows read with a key that is limited to their table, audited, beside the service that asks nobody.
import { createHash, randomBytes } from 'node:crypto';
import { ratio, showRatio, verdict } from './support/compare.mjs';
import { dragomanRequest, startDragoman } from './support/dragoman.mjs';
import { measureBeside } from './support/side-by-side.mjs';

const GOAL = 1.25;
const key = randomBytes(24).toString('base64url');

/** A role of one table, with the limits as they are, but for the rate: what is measured is more than one caller's. */
function settings(schema) {
  return {
    auth: {
      roles: { reader: { grants: [{ database: 'bench', tables: [`${schema}.items`] }] } },
      apiKeys: [{ name: 'bench', sha256: createHash('sha256').update(key).digest('hex'), role: 'reader' }],
    },
    limits: { rate: { max: 10_000_000 } },
  };
}

function withKey(sql, group) {
  const { headers, ...request } = dragomanRequest(sql, group);
  return { ...request, headers: { ...headers, authorization: `Bearer ${key}` } };
}

const rounds = await measureBeside({
  start: (url, { schema }) => startDragoman(url, { settings: settings(schema) }),
  request: withKey,
  rows: ({ data }) => data.query.rows,
});

const cpu = ratio(rounds, ({ own, other }) => other.cpuMicros / own.cpuMicros);
console.log('CPU per request with a key, rights by table and the audit log, of that of the open service\n');
console.log(`${showRatio(cpu)}; the goal, at most ${GOAL}, is ${verdict(cpu.median <= GOAL)}`);
