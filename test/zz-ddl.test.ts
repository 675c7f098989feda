// Temporary: DIR=/tmp/work/ddl/r1 [ONLY=regex] [MODES=AB] OUT=... npx vitest run test/zz-ddl.test.ts ; files NAME-mysql.sql etc.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sqlite3 from 'sqlite3';
import pg from 'pg';
import mysql2 from 'mysql2/promise';
import { it } from 'vitest';
import type { TableDescription } from '../src/databases/index.js';
import { dialects, firstWordsOf, NOTICES, parseTokens, ScriptTranslation, splitStatements, type DialectName } from '../src/sql/index.js';
import { DragomanError } from '../src/errors/index.js';
import { createDatabase } from './support/servers/index.js';
import { TestPipeline as TP } from './support/test-pipeline.js';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isLoud } from './sql/translation/expected-outcomes.js';
import { comparable, translatedOn } from './sql/translation/runner.js';
import { sqlOf, translatedScript } from './dumps/translated-script.js';
import { createLoaded as _cl } from './support/loaded-database.js';
import { TestPipeline } from './support/test-pipeline.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const { DIR = '', ONLY = '', MODES = 'BC', OUT, TO, SHOW } = process.env;
const FAMILY: Record<string, string> = {
  SMALLINT: 'int', INTEGER: 'int', BIGINT: 'int', BOOLEAN: 'bool', DECIMAL: 'dec', REAL: 'float', FLOAT: 'float', DOUBLE: 'float', TEXT: 'text', JSON: 'json', BINARY: 'bin', UUID: 'text', DATE: 'date', TIME: 'time', TIMESTAMP: 'ts', TIMESTAMP_TZ: 'tstz',
};
const key = (s: string) => s.toLowerCase();
const isIgnorable = (n: string) => n.startsWith('_');
async function createLoaded(dialect: DialectName) {
  if (dialect === 'SQLITE') {
    const file = join(mkdtempSync(join(tmpdir(), 'zz-')), 'l.sqlite');
    const db = new sqlite3.Database(file);
    const exec = promisify(db.exec.bind(db));
    await exec('PRAGMA foreign_keys = ON');
    return { load: async (s: string) => { await exec(s); }, run: async (s: string) => { await exec(s); }, open: () => TP.open({ dialect, url: `sqlite:${file}` }), drop: async () => { await promisify(db.close.bind(db))(); } };
  }
  const d = await createDatabase(dialect === 'POSTGRESQL' ? 'postgresql' : 'mysql');
  if (dialect === 'POSTGRESQL') {
    const c = new pg.Client({ connectionString: d.url }); await c.connect();
    const go = async (s: string) => { await c.query(s); };
    return { load: go, run: go, open: () => TP.open({ dialect, url: d.url }), drop: async () => { await c.end(); await d.drop(); } };
  }
  const c = await mysql2.createConnection({ uri: d.url, multipleStatements: true });
  await c.query("SET time_zone = '+00:00'");
  const go = async (s: string) => { await c.query(s); };
  return { load: async (s: string) => { for (const x of splitStatements(s, dialects.MYSQL)) if (x.text.trim()) await go(x.text); }, run: go, open: () => TP.open({ dialect, url: d.url }), drop: async () => { await c.end(); await d.drop(); } };
}
type T = Record<string, unknown> & { rows: string[] };
async function state(p: TestPipeline, dialect: DialectName): Promise<Map<string, T>> {
  const cat = p.catalogue();
  const described = (await cat.describe(await cat.list())).filter((d): d is TableDescription => d !== undefined && d.columns.length > 0);
  const q = dialect === 'MYSQL' ? '`' : '"';
  const out = new Map<string, T>();
  for (const d of described) {
    const columns = d.columns.filter((c) => !c.invisible);
    const names = columns.map((c) => key(c.name));
    const rows = (await p.query(`SELECT ${columns.map((c) => q + c.name + q).join(', ')} FROM ${q}${d.name}${q}`)).tuples;
    const fks = d.foreignKeys.map((k) => `${k.columns.map(key).join()}→${key(k.referenced.name)}(${k.referencedColumns.map(key).join()}) ${k.onDelete} ${k.onUpdate}`.replaceAll('RESTRICT', 'NO_ACTION')).sort();
    const fkcols = new Set(d.foreignKeys.map((k) => k.columns.map(key).join()));
    const parts = (i: TableDescription['indexes'][number]) => i.parts.map((x) => (x.column === null ? '…' : d.columns.find((c) => c.name === x.column)?.invisible ? '…' : key(x.column))).join();
    const order = [...names.keys()].sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
    const pk = d.primaryKey.map(key).join();
    out.set(key(d.name), {
      kind: d.kind === 'VIEW' || d.kind === 'MATERIALIZED_VIEW' ? 'view' : 'table',
      columns: names.join(),
      nullable: columns.map((c) => `${key(c.name)}${(c.nullable && !d.primaryKey.includes(c.name)) ? '?' : '!'}`).join(),
      types: columns.map((c) => `${key(c.name)}:${FAMILY[c.type] ?? c.type}`).join(),
      defaults: columns.map((c) => `${key(c.name)}=${norm(c.default)}`).join('; '),
      pk,
      counts: columns.filter((c) => c.autoIncrement && (dialect!=='SQLITE' || true)).map((c) => key(c.name)).join(),
      uniques: d.indexes.filter((i) => i.unique && !i.primary && parts(i) !== pk).map((i) => parts(i)).sort().join(' | '),
      indexes: d.indexes.filter((i) => !i.unique && !fkcols.has(parts(i))).map((i) => parts(i)).sort().join(' | '),
      fks: fks.join(' | '),
      checks: String(d.checks?.length ?? 'unknown'),
      rows: comparable(rows.map((r) => order.map((i) => r[i]!)).map((r) => r.map((v) => (typeof v === 'string' ? v.trimEnd() : v))), false),
    });
  }
  return out;
}
function norm(value: string | null): string {
  if (value === null || /^null(::|$)/i.test(value)) return '-';
  let v = value.replace(/::[a-z ]+(\(\d+(,\d+)?\))?(\[\])?/gi, '').replace(/^\((.*)\)$/, '$1').replace(/^'(.*)'$/, '$1').toLowerCase();
  if (/current_timestamp|now\(\)|clock/.test(v)) v = 'now';
  if (/^nextval/.test(v)) return '-';
  if (v === 'true' || v === 't') v = '1';
  if (v === 'false' || v === 'f') v = '0';
  if (/^-?\d+\.\d*$/.test(v)) v = String(Number(v));
  return v;
}
function differences(home: Map<string, T>, made: Map<string, T>): string[] {
  const out: string[] = [];
  for (const [name, h] of home) {
    if (isIgnorable(name)) continue;
    const m = made.get(name);
    if (m === undefined) { out.push(`${name}: missing`); continue; }
    for (const part of Object.keys(h)) {
      const a = JSON.stringify(h[part]), b = JSON.stringify(m[part]);
      if (a !== b && !(part === 'kind')) out.push(`${name}.${part}:\n        home ${a.slice(0, 600)}\n        made ${b.slice(0, 600)}`);
    }
  }
  for (const name of made.keys()) if (!home.has(name) && !isIgnorable(name)) out.push(`${name}: too many`);
  return out;
}
const HARD = /\.(rows|columns|nullable|pk|uniques|fks):|missing|too many/;

