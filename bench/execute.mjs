// An adapter's `execute`, beside the bare driver as users write it: the same indexed read of ten rows on each engine.
// `npm run bench -- execute [postgresql|mysql|sqlite]`.
import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ratio, showRatio, takeTurns, verdict } from './support/compare.mjs';
import { drivers } from './support/drivers.mjs';
import { createItems } from './support/items.mjs';
import { findServers } from './support/servers.mjs';

const ROUNDS = 15;
const WARM_UP = 4;
const IN_FLIGHT = [1, 32];
const SIDE = join(import.meta.dirname, 'support/execute-side.mjs');

const [only] = process.argv.slice(2);

/** The engines, each with what a user would use instead and the goal: how long we may take beside it. */
const engines = [
  { engine: 'postgresql', beside: 'pg', goal: 'at most 1.25', isMet: (median) => median <= 1.25 },
  { engine: 'mysql', beside: 'mysql2', goal: 'at most 1.25', isMet: (median) => median <= 1.25 },
  { engine: 'sqlite', beside: 'TypeORM’s query', goal: 'below 1', isMet: (median) => median < 1 },
].filter(({ engine }) => only === undefined || engine === only);

/** Starts one side; it then measures itself each time that it is told to. */
async function startSide(...args) {
  // As the command line sets it, for SQLite's sake: each statement there holds a thread while it runs.
  const child = fork(SIDE, args, { env: { UV_THREADPOOL_SIZE: '96', ...process.env } });
  const ended = once(child, 'exit');
  const answers = on(child, 'message', { close: ['exit'] });
  const answer = async () => {
    const { value: [message] = [] } = await answers.next();
    if (message === 'ready' || message?.figures !== undefined) return message.figures;
    throw new Error(`The side ${args.slice(0, 2).join(', ')} failed: ${message?.error ?? 'it ended.'}`);
  };
  await answer();
  return {
    measure: async (inFlight) => {
      child.send(inFlight);
      return await answer();
    },
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

async function compare({ engine, beside, goal, isMet }, url) {
  const sides = [];
  const owner = await drivers[engine](url, 1);
  const items = await createItems(engine, owner.run);
  try {
    for (const side of ['own', 'bare']) sides.push(await startSide(side, engine, url, items.sql));
    const [own, bare] = sides;
    for (const inFlight of IN_FLIGHT) {
      const turns = { own: () => own.measure(inFlight), bare: () => bare.measure(inFlight) };
      await takeTurns(turns, WARM_UP);
      const rounds = await takeTurns(turns, ROUNDS);
      const time = ratio(rounds, (round) => round.own.time / round.bare.time);
      const cpu = ratio(rounds, (round) => round.own.cpu / round.bare.cpu);
      const met = `${goal}: ${verdict(isMet(time.median))}`;
      say([beside, String(inFlight), showRatio(time), met, showRatio(cpu)]);
    }
  } finally {
    for (const side of sides) await side.end();
    await items.drop();
    await owner.close();
  }
}

function say([beside, inFlight, ...figures]) {
  console.log([beside.padEnd(17), inFlight.padStart(9), ...figures.map((text) => text.padStart(24))].join(''));
}

const servers = await findServers(engines.map(({ engine }) => engine).filter((engine) => engine !== 'sqlite'));
const folder = await mkdtemp(join(tmpdir(), 'dragoman-bench-'));
try {
  console.log(
    'ten rows by an index: how many times as long as without Dragoman; the median of the rounds, and their span\n',
  );
  say(['beside', 'in flight', 'time', 'goal', 'CPU']);
  for (const each of engines)
    await compare(each, servers.urls[each.engine] ?? `sqlite:${join(folder, 'items.sqlite')}`);
} finally {
  await rm(folder, { recursive: true, force: true });
  await servers.end();
}
