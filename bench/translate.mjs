// Parse, translate and print, beside what a user would use instead: polyglot, node-sql-parser (which prints in the other
// dialect what it read) and, where Python has it, sqlglot. None of it is memoised; ours warns besides.
import { spawnSync } from 'node:child_process';
import nodeSqlParser from 'node-sql-parser';
import * as polyglot from '@polyglot-sql/sdk';
import { dialects, parseStatement, translateStatement } from '../dist/sql/index.js';
import { translated } from './statements.mjs';

await polyglot.init?.();
const parser = new nodeSqlParser.Parser();

const THEIR_NAMES = { POSTGRESQL: 'postgresql', MYSQL: 'mysql', SQLITE: 'sqlite' };
const SQLGLOT_NAMES = { POSTGRESQL: 'postgres', MYSQL: 'mysql', SQLITE: 'sqlite' };

const translators = [
  [
    'dragoman',
    (sql, from, to) =>
      translateStatement(parseStatement(sql, dialects[from]), sql, { from: dialects[from], to: dialects[to] }).sql,
  ],
  [
    'polyglot',
    (sql, from, to) => {
      const result = polyglot.transpile(sql, THEIR_NAMES[from], THEIR_NAMES[to]);
      if (result.success === false) throw new Error(result.error ?? 'polyglot failed');
      return result;
    },
  ],
  [
    'node-sql-parser',
    (sql, from, to) =>
      parser.sqlify(parser.astify(sql, { database: THEIR_NAMES[from] }), { database: THEIR_NAMES[to] }),
  ],
];

const WARM_MS = 10_000;
const ROUNDS = 15;
const ROUND_MS = 20;

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

/** Runs all statements in turns, as a server does that has been up for a while; answers those that fail. */
function warmUp(translate) {
  const failing = new Set();
  for (const end = performance.now() + WARM_MS; performance.now() < end;) {
    for (const [, sql, from, to] of translated) {
      if (failing.has(sql)) continue;
      try {
        for (let index = 0; index < 10; index += 1) translate(sql, from, to);
      } catch {
        failing.add(sql);
      }
    }
  }
  return failing;
}

/** Microseconds a translation, of one round. */
function timed(translate, sql, from, to) {
  const started = performance.now();
  let times = 0;
  do {
    for (let index = 0; index < 10; index += 1) translate(sql, from, to);
    times += 10;
  } while (performance.now() - started < ROUND_MS);
  return ((performance.now() - started) * 1000) / times;
}

/** The same in Python, where it is at hand: microseconds by statement, undefined where it fails. */
function sqlglot() {
  const script = `
import json, sys, time
try:
    import sqlglot
except ImportError:
    sys.exit(3)
out = []
for sql, source, target in json.load(sys.stdin):
    try:
        for _ in range(20): sqlglot.transpile(sql, read=source, write=target)
        rounds = []
        for _ in range(5):
            started = time.perf_counter()
            for _ in range(20): sqlglot.transpile(sql, read=source, write=target)
            rounds.append((time.perf_counter() - started) * 1e6 / 20)
        out.append(sorted(rounds)[2])
    except Exception:
        out.append(None)
print(json.dumps(out))`;
  const input = JSON.stringify(translated.map(([, sql, from, to]) => [sql, SQLGLOT_NAMES[from], SQLGLOT_NAMES[to]]));
  const { status, stdout } = spawnSync('python3', ['-c', script], { input, encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const failing = translators.map(([, translate]) => warmUp(translate));
const python = sqlglot();
const names = [...translators.map(([name]) => name), ...(python === undefined ? [] : ['sqlglot'])];
console.log('microseconds a translation, and how many times as long as dragoman takes\n');
console.log(['statement'.padEnd(50), ...names.map((name) => name.padStart(20))].join(''));
const ratios = [];
for (const [index, [name, sql, from, to]] of translated.entries()) {
  const sides = translators.map(([, translate], side) => (failing[side].has(sql) ? undefined : translate));
  // in turns, so that what else the machine does is shared by all
  const rounds = Array.from({ length: ROUNDS }, () =>
    sides.map((translate) => translate && timed(translate, sql, from, to)),
  );
  const micros = sides.map((translate, side) => translate && median(rounds.map((round) => round[side])));
  const times = micros.map((one, side) => one && median(rounds.map((round) => round[side] / round[0])));
  if (python !== undefined) {
    micros.push(python[index] ?? undefined);
    times.push(python[index] ? python[index] / micros[0] : undefined);
  }
  const shown = micros.map((one, side) =>
    one === undefined ? 'fails' : side === 0 ? one.toFixed(1) : `${one.toFixed(0)} (${times[side].toFixed(1)}×)`,
  );
  const fastest = Math.min(...times.slice(1).filter((one) => one !== undefined));
  if (Number.isFinite(fastest)) ratios.push(fastest);
  console.log([name.padEnd(50), ...shown.map((text) => text.padStart(20))].join(''));
}
console.log(`\nthe fastest of the others beside dragoman, at the median: ${median(ratios).toFixed(1)}×`);

console.log('\nlinear growth: an IN list of n numbers, microseconds a number; the last is of 1 MB');
for (const count of [1_000, 10_000, 100_000, 135_000]) {
  const sql = `SELECT * FROM t WHERE id IN (${Array.from({ length: count }, (_, index) => index).join(', ')})`;
  const rounds = Array.from({ length: 7 }, () => {
    const times = Math.max(1, Math.round(10_000 / count));
    const started = performance.now();
    for (let index = 0; index < times; index += 1) translators[0][1](sql, 'MYSQL', 'POSTGRESQL');
    return ((performance.now() - started) * 1000) / times;
  });
  console.log(`${String(count).padStart(9)}${(median(rounds) / count).toFixed(3).padStart(12)}`);
}
