import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { DumpTranslator, needsSecondReading, ToldLater, type Outcome } from '../src/dumps/index.js';
import { dialects, ScriptReader, type DialectName } from '../src/sql/index.js';
import { createLoaded } from './support/loaded-database.js';
const [file, from] = (process.env.S ?? '').split(',') as [string, DialectName];
it.each((['POSTGRESQL', 'MYSQL', 'SQLITE'] as DialectName[]).filter((to) => to !== from))('%s', async (to) => {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const reader = new ScriptReader(dialects[from]);
  const all = [...reader.add(text), ...reader.end()];
  const d = { from: dialects[from], to: dialects[to] };
  const later = new ToldLater(d.from, d.to);
  const needs = needsSecondReading(d.from, d.to);
  if (needs) for (const part of all) later.note(part);
  const tr = new DumpTranslator({ ...d, ...(needs && { later }) });
  const out: Outcome[] = [...all.flatMap((p) => [...tr.translate(p)]), ...tr.finish()];
  for (const o of out) {
    if (o.refusal) console.log(`REF ${to} ${o.position?.line}: ${o.refusal.message} ${o.refusal.hint ?? ''} | ${o.source}`);
    if (o.dropped?.loses) console.log(`DROP ${to} ${o.position?.line}: ${o.dropped.why} ${o.dropped.advice ?? ''}`);
  }
  const sql = out.flatMap((o) => o.statements.map((s) => `${s};\n`)).join('');
  writeFileSync(`/tmp/out-${to}.sql`, sql);
  const db = await createLoaded(to);
  try { await db.load(sql); for (const [n, c] of await db.contents()) console.log(`TAB ${to} ${n} ${JSON.stringify(c.columns)} ${JSON.stringify(c.rows)}`.slice(0, 400)); } catch (e) { console.log('LOAD', to, String(e)); } finally { await db.drop(); }
}, 60000);
