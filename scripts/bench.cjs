// `npm run bench -- <name>`: builds, installs what the benchmarks compare with, and runs bench/<name>.mjs.
'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { ensureInstalled } = require('./install.cjs');
const { ensureBuilt } = require('./build.cjs');

const bench = join(__dirname, '..', 'bench');

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

async function main() {
  const name = process.argv[2];
  const file = join(bench, `${name}.mjs`);
  if (name === undefined || !existsSync(file)) {
    const known = readdirSync(bench).filter((each) => each.endsWith('.mjs') && each !== 'statements.mjs');
    console.error(`Name a benchmark: ${known.map((each) => each.replace('.mjs', '')).join(', ')}.`);
    process.exit(1);
  }
  ensureInstalled();
  await ensureBuilt();
  if (!existsSync(join(bench, 'node_modules'))) run('npm', ['ci', '--no-audit', '--no-fund'], bench);
  run(process.execPath, ['--expose-gc', file], bench);
}

main();
