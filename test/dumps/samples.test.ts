import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/dumps/index.js';
import type { DialectName } from '../../src/sql/index.js';
import { createLoaded, type Contents } from '../support/loaded-database.js';
import { expectSame } from './same-tables.js';
import { sqlOf, translatedScript } from './translated-script.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** A script as makers of sample schemas write it, with what each target does not get. */
interface Sample {
  readonly name: string;
  readonly from: DialectName;
  /** A schema that it makes for itself. */
  readonly schema?: string;
  /** What a target does not get, as people are told of it. */
  readonly leavesOut?: Readonly<Partial<Record<DialectName, readonly string[]>>>;
  /** Changes that every engine reads, whose rows are compared as well: triggers have their part in them. */
  readonly changes?: readonly string[];
  /** Columns that changes set to the moment. */
  readonly clocks?: readonly string[];
}

const OF_LENDING = [
  'The function `public.is_lent` is left out.',
  'The procedure `public.forget` is left out.',
  'The index `item_fulltext_idx` is left out: The target has no index of this kind.',
  'A key or an index of a partition is left out.',
  'An index of a view is left out: the target keeps no rows of it.',
  'The trigger `item_fulltext_trigger` is left out.',
];
const ROUTINES = ['The procedure `report` is left out.', 'The function `is_lent` is left out.'];
const BROKEN_VIEW = 'The view is left out: `Clerks` has no column `id`.';
const LINE_TOTALS = ['The procedure `LineTotals` is left out.'];

const OF_DEPOT = [
  'The type `berth` is left out.',
  'The function `next_number` is left out.',
  'The exclusion `apart` is left out: This constraint has no counterpart in the target.',
];

const SAMPLES: readonly Sample[] = [
  {
    name: 'lending-postgresql',
    from: 'POSTGRESQL',
    leavesOut: { MYSQL: OF_LENDING, SQLITE: OF_LENDING },
    changes: ["UPDATE maker SET first_name = 'Adah' WHERE maker_id = 1"],
    clocks: ['last_update'],
  },
  {
    name: 'lending-mysql',
    from: 'MYSQL',
    schema: 'lending_shop',
    leavesOut: { POSTGRESQL: ROUTINES, SQLITE: [...ROUTINES, 'The trigger `member_create_date` is left out.'] },
    changes: [
      "INSERT INTO item (item_id, title, description) VALUES (9, 'SAW', 'sharp')",
      "UPDATE item SET title = 'BIG LOOM' WHERE item_id = 1",
      'UPDATE item SET days = 4 WHERE item_id = 2',
      'DELETE FROM item WHERE item_id = 9',
    ],
    clocks: ['last_update'],
  },
  { name: 'records-mysql', from: 'MYSQL', schema: 'Records' },
  { name: 'records-postgresql', from: 'POSTGRESQL' },
  { name: 'records-sqlite', from: 'SQLITE' },
  { name: 'trade-postgresql', from: 'POSTGRESQL' },
  {
    name: 'trade-mysql',
    from: 'MYSQL',
    schema: 'trade',
    leavesOut: { POSTGRESQL: LINE_TOTALS, SQLITE: LINE_TOTALS },
  },
  {
    name: 'trade-sqlite',
    from: 'SQLITE',
    leavesOut: {
      MYSQL: [BROKEN_VIEW, 'The trigger `keeper_trigger_ai` is left out.'],
      POSTGRESQL: [BROKEN_VIEW],
    },
    changes: ["UPDATE keeper SET first_name = 'grace' WHERE keeper_id = 1"],
    clocks: ['last_update'],
  },
  { name: 'depot-mysql', from: 'MYSQL', schema: 'depot' },
  {
    name: 'depot-postgresql',
    from: 'POSTGRESQL',
    leavesOut: { MYSQL: OF_DEPOT, SQLITE: OF_DEPOT },
    changes: ['DELETE FROM ship WHERE shipid = 2'],
  },
  { name: 'depot-sqlite', from: 'SQLITE' },
];

const textOf = async (name: string): Promise<string> =>
  (await readFile(new URL(`samples/${name}.sql`, import.meta.url), 'utf8')).replace(/^\uFEFF/, '');

