import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DialectName, TextComparison } from '../../../src/sql/index.js';
import { sqlOf, translatedScript } from '../../dumps/translated-script.js';
import { createLoaded, type LoadedDatabase } from '../../support/loaded-database.js';
import type { TestPipeline } from '../../support/test-pipeline.js';
import { isLoud, isOrdered } from './expected-outcomes.js';
import { comparable, translatedOn } from './runner.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** A schema as its engine has it, and what an application asks there once all of it has moved to another engine. */
interface Moved {
  readonly name: string;
  readonly from: DialectName;
  /** Statements that tell of a difference in a target, by how they begin. */
  readonly tells?: Readonly<Record<string, readonly DialectName[]>>;
}

const SCHEMAS: readonly Moved[] = [
  { name: 'videos', from: 'MYSQL' },
  { name: 'staff', from: 'POSTGRESQL' },
  // by what it is sorted hangs on each document
  { name: 'music', from: 'SQLITE', tells: { 'SELECT n.id, j.value': ['POSTGRESQL', 'MYSQL'] } },
];

const read = (file: string): string => readFileSync(new URL(`./moved/${file}`, import.meta.url), 'utf8');

const statementsOf = (name: string): string[] =>
  read(`${name}.queries.sql`)
    .split(/;\n/)
    .filter((sql) => sql.trim() !== '');

/** One that is home, with what it comes to where it moves. */
interface Place {
  readonly loaded: LoadedDatabase;
  readonly pipeline: TestPipeline;
}

async function placeOf(dialect: DialectName, script: string): Promise<Place> {
  const loaded = await createLoaded(dialect);
  await loaded.load(script);
  return { loaded, pipeline: await loaded.open() };
}

describe.each(SCHEMAS)('$name, moved from $from with all that asks it', ({ name, from, tells = {} }) => {
  const places = new Map<DialectName, Place>();

  beforeAll(async () => {
    const script = read(`${name}.${from.toLowerCase()}.sql`);
    for (const dialect of DIALECTS)
      places.set(
        dialect,
        await placeOf(dialect, dialect === from ? script : sqlOf(translatedScript(script, from, dialect), dialect)),
      );
  });
  afterAll(async () => {
    for (const { loaded, pipeline } of places.values()) {
      await pipeline.close();
      await loaded.drop();
    }
  });

  const pipelineOf = (dialect: DialectName): TestPipeline => (places.get(dialect) as Place).pipeline;

  it.each(statementsOf(name))('%s', async (sql) => {
    const { tuples } = await pipelineOf(from).query(sql);
    const rows = comparable(tuples, isOrdered(sql));
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) {
      const mayTell = Object.entries(tells).some(([start, targets]) => sql.startsWith(start) && targets.includes(to));
      const outcome = async (textComparison: TextComparison): Promise<string[] | undefined> => {
        const { refused, error, warnings, ...made } = await translatedOn(pipelineOf(to), from, sql, { textComparison });
        // which of several texts is shown that the source takes for the same is left to TARGET
        if (refused && textComparison === 'SOURCE') return undefined;
        expect(error, `${sql}\n→ ${made.sql ?? ''}`).toBeUndefined();
        expect(mayTell ? [] : warnings.filter(isLoud)).toEqual([]);
        return warnings.includes('TEXT_COMPARISON') ? undefined : comparable(made.rows ?? [], isOrdered(sql));
      };
      for (const rules of ['TARGET', 'SOURCE'] as const) expect((await outcome(rules)) ?? rows, sql).toEqual(rows);
    }
  });
});
