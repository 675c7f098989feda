#!/usr/bin/env node
// CommonJS on purpose: Node's ESM loader reads files on libuv's thread pool, and the pool takes its size
// from the environment once, when it is first used. Every sqlite3 statement holds one of its threads while it
// runs; with the default of four, four slow statements would stop all file access and name resolution too.
'use strict';

process.env.UV_THREADPOOL_SIZE ??= '96';
// graphql looks at every type twice unless it is told that this is no development.
process.env.NODE_ENV ??= 'production';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const [major, minor] = process.versions.node.split('.').map(Number);
const entry = join(__dirname, '..', 'dist', 'main.js');

/** Ends the process with one line: at this point there is no logger yet, and a stack trace would help nobody. */
function refuse(message) {
  console.error(`dragoman: ${message}`);
  process.exit(1);
}

if (major < 20 || (major === 20 && minor < 19)) {
  refuse(`needs Node 20.19 or later; this is ${process.version}`);
}
if (!existsSync(entry)) {
  refuse('dist/main.js is missing; run "npm run build"');
}

import(pathToFileURL(entry).href)
  .then((module) => module.main(process.argv.slice(2)))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