it('scores', { timeout: 3_000_000 }, async () => {
  const tally: Record<string, number> = {};
  const count = (k: string, n = 1) => { tally[k] = (tally[k] ?? 0) + n; };
  const lines: string[] = [];
  for (const file of readdirSync(DIR).sort()) {
    if (!/\.sql$/.test(file) || (ONLY && !new RegExp(ONLY).test(file))) continue;
    const from = DIALECTS.find((one) => file.endsWith(`-${one.toLowerCase()}.sql`))!;
    const script = readFileSync(join(DIR, file), 'utf8');
    const home = await createLoaded(from);
    let at: Map<string, T>;
    try {
      await home.load(script);
      const p = await home.open();
      at = await state(p, from);
      await p.close();
    } catch (error) {
      count('HOME FAILS');
      lines.push(`HOME FAILS ${file}: ${(error as Error).message.slice(0, 600)}`);
      await home.drop();
      continue;
    }
    for (const to of DIALECTS.filter((one) => one !== from && (!TO || one === TO))) {
      for (const mode of MODES) {
        const made = await createLoaded(to);
        const notes: string[] = [];
        let loud: string[] = [], bad = 0, verdict = '', infos: string[] = [];
        try {
          if (mode === 'A') {
            const outcomes = translatedScript(script, from, to);
            for (const o of outcomes) {
              if (o.refusal) { bad++; count('A refused statements'); notes.push(`refused ${o.source}\n        ${o.refusal.message} ${o.refusal.hint ?? ''}`); }
              if (o.dropped?.loses) { loud.push('left out'); notes.push(`left out: ${o.dropped.why}`); }
              for (const n of o.notices) (n.severity === 'INFO' ? infos : loud).push(n.code);
              count('A statements');
            }
            if (SHOW) notes.push(sqlOf(outcomes));
            try { await made.load(sqlOf(outcomes)); } catch (error) { verdict = 'FAILS'; notes.push((error as Error).message.slice(0, 800)); }
          } else if (mode === 'B') {
            for (const { text } of splitStatements(script, dialects[from])) {
              if (text.trim() === '') continue;
              count('B statements');
              const q = await made.open();
              let r;
              try { r = await translatedOn(q, from, text, {}, async () => ({ tuples: [] })); } finally { await q.close(); }
              if (SHOW) notes.push(`    ${r.sql}`);
              for (const w of r.warnings) (isLoud(w) ? loud : infos).push(w);
              if (r.refused) { bad++; count('B refused statements'); notes.push(`refused ${text.replace(/\s+/g, ' ').slice(0, 220)}\n        ${r.error}`); continue; }
              try { for (const s of splitStatements(r.sql!, dialects[to])) await made.run(s.text); } catch (error) { bad++; verdict = 'FAILS'; count('B failed statements'); notes.push(`fails ${text.replace(/\s+/g, ' ').slice(0, 220)}\n      → ${r.sql}\n        ${(error as Error).message}`); }
            }
          } else {
            const texts = splitStatements(script, dialects[from]).filter((x) => x.text.trim() !== '');
            const read = texts.map((x) => ({ tree: parseTokens(script, x.tokens, dialects[from]), text: x.text, words: firstWordsOf(x) }));
            const s = new ScriptTranslation({ from: dialects[from], to: dialects[to] }, {}, read);
            for (const one of read) {
              count('C statements');
              try {
                const r = s.translate(one, script, undefined);
                if (SHOW) notes.push(`    ${r.sql}`);
                for (const n of r.notices) (NOTICES[n.code].severity !== 'INFO' ? loud : infos).push(n.code);
                try { for (const x of r.statements) await made.run(x); } catch (error) { bad++; verdict = 'FAILS'; count('C failed statements'); notes.push(`fails ${one.text.replace(/\s+/g, ' ').slice(0, 220)}\n      → ${r.sql}\n        ${(error as Error).message}`); }
              } catch (error) {
                if (!(error instanceof DragomanError)) throw error;
                bad++; count('C refused statements'); notes.push(`refused ${one.text.replace(/\s+/g, ' ').slice(0, 220)}\n        ${error.message} ${error.details.hint ?? ''}`);
              }
            }
          }
          if (verdict === '') {
            const p2 = await made.open();
            const diff = differences(at, await state(p2, to));
            await p2.close();
            const hard = diff.filter((d) => HARD.test(d));
            notes.push(...diff);
            verdict = bad > 0 ? 'refused' : hard.length === 0 ? (loud.length > 0 ? 'needless' : diff.length > 0 ? 'same*' : 'same') : loud.length > 0 ? 'warned' : infos.length > 0 ? 'told' : 'SILENT';
          }
        } catch (error) {
          verdict = 'INTERNAL';
          notes.push(String((error as Error).stack).slice(0, 1500));
        }
        count(`${mode} ${verdict}`);
        lines.push(`${verdict.padEnd(9)} ${mode} ${file} → ${to}  ${[...new Set(loud)].join(' ')} (${[...new Set(infos)].join(' ')})${notes.map((n) => `\n      ${n}`).join('')}`);
        await made.drop();
      }
    }
    await home.drop();
  }
  const report = `${lines.join('\n')}\n\n${JSON.stringify(tally, null, 1)}\n`;
  if (OUT !== undefined) writeFileSync(OUT, report);
  else console.log(report);
});
