// `npm run bench -- <name>`: builds, installs what the benchmark compares with, and runs bench/<name>.mjs. What only
// one of them needs is a package in the folder of its name.
'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { ensureInstalled } = require('./install.cjs');
const { ensureBuilt } = require('./build.cjs');

const bench = join(__dirname, '..', 'bench');

function run(command, args, cwd) {
  const shell = command === 'npm' && process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs where npm's own record of what is there does not have all that the lock asks for. */
function ensurePackages(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  const present = existsSync(record) ? packagesIn(record) : {};
  const wanted = Object.entries(packagesIn(join(folder, 'package-lock.json')));
  const complete = wanted.every(
    ([path, { optional, integrity }]) => path === '' || optional || present[path]?.integrity === integrity,
  );
  if (!complete) run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const file = join(bench, `${name}.mjs`);
  if (name === undefined || !existsSync(file)) {
    const known = readdirSync(bench).filter((each) => each.endsWith('.mjs') && each !== 'statements.mjs');
    console.error(`Name a benchmark: ${known.map((each) => each.replace('.mjs', '')).join(', ')}.`);
    process.exit(1);
  }
  ensureInstalled();
  await ensureBuilt();
  ensurePackages(bench);
  if (existsSync(join(bench, name, 'package.json'))) ensurePackages(join(bench, name));
  run(process.execPath, ['--expose-gc', file, ...args], bench);
}

main();
