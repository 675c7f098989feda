// Parse and analyse, beside what a user would use instead: libpg-query (PostgreSQL's own grammar in WebAssembly),
// node-sql-parser and polyglot. Theirs is the parse alone; ours is kind, tables, effects and fingerprint as well.
import { loadModule, parseSync } from 'libpg-query';
import nodeSqlParser from 'node-sql-parser';
import * as polyglot from '@polyglot-sql/sdk';
import { analyse, dialects, parseStatement } from '../dist/sql/index.js';
import { prepare } from '../dist/pipeline/prepare.js';
import { statements } from './statements.mjs';

const dialect = dialects.POSTGRESQL;
const theirs = new nodeSqlParser.Parser();
await loadModule();
await polyglot.init?.();

const parsers = [
  ['dragoman', (sql) => analyse(parseStatement(sql, dialect), dialect)],
  ['libpg-query', (sql) => parseSync(sql)],
  ['node-sql-parser', (sql) => theirs.astify(sql, { database: 'postgresql' })],
  ['polyglot', parsePolyglot],
];

function parsePolyglot(sql) {
  const result = polyglot.parse(sql, 'postgresql');
  if (result.success === false) throw new Error(result.error ?? 'polyglot failed');
  return result;
}

const ROUNDS = 5;

/** Microseconds a run, the median of the rounds; undefined where it fails. */
function measure(parse, sql, times) {
  try {
    for (let index = 0; index < Math.ceil(times / 2); index += 1) parse(sql);
  } catch (error) {
    return {
      failed: String(error.message ?? error)
        .split('\n')[0]
        .slice(0, 60),
    };
  }
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (let index = 0; index < times; index += 1) parse(sql);
    return ((performance.now() - started) * 1000) / times;
  });
  return { micros: rounds.sort((one, other) => one - other)[ROUNDS >> 1] };
}

console.log('microseconds a statement, and how many times as long as dragoman takes (parse and analyse)\n');
console.log(['statement'.padEnd(34), ...parsers.map(([name]) => name.padStart(24))].join(''));
for (const [name, sql, times] of statements) {
  const [own, ...others] = parsers.map(([, parse]) => measure(parse, sql, times));
  const shown = others.map(({ micros, failed }) =>
    failed ? 'fails' : `${micros.toFixed(1)} (${(micros / own.micros).toFixed(2)}×)`,
  );
  console.log(
    [name.padEnd(34), own.micros.toFixed(1).padStart(24), ...shown.map((text) => text.padStart(24))].join(''),
  );
}

console.log('\nlinear growth: an IN list of n numbers, microseconds a number');
for (const count of [1_000, 10_000, 100_000]) {
  const sql = `SELECT * FROM t WHERE id IN (${Array.from({ length: count }, (_, index) => index).join(', ')})`;
  const { micros } = measure(parsers[0][1], sql, Math.max(2, Math.round(20_000 / count)));
  console.log(`${String(count).padStart(9)}${(micros / count).toFixed(3).padStart(12)}`);
}

const [, typical] = statements[1];
const repeats = 200_000;
prepare(typical, 'POSTGRESQL');
const started = performance.now();
for (let index = 0; index < repeats; index += 1) prepare(typical, 'POSTGRESQL');
console.log(`\na memoised repeat: ${(((performance.now() - started) * 1000) / repeats).toFixed(3)} µs`);

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
for (let index = 0; index < 20_000; index += 1) prepare(`${typical} -- ${index}`, 'POSTGRESQL');
globalThis.gc?.();
const grown = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
console.log(`the memo after 20,000 different statements of ${typical.length} characters: ${grown.toFixed(0)} MB`);