/** A database of the test’s own takes the place of the one that the script makes; nobody here is called postgres. */
function atHome(text: string, { schema }: Sample, own: string): string {
  const bare = text.replace(/^(?:DROP|CREATE) (?:DATABASE|SCHEMA) .*$|^USE .*$|^\\c .*$|^ALTER .* OWNER TO .*$/gim, '');
  return schema === undefined ? bare : bare.replace(new RegExp(`\`?\\b${schema}\\b\`?(?=\\.)`, 'g'), own);
}

/** What people are told of as lost, rights and schemas aside. */
const leftOut = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(({ dropped }) => (dropped?.advice === undefined ? [] : [dropped.why]));

/** Where a row’s clock was set in this year, and which. */
const touched = ({ columns, rows }: Contents, clocks: readonly string[]): string[] =>
  rows
    .map((row) =>
      columns
        .flatMap((column, place) => (clocks.includes(column) ? [`${column} ${isRecent(row[place])}`] : []))
        .concat(String(row[0]))
        .join(),
    )
    .sort();
const isRecent = (value: unknown): boolean => typeof value === 'string' && value >= String(new Date().getUTCFullYear());

describe.each(SAMPLES)('$name, as its engine’s own tool dumps it', (sample) => {
  const { name, from } = sample;
  it.each(DIALECTS.filter((to) => to !== from))('loads into %s with the same rows', async (to) => {
    const home = await createLoaded(from);
    const target = await createLoaded(to);
    try {
      await home.load(atHome(await textOf(name), sample, home.name));
      const outcomes = translatedScript(await home.dump(), from, to);
      expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([]);
      await target.load(sqlOf(outcomes, to));
      expectSame(await home.contents(), await target.contents());
    } finally {
      await home.drop();
      await target.drop();
    }
  });
});

describe.each(SAMPLES)('$name, as its makers write it', (sample) => {
  const { name, from } = sample;
  it.each(DIALECTS.filter((to) => to !== from))(
    'loads into %s with the same rows',
    async (to) => {
      const text = await textOf(name);
      const home = await createLoaded(from);
      const target = await createLoaded(to);
      try {
        await home.load(atHome(text, sample, home.name));
        const outcomes = translatedScript(text, from, to);
        expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([]);
        expect(leftOut(outcomes)).toEqual(sample.leavesOut?.[to] ?? []);
        await target.load(sqlOf(outcomes, to));
        expectSame(await home.contents(), await target.contents());
        if (sample.changes === undefined) return;
        const changes = sample.changes.map((sql) => `${sql};\n`).join('');
        await home.load(changes);
        // MySQL reads double quotes as texts
        await target.load(to === 'MYSQL' ? changes.replaceAll('"', '`') : changes);
        const [after, made] = [await home.contents(), await target.contents()];
        expectSame(after, made, sample.clocks);
        for (const [table, contents] of after)
          expect(touched(made.get(table) ?? contents, sample.clocks ?? []), table).toEqual(
            touched(contents, sample.clocks ?? []),
          );
      } finally {
        await home.drop();
        await target.drop();
      }
    },
    60_000,
  );
});

it('lets a trigger of SQLite change rows in PostgreSQL as at home', async () => {
  const text = await textOf('trade-sqlite');
  const target = await createLoaded('POSTGRESQL');
  try {
    await target.load(sqlOf(translatedScript(text, 'SQLITE', 'POSTGRESQL'), 'POSTGRESQL'));
    await target.load(`INSERT INTO "Kinds" ("KindID", "KindName") VALUES (7, '  Grains ')`);
    await target.load(`INSERT INTO keeper (keeper_id, first_name, last_update) VALUES (7, 'mary', '2020-01-01')`);
    const contents = await target.contents();
    expect(contents.get('Kinds')?.rows.map(([, name]) => name)).toContain('Grains');
    // triggers of UPDATE have their part in what one of INSERT changes
    expect(contents.get('keeper')?.rows.map(([, , initial]) => initial)).toContain('M');
  } finally {
    await target.drop();
  }
}, 60_000);
