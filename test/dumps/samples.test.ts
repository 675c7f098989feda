import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DumpTranslator, needsSecondReading, ToldLater, type Outcome } from '../../src/dumps/index.js';
import { dialects, ScriptReader, type DialectName, type ScriptPart } from '../../src/sql/index.js';
import { comparable, type Rows } from '../sql/translation/runner.js';
import { createLoaded, type Contents } from '../support/loaded-database.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** A script as makers of sample schemas write it, with what each target does not get. */
interface Sample {
  readonly name: string;
  readonly from: DialectName;
  /** A schema that it makes for itself. */
  readonly schema?: string;
  /** Tables and views that a target lacks, by their names. */
  readonly lacks?: Readonly<Partial<Record<DialectName, readonly string[]>>>;
}

const SAMPLES: readonly Sample[] = [
  { name: 'lending-postgresql', from: 'POSTGRESQL' },
  { name: 'lending-mysql', from: 'MYSQL', schema: 'lending_shop' },
  { name: 'records-mysql', from: 'MYSQL', schema: 'Records' },
  { name: 'records-postgresql', from: 'POSTGRESQL' },
  { name: 'records-sqlite', from: 'SQLITE' },
  { name: 'trade-postgresql', from: 'POSTGRESQL' },
  { name: 'trade-mysql', from: 'MYSQL', schema: 'trade' },
  { name: 'trade-sqlite', from: 'SQLITE' },
];

const textOf = async (name: string): Promise<string> =>
  (await readFile(new URL(`samples/${name}.sql`, import.meta.url), 'utf8')).replace(/^\uFEFF/, '');

const parts = (text: string, name: DialectName): ScriptPart[] => {
  const reader = new ScriptReader(dialects[name]);
  return [...reader.add(text), ...reader.end()];
};

function translated(text: string, from: DialectName, to: DialectName): Outcome[] {
  const direction = { from: dialects[from], to: dialects[to] };
  const all = parts(text, from);
  let later: ToldLater | undefined;
  if (needsSecondReading(direction.from, direction.to)) {
    later = new ToldLater(direction.from, direction.to);
    for (const part of all) later.note(part);
  }
  const translator = new DumpTranslator({ ...direction, ...(later !== undefined && { later }) });
  return [...all.flatMap((part) => [...translator.translate(part)]), ...translator.finish()];
}

/** A database of the test’s own takes the place of the one that the script makes; nobody here is called postgres. */
function atHome(text: string, { schema }: Sample, own: string): string {
  const bare = text.replace(/^(?:DROP|CREATE) (?:DATABASE|SCHEMA) .*$|^USE .*$|^\\c .*$|^ALTER .* OWNER TO .*$/gim, '');
  return schema === undefined ? bare : bare.replace(new RegExp(`\`?\\b${schema}\\b\`?(?=\\.)`, 'g'), own);
}

/** Rows in an order of their own; texts of fixed length without what fills them up. */
const sorted = ({ rows, columns }: Contents, wanted: readonly string[]): string[] =>
  comparable(
    rows.map((row) => wanted.map((name) => trimmed(row[columns.findIndex((one) => one.toLowerCase() === name.toLowerCase())]))) as Rows,
    false,
  );
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trimEnd() : value);

function expectSame(home: ReadonlyMap<string, Contents>, made: ReadonlyMap<string, Contents>, lacks: readonly string[]): void {
  expect([...home.keys()].filter((name) => !made.has(name)).sort()).toEqual([...lacks].sort());
  for (const [name, table] of home) {
    const other = made.get(name);
    if (other !== undefined) expect(sorted(other, table.columns), name).toEqual(sorted(table, table.columns));
  }
}

describe.each(SAMPLES)('$name, as its makers write it', (sample) => {
  const { name, from, lacks } = sample;
  it.each(DIALECTS.filter((to) => to !== from))(
    'loads into %s with the same rows',
    async (to) => {
      const text = await textOf(name);
      const home = await createLoaded(from);
      const target = await createLoaded(to);
      try {
        await home.load(atHome(text, sample, home.name));
        const outcomes = translated(text, from, to);
        if (process.env.DBG) { require('fs').writeFileSync(`/tmp/out-${name}-${to}.sql`, outcomes.flatMap(({ statements }) => statements.map((sql) => `${sql};\n`)).join(''));
        for (const o of outcomes) { if (o.refusal) console.log(`REF ${name} ${to} ${o.position?.line}: ${o.refusal.message} | ${o.source}`); if (o.dropped?.loses) console.log(`DROP ${name} ${to} ${o.position?.line}: ${o.dropped.why}`); } }
        await target.load(outcomes.flatMap(({ statements }) => statements.map((sql) => `${sql};\n`)).join(''));
        expectSame(await home.contents(), await target.contents(), lacks?.[to] ?? []);
      } finally {
        await home.drop();
        await target.drop();
      }
    },
    60_000,
  );
});
