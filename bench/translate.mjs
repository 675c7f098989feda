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

const ROUNDS = 7;
const TIMES = 300;

/** Microseconds a translation, the median of the rounds; undefined where it fails. */
function measure(translate, sql, from, to, times = TIMES) {
  try {
    for (let index = 0; index < times; index += 1) translate(sql, from, to);
  } catch {
    return undefined;
  }
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (let index = 0; index < times; index += 1) translate(sql, from, to);
    return ((performance.now() - started) * 1000) / times;
  });
  return median(rounds);
}

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

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

const python = sqlglot();
const names = [...translators.map(([name]) => name), ...(python === undefined ? [] : ['sqlglot'])];
console.log('microseconds a translation, and how many times as long as dragoman takes\n');
console.log(['statement'.padEnd(50), ...names.map((name) => name.padStart(20))].join(''));
const ratios = [];
for (const [index, [name, sql, from, to]] of translated.entries()) {
  const [own, ...others] = [
    ...translators.map(([, translate]) => measure(translate, sql, from, to)),
    ...(python === undefined ? [] : [python[index] ?? undefined]),
  ];
  const shown = others.map((micros) =>
    micros === undefined || own === undefined ? 'fails' : `${micros.toFixed(0)} (${(micros / own).toFixed(1)}×)`,
  );
  const fastest = Math.min(...others.filter((micros) => micros !== undefined));
  if (own !== undefined && Number.isFinite(fastest)) ratios.push(fastest / own);
  console.log(
    [name.padEnd(50), (own?.toFixed(1) ?? 'fails').padStart(20), ...shown.map((text) => text.padStart(20))].join(''),
  );
}
console.log(`\nthe fastest of the others beside dragoman, at the median: ${median(ratios).toFixed(1)}×`);

console.log('\nlinear growth: an IN list of n numbers, microseconds a number');
for (const count of [1_000, 10_000, 100_000]) {
  const sql = `SELECT * FROM t WHERE id IN (${Array.from({ length: count }, (_, index) => index).join(', ')})`;
  const micros = measure(translators[0][1], sql, 'MYSQL', 'POSTGRESQL', Math.max(2, Math.round(10_000 / count)));
  console.log(`${String(count).padStart(9)}${(micros / count).toFixed(3).padStart(12)}`);
}
