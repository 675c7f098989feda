// Makes node_modules match package-lock.json, so that `npm start` and `npm test` work in a fresh clone.
'use strict';

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.dragoman-install');

/** Installs where the stamp of the last installation does not match; ends the process where that fails. */
function ensureInstalled() {
  const stamp = wantedStamp();
  if (readIfThere(stampFile) === stamp) return;
  if (!installedByHand()) {
    console.log('Installing packages: this compiles sqlite3 once and may take about two minutes …');
    runNpmCi();
  }
  writeFileSync(stampFile, stamp);
}

/** The native module depends on Node's ABI and the platform as much as on the lock file. */
function wantedStamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update([process.versions.modules, process.platform, process.arch].join(' '))
    .digest('hex');
}

/** True where `npm install` or `npm ci` was run without us: npm's own record then holds all that the lock asks for. */
function installedByHand() {
  const record = readIfThere(join(modules, '.package-lock.json'));
  // A stamp that is there but differs: packages may match while sqlite3 was compiled for another Node.
  if (record === undefined || existsSync(stampFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(record).packages;
  const complete = Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.integrity === entry.integrity,
  );
  return complete && existsSync(join(modules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node'));
}

function runNpmCi() {
  // `--include=dev`: building needs the compiler even where NODE_ENV says production.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  // On Windows npm is a .cmd file, which only a shell can start.
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`npm ci failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

module.exports = { ensureInstalled };
