// Keeps one folder and, in it, one server, for as long as the process that started it lives.
//
// Orders come as lines of JSON on stdin. The pipe closes when that process ends, however it ends: then the server is
// ended, the folder removed, and this process is gone too. A plain script, so that a bare `node` can run it.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;
const ENDED_WITHIN_MS = 2_000;
const OUTPUT_CHARACTERS = 32_768;

/** @type {import('./keeper.js').KeeperPlan} */
let plan;
/** The running server; undefined while there is none. */
let server;
let output = '';
let ending = false;

const orders = {
  open: async (given) => {
    plan = given;
    makeFolder();
    for (const step of plan.prepare) await run(step);
  },
  start: async () => {
    server = launch(plan.serve);
    await becomesReady(server);
    return server.pid;
  },
  stop: () => stop(plan.stopSignal, STOPPED_WITHIN_MS),
  kill: async () => {
    killAll(server?.pid);
    await server?.exited;
  },
  freeze: async () => freeze(server.pid),
  thaw: async () => thaw(server.pid),
};

function makeFolder() {
  mkdirSync(plan.folder, { mode: 0o700 });
  giveToUser(plan.folder);
  for (const [name, text] of Object.entries(plan.files)) {
    const path = join(plan.folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    giveToUser(path);
  }
}

function giveToUser(path) {
  if (plan.user !== undefined) chownSync(path, plan.user.uid, plan.user.gid);
}

function launch({ command, args }) {
  const child = spawn(command, args, {
    cwd: plan.folder,
    env: plan.env,
    ...plan.user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  output = '';
  const keep = (chunk) => (output = (output + chunk).slice(-OUTPUT_CHARACTERS));
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  child.exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`it ended with ${signal ?? code}`));
  });
  void child.exited.then(() => {
    if (server === child) server = undefined;
  });
  return child;
}

async function run(step) {
  const child = launch(step);
  await child.exited;
  if (child.exitCode !== 0) throw new Error(`${step.command} failed:\n${output}`);
}

async function becomesReady(child) {
  const ready = new RegExp(plan.ready);
  const deadline = Date.now() + READY_WITHIN_MS;
  let ended;
  void child.exited.then((how) => (ended = how));
  while (!ready.test(output)) {
    if (ended !== undefined) throw new Error(`${plan.serve.command} did not start, ${ended}:\n${output}`);
    if (Date.now() > deadline) throw new Error(`${plan.serve.command} does not get ready:\n${output}`);
    await sleep(5);
  }
}

/** Asks the server to stop; ends it where it does not. */
async function stop(signal, withinMs) {
  const stopping = server;
  if (stopping === undefined) return;
  thaw(stopping.pid);
  stopping.kill(signal);
  await Promise.race([stopping.exited, sleep(withinMs, undefined, { ref: false })]);
  if (server === stopping) killAll(stopping.pid);
  await stopping.exited;
}

/** A process before its children: one that is stopped forks no more. */
function freeze(pid) {
  const stopped = new Set();
  for (let found = [pid]; found.length > 0; found = family(pid).filter((each) => !stopped.has(each))) {
    for (const each of found) {
      signalTo(each, 'SIGSTOP');
      stopped.add(each);
    }
  }
  return [...stopped];
}

function thaw(pid) {
  for (const each of family(pid).reverse()) signalTo(each, 'SIGCONT');
}

/** Frozen first, as the children of a process that has died can't be found any more. */
function killAll(pid) {
  if (pid === undefined) return;
  for (const each of freeze(pid)) signalTo(each, 'SIGKILL');
}

function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A process and everything below it, from the top down. PostgreSQL's are no process group: each is its own. */
function family(top) {
  const children = new Map();
  for (const [pid, parent] of parentsOfAll()) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const found = [top];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function parentsOfAll() {
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').filter(isNumber).flatMap(parentFromProc);
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/).map(Number));
}

function parentFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // "pid (name) state ppid …", and a name may hold spaces and parentheses.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [[Number(pid), Number(parent)]];
  } catch {
    return []; // gone meanwhile
  }
}

function isNumber(text) {
  return /^[0-9]+$/.test(text);
}

/** Everything is undone, and this process ends. */
async function end() {
  if (ending) return;
  ending = true;
  if (plan !== undefined) {
    await stop(plan.endSignal, ENDED_WITHIN_MS);
    for (const pid of family(process.pid).slice(1)) killAll(pid);
    for (const step of plan.undo ?? []) await run(step).catch(() => {});
    removeSharedMemory();
    rmSync(plan.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  process.exit();
}

/** A PostgreSQL that was killed leaves a System V segment; its lock file names it in the seventh line: key, id. */
function removeSharedMemory() {
  const lockFile = join(plan.folder, 'data', 'postmaster.pid');
  if (!existsSync(lockFile)) return;
  const id = readFileSync(lockFile, 'utf8').split('\n')[6]?.trim().split(/\s+/)[1];
  if (id === undefined) return;
  try {
    execFileSync('ipcrm', ['-m', id], { stdio: 'ignore' });
  } catch {
    // The server removed it itself.
  }
}

async function answer(line) {
  const { id, order, plan: given } = JSON.parse(line);
  try {
    reply({ id, value: await orders[order](given) });
  } catch (error) {
    reply({ id, error: error.message });
  }
}

function reply(message) {
  if (!ending) process.stdout.write(`${JSON.stringify(message)}\n`);
}

let last = Promise.resolve();
createInterface({ input: process.stdin })
  .on('line', (line) => (last = last.then(() => answer(line))))
  .on('close', () => void end());
process.stdout.on('error', () => {}); // whoever listened has died, which stdin says as well
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
