// HTTP servers in processes of their own, and the load that they are put under.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

const CONNECTIONS = 32;
const REPORT_CPU = createRequire(import.meta.url).resolve('./report-cpu.cjs');
const START_MS = 60_000;

/**
 * Starts a server that prints its address once it listens.
 * @param {string[]} command the script, and its arguments
 * @param {{ cwd?: string, env?: Record<string, string> }} options
 */
export async function startServer([script, ...args], { cwd, env } = {}) {
  const child = spawn(process.execPath, ['--require', REPORT_CPU, script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await Promise.race([addressOf(child), failed(script, child)]);
  return {
    url,
    cpuMicros: () => cpuOf(child),
    end: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

function addressOf(child) {
  let output = '';
  // It is read to the end, address or not: a pipe that nobody reads would fill up.
  return new Promise((resolve) => {
    child.stdout.on('data', (data) => {
      output += data;
      const [address] = /http:\/\/[\w.[\]:]+:\d+/.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}

async function failed(script, child) {
  await Promise.race([once(child, 'exit'), sleep(START_MS, undefined, { ref: false })]);
  throw new Error(`${script} does not listen.`);
}

/** Microseconds of CPU time that the process has used, all its threads together. */
async function cpuOf(child) {
  child.send('cpu');
  const [{ user, system }] = await once(child, 'message');
  return user + system;
}

/**
 * Puts a server under load with connections that are kept alive.
 * @param {{ path: string, method?: string, body?: string }[]} requests sent in turns by each connection
 * @param {(body: string) => boolean} isRight whether an answer is one
 * @returns requests per second of CPU, and per second
 */
export async function putUnderLoad(server, requests, isRight, seconds) {
  const before = await server.cpuMicros();
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    requests,
    verifyBody: isRight,
  });
  const cpu = (await server.cpuMicros()) - before;
  const { total } = result.requests;
  const wrong = result.non2xx + result.errors + result.timeouts + result.mismatches;
  if (wrong > 0) throw new Error(`${wrong} of ${total} requests to ${server.url} got no right answer.`);
  return { perCpuSecond: (total * 1e6) / cpu, cpuMicros: cpu / total, perSecond: total / result.duration };
}
