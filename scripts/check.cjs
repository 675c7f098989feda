// `npm run check`: everything that can be said about the code without running it. All checks run, also after
// one has failed, and the output of those that failed is shown.
'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { ensureInstalled } = require('./install.cjs');

const root = join(__dirname, '..');

const checks = [
  { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the console',
    command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'console/tsconfig.json'],
    needs: 'console/tsconfig.json',
  },
  {
    name: 'compose file',
    command: ['node_modules/dclint/bin/dclint.cjs', '--max-warnings=0', 'docker-compose.yml'],
  },
  { name: 'generated files', command: ['scripts/emit.cjs', '--check'] },
];

/** Runs one check and says in a line how it went. */
function passes({ name, command }) {
  const startedMs = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

ensureInstalled();
const results = checks.filter(({ needs }) => !needs || existsSync(join(root, needs))).map(passes);
process.exitCode = results.every(Boolean) ? 0 : 1;
