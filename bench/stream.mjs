// Ten million narrow rows of PostgreSQL in batches, beside reading rows at once with the bare driver: how much memory
// each takes. `npm run bench -- stream [rows]`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findServers } from './support/servers.mjs';

const SIDE = join(import.meta.dirname, 'support/stream-side.mjs');
const MOST_MB = 64;
/** As many as the bare driver holds at once on a small machine. */
const AT_ONCE = 1_000_000;
const rows = Number(process.argv[2] ?? 10_000_000);

/** Runs a side in a process of its own, with no memory left by another. */
async function measure(side, url, count) {
  const child = fork(SIDE, [side, url, String(count)], { execArgv: ['--expose-gc'] });
  const [[figures]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
  if (figures.error !== undefined) throw new Error(figures.error);
  return figures;
}

function say({ side, count, seconds, grownMb }) {
  const perRow = `${((seconds / count) * 1e6).toFixed(2)} µs a row`;
  const grown = `${grownMb.toFixed(0)} MB more resident memory at most`;
  console.log(`${side.padEnd(28)} ${String(count).padStart(10)} rows  ${perRow.padStart(15)}  ${grown}`);
}

const servers = await findServers(['postgresql']);
try {
  const url = servers.urls.postgresql;
  const streamed = await measure('stream', url, rows);
  say({ side: 'a stream of Dragoman’s', ...streamed });
  const few = await measure('stream', url, AT_ONCE);
  say({ side: 'the same', ...few });
  const atOnce = await measure('at once', url, AT_ONCE);
  say({ side: 'at once, with pg', ...atOnce });
  const met = streamed.grownMb < MOST_MB ? 'met' : 'NOT MET';
  console.log(`\nbelow ${MOST_MB} MB: ${met}`);
  console.log(`memory a row, beside pg: ${(streamed.grownMb / rows / (atOnce.grownMb / AT_ONCE)).toFixed(4)}`);
  console.log(`time a row, beside pg: ${(streamed.seconds / rows / (atOnce.seconds / AT_ONCE)).toFixed(2)}`);
} finally {
  await servers.end();
}
