// `npm run emit`: writes what is generated from the code (schema/, docs/errors.md, …).
// With --check it writes nothing and fails, naming the files that are out of date.
'use strict';

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { ensureBuilt } = require('./build.cjs');

const check = process.argv.includes('--check');

async function main() {
  await ensureBuilt();
  const { emitAll } = await import(pathToFileURL(join(__dirname, '..', 'dist', 'emit.js')).href);
  const differing = await emitAll({ check });
  for (const file of differing) console.log(`${check ? 'out of date' : 'written'}: ${file}`);
  if (!check || differing.length === 0) return;
  console.error('Run "npm run emit" and commit what it writes.');
  process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
