// One side of the benchmark of `execute`, in a process of its own: what one side does to the driver, to the heap or to
// the compiled code is not the other's. `node execute-side.mjs own|bare <engine> <url> <sql>`.
import { EventEmitter } from 'node:events';
import { createAdapter, DATABASE_DEFAULTS } from '../../dist/databases/index.js';
import { clientSignal } from '../../dist/http/client-signal.js';
import { prepare } from '../../dist/pipeline/prepare.js';
import { bindParameters, dialects } from '../../dist/sql/index.js';
import { drivers } from './drivers.mjs';
import { GROUPS } from './items.mjs';

const QUERIES = 2000;
const MAX_BYTES = 64 * 1024 * 1024;
/** Both sides have as many connections. */
const CONNECTIONS = DATABASE_DEFAULTS.pool.max;

const [side, engine, url, sql] = process.argv.slice(2);

/** The adapter, with each request made as the pipeline makes it: looked up, and bound to its values. */
async function openAdapter() {
  const dialect = engine.toUpperCase();
  const options = { name: 'bench', dialect, url, access: 'READ_WRITE', ...DATABASE_DEFAULTS };
  const adapter = createAdapter(options, { maxResultBytes: MAX_BYTES });
  await adapter.connect();
  const read = async (text, values) => {
    const { statement, kind, session, told } = prepare(text, dialect);
    const { tuples } = await adapter.execute({
      statement,
      kind,
      session,
      told,
      bound: bindParameters(statement, dialects[dialect], values),
      side: 'read',
      deadlineMs: Date.now() + options.timeoutMs,
      maxRows: options.maxRows,
      maxBytes: MAX_BYTES,
      numbers: 'SAFE',
      signal: clientSignal(new EventEmitter()),
    });
    return tuples;
  };
  return { read, close: () => adapter.close() };
}

/** Microseconds of time and of CPU that a query takes, with so many at a time. */
async function measure(read, inFlight) {
  let next = 0;
  const work = async () => {
    for (let number = next++; number < QUERIES; number = next++) {
      const rows = await read(sql, [(number * 7919) % GROUPS]);
      if (rows.length !== 10) throw new Error(`${rows.length} rows came, where ten are there.`);
    }
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, work));
  const time = ((performance.now() - started) * 1000) / QUERIES;
  const { user, system } = process.cpuUsage(cpu);
  return { time, cpu: (user + system) / QUERIES };
}

const opened = side === 'own' ? await openAdapter() : await drivers[engine](url, CONNECTIONS);
process.on('message', (inFlight) => {
  measure(opened.read, inFlight).then(
    (figures) => process.send({ figures }),
    (error) => process.send({ error: String(error) }),
  );
});
process.once('disconnect', () => void opened.close());
process.send('ready');
