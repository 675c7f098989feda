// What a build was made from: a hash of its inputs' contents, kept in dist/.stamps/.
'use strict';

const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const root = join(__dirname, '..');
const stampFile = (part) => join(root, 'dist', '.stamps', part);

/**
 * Contents, not times of change: `git checkout` and `git clone` set the times anew.
 * @param {string[]} inputs files and folders, relative to the root; those that are missing count as empty
 * @param {string} extra anything else that the output depends on
 */
function hashInputs(inputs, extra) {
  const hash = createHash('sha256').update(extra);
  for (const file of inputs.flatMap((input) => filesIn(join(root, input)))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Every file below a path, sorted; the path itself where it is a file. */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

const readStamp = (part) => (existsSync(stampFile(part)) ? readFileSync(stampFile(part), 'utf8') : undefined);

function writeStamp(part, value) {
  mkdirSync(join(root, 'dist', '.stamps'), { recursive: true });
  writeFileSync(stampFile(part), value);
}

/** Before a build: one that is broken off must not leave the old stamp beside new, half-made output. */
const dropStamp = (part) => rmSync(stampFile(part), { force: true });

module.exports = { dropStamp, filesIn, hashInputs, readStamp, writeStamp };
