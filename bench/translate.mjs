// Parse, translate and print, beside what a user would use instead: polyglot, node-sql-parser (which prints in the other
// dialect what it read) and, where Python has it, sqlglot; ours warns besides. The values differ from call to call. Dragoman
// is measured twice: as a text of a new shape, which is read, translated and printed; and as `translate` of the library does
// it, which keeps plans of shapes: there the values of a known shape are read, checked and written into what it came to.
import { spawnSync } from 'node:child_process';
import nodeSqlParser from 'node-sql-parser';
import * as polyglot from '@polyglot-sql/sdk';
import { translate } from '../dist/language.js';
import { dialects, parseStatement, translateStatement } from '../dist/sql/index.js';
import { translated } from './statements.mjs';

await polyglot.init?.();
const parser = new nodeSqlParser.Parser();

const THEIR_NAMES = { POSTGRESQL: 'postgresql', MYSQL: 'mysql', SQLITE: 'sqlite' };
const SQLGLOT_NAMES = { POSTGRESQL: 'postgres', MYSQL: 'mysql', SQLITE: 'sqlite' };

const LIBRARY_NAMES = { POSTGRESQL: 'postgresql', MYSQL: 'mysql', SQLITE: 'sqlite' };

const translators = [
  ['known shape', (sql, from, to) => translate(sql, { from: LIBRARY_NAMES[from], to: LIBRARY_NAMES[to] }).sql],
  [
    'new shape',
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

const OURS = 2;
const WARM_MS = 10_000;
const ROUNDS = 15;
const ROUND_MS = 20;
/** Values of this many calls, in turns. */
const CALLS = 100;

const statements = translated.map(([name, sql, from, to]) => ({
  name,
  texts: Array.from({ length: CALLS }, (_, call) => sql(call)),
  from,
  to,
}));

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

/** Runs all statements in turns, as a server does that has been up for a while; answers those that fail. */
function warmUp(translate) {
  const failing = new Set();
  for (const end = performance.now() + WARM_MS; performance.now() < end;) {
    for (const { texts, from, to } of statements) {
      if (failing.has(texts)) continue;
      try {
        for (let index = 0; index < 10; index += 1) translate(texts[index], from, to);
      } catch {
        failing.add(texts);
      }
    }
  }
  return failing;
}

/** Microseconds a translation, of one round. */
function timed(translate, { texts, from, to }) {
  const started = performance.now();
  let times = 0;
  do {
    for (let index = 0; index < 10; index += 1) translate(texts[(times + index) % CALLS], from, to);
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
  const input = JSON.stringify(
    statements.map(({ texts, from, to }) => [texts[1], SQLGLOT_NAMES[from], SQLGLOT_NAMES[to]]),
  );
  const { status, stdout } = spawnSync('python3', ['-c', script], { input, encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const failing = translators.map(([, translate]) => warmUp(translate));
const python = sqlglot();
const names = [...translators.map(([name]) => name), ...(python === undefined ? [] : ['sqlglot'])];
console.log(
  'microseconds a translation; behind the others how many times as long as dragoman takes, by each of its ways\n',
);
console.log(['statement'.padEnd(34), ...names.map((name) => name.padStart(24))].join(''));
/** Of each of our ways, how many times as long the fastest of the others takes, by statement. */
const ratios = Array.from({ length: OURS }, () => []);
for (const [index, statement] of statements.entries()) {
  const sides = translators.map(([, translate], side) => (failing[side].has(statement.texts) ? undefined : translate));
  // in turns, so that what else the machine does is shared by all
  const rounds = Array.from({ length: ROUNDS }, () =>
    sides.map((translate) => translate && timed(translate, statement)),
  );
  const micros = sides.map((translate, side) => translate && median(rounds.map((round) => round[side])));
  if (python !== undefined) micros.push(python[index] ?? undefined);
  /** How many times as long a side takes as each of our ways. */
  const times = micros.map((one, side) =>
    Array.from({ length: OURS }, (_, way) => {
      if (one === undefined) return undefined;
      return side < sides.length ? median(rounds.map((round) => round[side] / round[way])) : one / micros[way];
    }),
  );
  const shown = micros.map((one, side) => {
    if (one === undefined) return 'fails';
    if (side < OURS) return one.toFixed(1);
    return `${one.toFixed(0)} (${times[side].map((ratio) => `${ratio.toFixed(1)}×`).join(', ')})`;
  });
  for (const [way, found] of ratios.entries()) {
    const fastest = Math.min(...times.slice(OURS).map((one) => one[way] ?? Infinity));
    if (Number.isFinite(fastest)) found.push(fastest);
  }
  console.log([statement.name.padEnd(34), ...shown.map((text) => text.padStart(24))].join(''));
}
console.log('\nthe fastest of the others beside dragoman, at the median:');
for (const [way, found] of ratios.entries()) console.log(`  ${translators[way][0]}: ${median(found).toFixed(1)}×`);

console.log('\nlinear growth: an IN list of n numbers, microseconds a number; the last is of 1 MB');
for (const count of [1_000, 10_000, 100_000, 135_000]) {
  const sql = `SELECT * FROM t WHERE id IN (${Array.from({ length: count }, (_, index) => index).join(', ')})`;
  const rounds = Array.from({ length: 7 }, () => {
    const times = Math.max(1, Math.round(10_000 / count));
    const started = performance.now();
    for (let index = 0; index < times; index += 1) translators[1][1](sql, 'MYSQL', 'POSTGRESQL');
    return ((performance.now() - started) * 1000) / times;
  });
  console.log(`${String(count).padStart(9)}${(median(rounds) / count).toFixed(3).padStart(12)}`);
}
