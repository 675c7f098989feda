// One side of the benchmark of streams: `node --expose-gc stream-side.mjs stream|"at once" <url> <rows>`.
import { EventEmitter } from 'node:events';
import { clearInterval, setInterval } from 'node:timers';
import pg from 'pg';
import { createAdapter, DATABASE_DEFAULTS } from '../../dist/databases/index.js';
import { clientSignal } from '../../dist/http/client-signal.js';
import { prepare } from '../../dist/pipeline/prepare.js';
import { bindParameters, dialects } from '../../dist/sql/index.js';

const SAMPLE_MS = 20;
const [side, url, count] = process.argv.slice(2);
const sql = (rows) => `SELECT n AS id, n % 1000 AS group_id FROM generate_series(1, ${rows}) numbers (n)`;

async function openStream() {
  const options = { name: 'bench', dialect: 'POSTGRESQL', url, access: 'READ_WRITE', ...DATABASE_DEFAULTS };
  const adapter = createAdapter(options, { maxResultBytes: 5_000_000 });
  await adapter.connect();
  const read = async (rows) => {
    const { statement, kind, session, told } = prepare(sql(rows), 'POSTGRESQL');
    let seen = 0;
    const stream = adapter.stream({
      statement,
      kind,
      session,
      told,
      bound: bindParameters(statement, dialects.POSTGRESQL, undefined),
      side: 'read',
      deadlineMs: Infinity,
      batchMs: 30_000,
      batchRows: 500,
      maxRows: Infinity,
      maxBytes: 5_000_000,
      numbers: 'SAFE',
      signal: clientSignal(new EventEmitter()),
    });
    for await (const { tuples } of stream) seen += tuples.length;
    return seen;
  };
  return { read, close: () => adapter.close() };
}

function openBare() {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  return { read: async (rows) => (await pool.query(sql(rows))).rows.length, close: () => pool.end() };
}

async function measure({ read, close }) {
  // What any use of the code takes once is not the rows'.
  await read(20_000);
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const looking = setInterval(look, SAMPLE_MS);
  const started = performance.now();
  const seen = await read(Number(count));
  const seconds = (performance.now() - started) / 1000;
  look();
  clearInterval(looking);
  await close();
  if (seen !== Number(count)) throw new Error(`${seen} rows came of ${count}.`);
  return { count: seen, seconds, grownMb: (most - before) / 1e6 };
}

const figures = await measure(side === 'stream' ? await openStream() : openBare()).catch((error) => ({
  error: String(error),
}));
process.send(figures, () => process.disconnect());
