// A database of 5,000 tables: what `table(name)` costs beside the bare driver asking the same of the engine, what the
// whole list costs, and how long anybody else waits meanwhile. `npm run bench -- catalogue [postgresql|mysql|sqlite]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Catalogue } from '../dist/catalogue/index.js';
import { createAdapter, DATABASE_DEFAULTS } from '../dist/databases/index.js';
import { ratio, showRatio, takeTurns, verdict } from './support/compare.mjs';
import { drivers } from './support/drivers.mjs';
import { createManyTables, tableName } from './support/many-tables.mjs';
import { findServers } from './support/servers.mjs';

const TABLES = 5000;
const ROUNDS = 15;
/** Tables that are asked for in one round, each another one. */
const IN_ROUND = 20;
const MAX_BYTES = 64 * 1024 * 1024;
const MOST_BESIDE = 1.5;
const LONGEST_PAUSE_MS = 100;

const [only] = process.argv.slice(2);
const engines = ['postgresql', 'mysql', 'sqlite'].filter((engine) => only === undefined || engine === only);

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds that the work takes, and the longest that nothing else could run meanwhile. */
async function timedWithPauses(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const ms = await timed(work);
  delay.disable();
  return { ms, pauseMs: delay.max / 1e6 };
}

async function measure(engine, url) {
  const bare = await drivers[engine](url, 4);
  const { schema, asked, drop } = await createManyTables(engine, TABLES, bare.run);
  const options = { name: 'bench', dialect: engine.toUpperCase(), url, access: 'READ_ONLY', ...DATABASE_DEFAULTS };
  const adapter = createAdapter(options, { maxResultBytes: MAX_BYTES });
  try {
    const started = await timed(() => adapter.connect());
    const catalogue = () => new Catalogue().of({ adapter, options });
    const describe = async (of, number) => {
      const [table] = await of.describe([await of.find(tableName(number), schema)]);
      if (table?.columns.length !== 10) throw new Error(`${tableName(number)} has not its ten columns.`);
    };
    const first = await timedWithPauses(() => describe(catalogue(), TABLES - 1));
    const whole = catalogue();
    const all = await timedWithPauses(async () => whole.describe(await whole.list(schema)));
    // What was described is forgotten by another catalogue; its list of names is read once.
    const kept = catalogue();
    await describe(kept, 0);
    let next = 1;
    const round = (one) => async () => {
      const from = next;
      next += IN_ROUND;
      return await timed(async () => {
        for (let number = from; number < from + IN_ROUND; number++) await one(number % TABLES);
      });
    };
    const sides = {
      own: round((number) => describe(kept, number)),
      bare: round(async (number) => {
        for (const sql of asked) await bare.read(sql, [tableName(number)]);
      }),
    };
    await takeTurns(sides, 3);
    const beside = ratio(await takeTurns(sides, ROUNDS), (figures) => figures.own / figures.bare);
    const again =
      (await timed(async () => {
        for (let times = 0; times < 1000; times++) await describe(kept, 0);
      })) / 1000;
    const pauseMs = Math.max(first.pauseMs, all.pauseMs);
    say([
      engine,
      ...[started, first.ms].map((ms) => `${ms.toFixed(0)} ms`),
      `${showRatio(beside)} ${verdict(beside.median <= MOST_BESIDE)}`,
      `${(again * 1000).toFixed(0)} µs`,
      `${all.ms.toFixed(0)} ms`,
      `${pauseMs.toFixed(0)} ms ${verdict(pauseMs <= LONGEST_PAUSE_MS)}`,
    ]);
  } finally {
    await adapter.close();
    await drop();
    await bare.close();
  }
}

function say([engine, ...figures]) {
  console.log(
    [engine.padEnd(11), ...figures.map((text, index) => text.padStart([9, 9, 27, 9, 9, 15][index]))].join(' '),
  );
}

const servers = await findServers(engines.filter((engine) => engine !== 'sqlite'));
const folder = await mkdtemp(join(tmpdir(), 'dragoman-bench-'));
try {
  console.log(
    `${TABLES} tables of ten columns. \`beside\`: another table each time, of the driver’s time for the same\n`,
  );
  say(['', 'connect', 'first', `beside (at most ${MOST_BESIDE})`, 'again', 'all', `pause (${LONGEST_PAUSE_MS} ms)`]);
  for (const engine of engines) await measure(engine, servers.urls[engine] ?? `sqlite:${join(folder, 'many.sqlite')}`);
} finally {
  await rm(folder, { recursive: true, force: true });
  await servers.end();
}
