// Builds what is stale: the service (tsc, into dist/) and the console (vite, into dist/console/).
'use strict';

const { spawn } = require('node:child_process');
const { existsSync, rmSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { dropStamp, filesIn, hashInputs, readStamp, writeStamp } = require('./stamps.cjs');

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const { version } = require('../package.json');

const parts = [
  {
    name: 'service',
    source: 'src',
    inputs: ['src', 'tsconfig.json', 'tsconfig.build.json'],
    output: join(dist, 'main.js'),
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    before: forgetLostOutputs,
    after: removeOrphans,
  },
  {
    name: 'console',
    source: 'console/vite.config.ts',
    inputs: ['console', 'package-lock.json'],
    output: join(dist, 'console', 'index.html'),
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'console/vite.config.ts', '--logLevel', 'warn'],
  },
];

/** Builds the stale parts side by side; ends the process where one fails. Nothing to do in an installed package. */
async function ensureBuilt() {
  const builds = parts.filter((part) => existsSync(join(root, part.source))).map(buildIfStale);
  const succeeded = await Promise.all(builds);
  if (succeeded.includes(false)) process.exit(1);
}

async function buildIfStale(part) {
  const stamp = hashInputs(part.inputs, version);
  if (existsSync(part.output) && readStamp(part.name) === stamp) return true;
  const startedMs = Date.now();
  dropStamp(part.name);
  part.before?.(part);
  const succeeded = await runNode(part.command);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`${succeeded ? 'Built' : 'Could not build'} the ${part.name} (${seconds} s)`);
  if (!succeeded) return false;
  part.after?.();
  // The hash from before the build: a file saved meanwhile makes the next start build again.
  writeStamp(part.name, stamp);
  return true;
}

/** A child process: two builds then use two cores, and neither touches this process's thread pool. */
function runNode(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** tsc's incremental record says what it wrote, not what is still there: without the output it must start anew. */
function forgetLostOutputs({ output }) {
  if (!existsSync(output)) rmSync(join(dist, '.tsbuildinfo'), { force: true });
}

/** Removes what tsc wrote for sources that are gone: a deleted module must not be importable from dist/. */
function removeOrphans() {
  const emitted = /\.(js|js\.map|d\.ts|d\.ts\.map)$/;
  for (const file of filesIn(dist)) {
    const path = relative(dist, file);
    if (path.startsWith(`console${sep}`) || !emitted.test(path)) continue;
    if (!existsSync(join(root, 'src', path.replace(emitted, '.ts')))) rmSync(file);
  }
}

module.exports = { ensureBuilt };

if (require.main === module) ensureBuilt();
